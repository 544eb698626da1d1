namespace Bot.Domain.Reading;

/// <summary>Arithmetic of bounds.</summary>
public static class Bounds
{
    /// <summary>The bound of a sum: exact gives way, equal ones stay, different ones make <see cref="Bound.About"/>.</summary>
    public static Bound Sum(Bound left, Bound right) =>
        left == right || right == Bound.Exact ? left : left == Bound.Exact ? right : Bound.About;
}

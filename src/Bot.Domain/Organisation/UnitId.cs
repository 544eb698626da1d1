namespace Bot.Domain.Organisation;

/// <summary>A unit that reports (填报单位).</summary>
public readonly record struct UnitId(Guid Value) : IComparable<UnitId>
{
    /// <inheritdoc />
    public int CompareTo(UnitId other) => Value.CompareTo(other.Value);
}

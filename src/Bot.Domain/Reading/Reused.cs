namespace Bot.Domain.Reading;

/// <summary>Objects that are filled anew for every message.</summary>
internal sealed class Reused<T>
    where T : class, new()
{
    private readonly List<T> made = [];
    private int next;

    /// <summary>One that is free; what it held still stands in it.</summary>
    public T Next()
    {
        if (next == made.Count)
            made.Add(new T());
        return made[next++];
    }

    /// <summary>All are free again.</summary>
    public void Restart() => next = 0;
}

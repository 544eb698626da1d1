namespace Bot.Adapters.Erasure;

/// <summary>How many rows of each table were touched.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> rows = new(StringComparer.Ordinal);

    /// <summary>The tables that were touched, by name.</summary>
    public IReadOnlyDictionary<string, int> Rows => rows;

    /// <summary>All of them.</summary>
    public int Sum => rows.Values.Sum();

    public void Add(string table, int count)
    {
        if (count > 0) rows[table] = rows.GetValueOrDefault(table) + count;
    }
}

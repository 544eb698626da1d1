namespace Bot.Adapters.Storage.Rows;

/// <summary>A duty that one host at a time has. Leases live on the database's clock, in milliseconds since 1970 UTC.</summary>
internal sealed class LeaseRow
{
    public string Name { get; set; } = "";
    public Guid Holder { get; set; }
    public long Until { get; set; }
}

/// <summary>How much may still be sent at an instant, to a chat or over a platform: a bucket that fills again with time.</summary>
internal sealed class PaceRow
{
    public string Key { get; set; } = "";
    public double Tokens { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A key or secret that all hosts of an installation share.</summary>
internal sealed class SharedKeyRow
{
    public string Name { get; set; } = "";
    public string Value { get; set; } = "";
    public DateTimeOffset MadeAt { get; set; }
}

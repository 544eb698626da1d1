namespace Bot.Adapters.WeCom;

/// <summary>What came of fetching a file.</summary>
internal abstract record WeComDownload
{
    private WeComDownload() { }

    /// <summary>Here it is, still closed where it came closed.</summary>
    /// <param name="Content">The bytes.</param>
    /// <param name="Name">Its name, where the answer told one.</param>
    public sealed record File(byte[] Content, string? Name) : WeComDownload;

    /// <summary>Not now.</summary>
    public sealed record Later(string Kind) : WeComDownload;

    /// <summary>WeCom refused it, with its own code.</summary>
    public sealed record Refused(int Code) : WeComDownload;

    /// <summary>Never: run out, too large, or at an address nobody should follow.</summary>
    public sealed record Gone(string Kind) : WeComDownload;
}

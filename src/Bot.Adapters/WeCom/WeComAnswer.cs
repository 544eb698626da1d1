namespace Bot.Adapters.WeCom;

/// <summary>What came of a call. Nothing in it holds a key or an address.</summary>
internal abstract record WeComAnswer
{
    private WeComAnswer() { }

    /// <summary>It was done.</summary>
    public sealed record Done(WeComResult Result) : WeComAnswer;

    /// <summary>WeCom refused it, with its own code.</summary>
    public sealed record Refused(int Code) : WeComAnswer
    {
        /// <summary>The address WeCom saw us come from, where that is what it refuses.</summary>
        public string? From { get; init; }
    }

    /// <summary>No answer that could be understood.</summary>
    /// <param name="Kind">What happened, as a code.</param>
    /// <param name="MayBeDone">Whether the request may have reached WeCom all the same.</param>
    public sealed record Silent(string Kind, bool MayBeDone) : WeComAnswer;
}

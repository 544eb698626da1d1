namespace Bot.Adapters.WebChat;

/// <summary>What became of a post, an edit, a withdrawal or a press.</summary>
internal abstract record PostOutcome
{
    private PostOutcome() { }

    /// <summary>Stored; it will be handled.</summary>
    public sealed record Taken(string Id) : PostOutcome;

    /// <summary>Not taken; the sentence tells the person what to do.</summary>
    public sealed record Refused(string Sentence) : PostOutcome;
}

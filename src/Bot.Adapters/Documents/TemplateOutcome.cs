namespace Bot.Adapters.Documents;

/// <summary>What came of filling a plan's own form.</summary>
internal abstract record TemplateOutcome
{
    private TemplateOutcome() { }

    /// <summary>The form alone, filled: a Word file.</summary>
    public sealed record Filled(byte[] Docx) : TemplateOutcome;

    /// <summary>The form could not be filled with certainty; <see cref="FormDocx"/> draws a table of ours instead.</summary>
    /// <param name="Reason">What did not fit, for records.</param>
    public sealed record Unfit(string Reason) : TemplateOutcome;
}

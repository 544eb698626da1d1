namespace Bot.Domain.Gathering;

/// <summary>A piece of a document.</summary>
public abstract record DocumentBlock
{
    private DocumentBlock() { }

    /// <summary>A paragraph outside tables.</summary>
    public sealed record Paragraph(string Text) : DocumentBlock;

    /// <summary>A table, or the used part of a sheet; every row has its cells from the first column on.</summary>
    public sealed record Table(IReadOnlyList<IReadOnlyList<DocumentCell>> Rows) : DocumentBlock;
}

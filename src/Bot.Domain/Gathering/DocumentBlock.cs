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

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text; lines parted by line breaks. Of merged cells each has the text.</param>
/// <param name="Place">Where it is, in words: 表1第3行第2格, 汇总!D5.</param>
/// <param name="Merged">Whether its text is that of the cell above or before, merged with it.</param>
public sealed record DocumentCell(string Text, string Place, bool Merged = false);

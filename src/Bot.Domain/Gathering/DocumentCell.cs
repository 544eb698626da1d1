namespace Bot.Domain.Gathering;

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text; lines parted by line breaks. Of merged cells each has the text.</param>
/// <param name="Place">Where it is, in words: 表1第3行第2格, 汇总!D5.</param>
/// <param name="Merged">Whether its text is that of the cell above or before, merged with it.</param>
public sealed record DocumentCell(string Text, string Place, bool Merged = false);

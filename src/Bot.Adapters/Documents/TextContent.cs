using Bot.Domain.Gathering;

namespace Bot.Adapters.Documents;

/// <summary>The lines of a text file as they stand, without Markdown's marks where it is written in that.</summary>
internal static class TextContent
{
    /// <summary>The blocks in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">As its sender called the file: its ending tells Markdown from plain text.</param>
    public static IReadOnlyList<DocumentBlock> Read(string text, string name) =>
        IsMarkdown(Path.GetExtension(FileName.Clean(name))) ? MarkdownText.Read(text) : [.. Lines(text).Select(line => new DocumentBlock.Paragraph(line))];

    /// <summary>The lines; the mark at the end of the last one begins no other.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        // Old programs end a file with U+001A; U+000C begins a page.
        using var lines = new StringReader(text.TrimEnd('\u001A').Replace('\f', '\n'));
        while (lines.ReadLine() is { } line)
            yield return line;
    }

    private static bool IsMarkdown(string ending) =>
        ending.Equals(".md", StringComparison.OrdinalIgnoreCase) || ending.Equals(".markdown", StringComparison.OrdinalIgnoreCase);
}

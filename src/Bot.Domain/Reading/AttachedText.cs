using System.Text;
using Bot.Domain.Gathering;

namespace Bot.Domain.Reading;

/// <summary>
/// An attached document as lines that are read like a pasted message. A form is its title and its filled cells; another
/// document is its paragraphs, then its tables.
/// </summary>
public sealed class AttachedText
{
    private const int TitleLines = 4;
    private const int LongestTitle = 60;
    private readonly List<(int From, int To, string Place)> places = [];
    private readonly StringBuilder text = new();

    private AttachedText(string name) => Name = name;

    /// <summary>The document's name, to speak of it.</summary>
    public string Name { get; }

    /// <summary>Its lines.</summary>
    public string Text => text.ToString();

    /// <summary>The lines of a document.</summary>
    /// <param name="name">As its sender called it.</param>
    /// <param name="blocks">What is in it.</param>
    public static AttachedText Of(string name, IReadOnlyList<DocumentBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var attached = new AttachedText(name);
        var tables = blocks.OfType<DocumentBlock.Table>().Select(AttachedTable.Lines).ToList();
        var form = tables.Exists(lines => lines.Exists(line => line.Filled));
        var paragraphs = blocks.OfType<DocumentBlock.Paragraph>().Select(paragraph => paragraph.Text);
        if (form)
        {
            // What is explained around a form is none of its figures.
            paragraphs = blocks.TakeWhile(block => block is DocumentBlock.Paragraph).OfType<DocumentBlock.Paragraph>().Select(paragraph => paragraph.Text)
                .Where(words => words.Trim().Length is > 0 and <= LongestTitle).Take(TitleLines);
        }

        foreach (var words in paragraphs.Where(words => words.Trim().Length > 0))
            attached.Add(words.Replace('\t', ' ').Trim(), name);
        foreach (var line in tables.SelectMany(lines => lines).Where(line => !form || line.Filled || line.Heads))
            attached.Add(line.Text, $"{name} {line.Place}");
        return attached;
    }

    /// <summary>Where a span stands: the document and, in a table, the cell.</summary>
    public string PlaceOf(TextSpan span)
    {
        var at = places.FindLastIndex(place => place.From <= span.From);
        return at < 0 ? Name : places[at].Place;
    }

    private void Add(string line, string place)
    {
        if (text.Length > 0)
            text.Append('\n');
        places.Add((text.Length, text.Length + line.Length, place));
        text.Append(line);
    }
}

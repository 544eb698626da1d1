using Bot.Domain.Reading;

namespace Bot.Domain.Plans;

/// <summary>A line of a plan: as printed, and folded for reading (traditional characters, wide signs, commas).</summary>
internal sealed class PlanLine
{
    private readonly SourceText source;

    private PlanLine(string text)
    {
        source = SourceText.Fold(text);
        var folded = source.Text.ToString();
        var mark = ListMark.Of(folded);
        (Mark, Words) = (mark, folded);
    }

    /// <summary>The line as printed, without blanks around it.</summary>
    public string Text => source.Original;

    /// <summary>The folded line.</summary>
    public string Words { get; }

    /// <summary>The list mark it begins with.</summary>
    public ListMark Mark { get; }

    /// <summary>The folded line behind its list mark.</summary>
    public string Body => Words[Mark.Length..];

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => Words.Length == 0;

    /// <summary>Reads a line.</summary>
    public static PlanLine Of(string text) => new(text.Trim(' ', '\t', '\r', '\u3000', '\u00A0', '\uFEFF'));

    /// <summary>The printed words of folded positions.</summary>
    public string Printed(int from, int to) => source.Words(from, to);
}

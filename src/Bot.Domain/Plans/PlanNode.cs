namespace Bot.Domain.Plans;

/// <summary>A numbered part of a plan with what belongs to it.</summary>
internal sealed class PlanNode(PlanLine? line, MarkLevel level)
{
    private const int LongestInlineHeading = 32;

    /// <summary>The line it begins with; null: the plan as a whole.</summary>
    public PlanLine? Line { get; } = line;

    /// <summary>Its rank: smaller is higher.</summary>
    public MarkLevel Level { get; } = level;

    /// <summary>Its heading as printed, without number and final full stop.</summary>
    public string Heading { get; } = line is null ? "" : line.Printed(line.Mark.Length, HeadingEnd(line)).Trim();

    /// <summary>Its heading folded.</summary>
    public string HeadingWords { get; } = line is null ? "" : line.Words[line.Mark.Length..HeadingEnd(line)].Trim();

    /// <summary>What follows the heading on its line, folded.</summary>
    public string Rest { get; } = line is null ? "" : line.Words[Math.Min(line.Words.Length, HeadingEnd(line) + 1)..].Trim();

    /// <summary>What follows the heading on its line, as printed.</summary>
    public string PrintedRest { get; } = line is null ? "" : line.Printed(Math.Min(line.Words.Length, HeadingEnd(line) + 1), line.Words.Length).Trim();

    /// <summary>The lines and tables below it, before the next part.</summary>
    public List<PlanPiece> Pieces { get; } = [];

    /// <summary>Its parts.</summary>
    public List<PlanNode> Children { get; } = [];

    /// <summary>The lines that belong to it and not to a part of it, in order, its own first.</summary>
    public IEnumerable<PlanLine> OwnLines()
    {
        var below = Pieces.Where(piece => piece.Line is not null).Select(piece => piece.Line!);
        return Line is null ? below : below.Prepend(Line);
    }

    /// <summary>All lines that belong to it and its parts, in order.</summary>
    public IEnumerable<PlanLine> Lines() => OwnLines().Concat(Children.SelectMany(child => child.Lines()));

    // 消防第一课　班主任用一节班会课讲…: a blank parts a short heading from sentences.
    private static bool IsRunIn(string words, int from, int at)
    {
        var heading = words.AsSpan(from, at - from);
        return heading.Length is >= 3 and <= 24 && heading.IndexOfAny('，', '、', '(') < 0 && words.AsSpan(at).IndexOfAny('。', '，', ';') > 4;
    }

    // The heading ends at the first full stop, at a colon early in the line, or with the line.
    private static int HeadingEnd(PlanLine line)
    {
        var words = line.Words;
        var quoted = 0;
        for (var at = line.Mark.Length; at < words.Length; at++)
        {
            if (words[at] is '“' or '《' or '(')
                quoted++;
            else if (words[at] is '”' or '》' or ')')
                quoted--;
            else if (words[at] == '。')
                return at;
            else if (words[at] == ':' && quoted <= 0 && at - line.Mark.Length <= LongestInlineHeading)
                return at;
            else if (words[at] == ' ' && quoted <= 0 && IsRunIn(words, line.Mark.Length, at))
                return at;
        }

        return words.Length;
    }
}

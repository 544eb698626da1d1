namespace Bot.Domain.Reading;

/// <summary>Finds the blanks of a pasted form in a message: （ 2 ）场, ____次, __2__场, ☑是□否.</summary>
internal static class FormBlanks
{
    private const int Widest = 24;

    /// <summary>The blanks in the order of the text.</summary>
    public static List<WrittenBlank> Find(ReadOnlySpan<char> text)
    {
        var found = new List<WrittenBlank>();
        for (var at = 0; at < text.Length; at++)
        {
            if ((text[at] is '(' or '[' && Bracket(text, at, out var blank)) || (text[at] == '_' && Line(text, at, out blank)) || (text[at] == '√' && Box(text, at, out blank)))
            {
                found.Add(blank);
                at = Math.Max(at, blank.To - 1);
            }
        }

        return found;
    }

    private static bool Bracket(ReadOnlySpan<char> text, int at, out WrittenBlank blank)
    {
        blank = default;
        var window = text.Slice(at, Math.Min(Widest, text.Length - at));
        var close = window.IndexOf(text[at] == '(' ? ')' : ']');
        if (close < 0 || !IsLabelled(text, at) || !IsValue(window[1..close]))
            return false;
        return Measured(text, at, at + 1, at + close, at + close + 1, out blank);
    }

    private static bool Line(ReadOnlySpan<char> text, int at, out WrittenBlank blank)
    {
        var from = at;
        while (from < text.Length && text[from] is '_' or ' ')
            from++;
        var to = from;
        while (to < text.Length && to - from < Widest && text[to] != '_' && text[to] != '\n' && !(char.IsLetter(text[to]) && !IsNumeral(text[to])))
            to++;
        var end = to;
        while (end < text.Length && text[end] is '_')
            end++;
        if (end > to && Measured(text, at, from, to, end, out blank))
            return true;
        return Measured(text, at, from, from, from, out blank);
    }

    private static bool Measured(ReadOnlySpan<char> text, int at, int from, int to, int end, out WrittenBlank blank)
    {
        var measure = end;
        while (measure < text.Length && text[measure] == ' ')
            measure++;
        blank = new WrittenBlank(at, from, to, measure, null) { MeasureFrom = measure };
        if (Measures.Shared.At(text, measure, out var behind) is null)
            return false;
        blank = blank with { To = behind };
        return true;
    }

    // √是□否, □是√否, 是√否□, 是(√).
    private static bool Box(ReadOnlySpan<char> text, int at, out WrittenBlank blank)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        var before = at > 0 ? text[at - 1] == '(' && at > 1 ? text[at - 2] : text[at - 1] : ' ';
        var first = next is '是' or '否' && (before is not ('是' or '否') || IsMarkFirst(text, at));
        var word = first ? next : before;
        blank = new WrittenBlank(at, at, at, at + (first ? 2 : 1), word == '是');
        return word is '是' or '否';
    }

    private static bool IsMarkFirst(ReadOnlySpan<char> text, int at)
    {
        var from = Math.Max(0, at - 3);
        var box = text[from..Math.Min(text.Length, at + 5)].IndexOf('□');
        return box >= 0 && from + box + 1 < text.Length && text[from + box + 1] is '是' or '否';
    }

    // A bracket at the beginning of a line is a list mark.
    private static bool IsLabelled(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
            at--;
        return at > 0 && text[at - 1] is not ('\n' or '。' or ';');
    }

    private static bool IsValue(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        if (words.IsEmpty || words is "/" or "-" or "--" or "无" or "\\" or "_")
            return true;
        var numerals = 0;
        foreach (var c in words)
        {
            if (IsNumeral(c))
                numerals++;
            else if (c is not (' ' or ',' or '.' or '约' or '近' or '余' or '多' or '来' or '超' or '逾' or '+' or '-' or '~' or '_' or '上' or '大' or '左' or '右' or '将' or '人' or '次'))
                return false;
        }

        return numerals > 0;
    }

    private static bool IsNumeral(char c) => NumeralWords.Starts(c) || NumeralWords.Unit(c) > 0 || NumeralWords.Digit(c) >= 0;
}

/// <summary>A blank somebody pasted (folded positions).</summary>
/// <param name="From">Where it begins.</param>
/// <param name="ValueFrom">Where what was filled in begins.</param>
/// <param name="ValueTo">Where it ends, exclusive.</param>
/// <param name="To">The end of its measure word; of a box, its end.</param>
/// <param name="Yes">Of a box: whether 是 is marked.</param>
internal readonly record struct WrittenBlank(int From, int ValueFrom, int ValueTo, int To, bool? Yes)
{
    /// <summary>Where the measure word begins.</summary>
    public int MeasureFrom { get; init; }
}

namespace Bot.Domain.Reading;

/// <summary>Finds the blanks of a pasted form in a message: （ 2 ）场, （2场）, ____次, __2__场, ☑是□否, 是否……：是.</summary>
internal static class FormBlanks
{
    private const int Widest = 24;
    private static readonly string[] Nothing = ["", "/", "//", "-", "--", "无", "暂无", "没有", "未开展", "\\", "×", "x"];

    /// <summary>The blanks in the order of the text.</summary>
    public static List<WrittenBlank> Find(ReadOnlySpan<char> text)
    {
        var found = new List<WrittenBlank>();
        for (var at = 0; at < text.Length; at++)
        {
            if ((text[at] is '(' or '[' && Bracket(text, at, out var blank)) || (text[at] == '_' && Line(text, at, out blank)) || (text[at] == '√' && Box(text, at, out blank)) || (text[at] is '是' or '否' && Answer(text, at, out blank)))
            {
                found.Add(blank);
                at = Math.Max(at, blank.To - 1);
            }
        }

        return found;
    }

    /// <summary>Adds blanks without a bracket or a line that hold nothing: 演练 / 场, 演练：场, 演练  场; none where others lie.</summary>
    public static void AddEmpty(ReadOnlySpan<char> text, BlankPlaces others, List<WrittenBlank> found)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] is not ('/' or '无' or '-' or ':' or ' ') || (text[at] == ' ' && text[at - 1] == ' '))
                continue;
            var end = at + 1;
            while (end < text.Length && text[end] == ' ')
                end++;
            if (text[at] == ' ' && end == at + 1)
                continue;
            if (end < text.Length && text[end] != '\n' && Measures.Shared.At(text, end, out var behind) is not null && !others.Meet(at, behind))
                found.Add(new WrittenBlank(at, at, at, behind, null) { MeasureFrom = end, HasMeasure = true });
        }
    }

    private static bool Bracket(ReadOnlySpan<char> text, int at, out WrittenBlank blank)
    {
        blank = default;
        var window = text.Slice(at, Math.Min(Widest, text.Length - at));
        var close = window.IndexOf(text[at] == '(' ? ')' : ']');
        if (close < 0 || !IsLabelled(text, at) || !IsValue(window[1..close], out var inside))
            return false;
        if (inside >= 0)
        {
            blank = new WrittenBlank(at, at + 1, at + 1 + inside, at + close + 1, null) { MeasureFrom = at + 1 + inside, HasMeasure = true };
            return true;
        }

        return Measured(text, at, at + 1, at + close, at + close + 1, out blank) || IsNumeral(text, at + 1, at + close);
    }

    // __2__, __2场, 2__场, and ____ with nothing on it.
    private static bool Line(ReadOnlySpan<char> text, int at, out WrittenBlank blank)
    {
        var from = at;
        while (from < text.Length && text[from] is '_' or ' ')
            from++;
        var window = text.Slice(from, Math.Min(Widest, text.Length - from));
        var end = window.IndexOfAny('_', '\n');
        if (end > 0 && window[end] == '_' && IsValue(window[..end], out var inside) && inside < 0)
        {
            var behind = from + end;
            while (behind < text.Length && text[behind] == '_')
                behind++;
            if (Measured(text, at, from, from + end, behind, out blank))
                return true;
        }

        if (from < text.Length && NumeralWords.Starts(text[from]) && Numerals.TryRead(text, from, out var number) && Measured(text, at, from, number.To, number.To, out blank))
            return true;
        var begin = at;
        while (begin > 0 && char.IsAsciiDigit(text[begin - 1]))
            begin--;
        return Measured(text, begin, begin, at, from, out blank);
    }

    private static bool Measured(ReadOnlySpan<char> text, int at, int from, int to, int end, out WrittenBlank blank)
    {
        var measure = end;
        while (measure < text.Length && text[measure] == ' ')
            measure++;
        if (measure < text.Length && text[measure] is '余' or '多')
            measure++;
        blank = new WrittenBlank(at, from, to, end, null) { MeasureFrom = measure };
        if (Measures.Shared.At(text, measure, out var behind) is null)
            return false;
        blank = blank with { To = behind, HasMeasure = true };
        return true;
    }

    // Without a measure word behind it a bracket is a blank only with a plain number in it; years and telephone numbers are none.
    private static bool IsNumeral(ReadOnlySpan<char> text, int from, int to)
    {
        var words = text[from..to].Trim(" _");
        return words.IsEmpty || words is "/" or "无" or "-" || !char.IsAsciiDigit(words[0]) || (words.Length <= 7 && !(words.Length == 4 && words.StartsWith("20")));
    }

    // √是□否, □是√否, 是√否□, 是(√)否( ): the mark belongs to the word on the side on which the first word has its mark.
    private static bool Box(ReadOnlySpan<char> text, int at, out WrittenBlank blank)
    {
        var behind = Beside(text, at, 1);
        var before = Beside(text, at, -1);
        var first = At(text, behind) is '是' or '否' && (At(text, before) is not ('是' or '否') || (At(text, before) == '是' && At(text, Beside(text, before, -1)) is '□' or '√'));
        var word = first ? behind : before;
        blank = new WrittenBlank(Math.Min(at, word), at, at, Math.Max(at, word) + 1, At(text, word) == '是');
        return At(text, word) is '是' or '否';
    }

    // 是否带头宣讲：是, 是否带头宣讲（否）: the answer alone, behind what is asked.
    private static bool Answer(ReadOnlySpan<char> text, int at, out WrittenBlank blank)
    {
        var from = at;
        while (from > 0 && text[from - 1] is ' ' or ':' or '(' or '[')
            from--;
        var end = at + 1;
        while (At(text, end) is ' ' or ')' or ']')
            end++;
        blank = new WrittenBlank(from, at, at, end, text[at] == '是');
        if (from == at || (end == at + 1 && char.IsLetterOrDigit(At(text, end))) || At(text, end) is '否' or '是' or '□' or '√' or '/' or '(' or '?')
            return false;
        var label = text[..from];
        label = label[(label.LastIndexOfAny(";。\n") + 1)..];
        return label.LastIndexOf("是否") is >= 0 and var asked && label.Length - asked <= Widest;
    }

    private static char At(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';

    private static int Beside(ReadOnlySpan<char> text, int at, int step)
    {
        for (at += step; At(text, at) is ' ' or '(' or ')' or '[' or ']' or ':';)
            at += step;
        return at;
    }

    // A bracket at the beginning of a line or an item is a list mark.
    private static bool IsLabelled(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
            at--;
        return at > 0 && text[at - 1] is not ('\n' or '。' or ';');
    }

    /// <summary>Whether the words are what stands in a blank: a number, or a mark for nothing.</summary>
    public static bool IsValue(ReadOnlySpan<char> words) => IsValue(words, out var inside) && inside < 0;

    /// <summary>Whether the words are a number with what bounds it, or a mark for nothing; inside: where a measure word begins behind it, -1 without one.</summary>
    public static bool IsValue(ReadOnlySpan<char> words, out int inside)
    {
        inside = -1;
        var bare = words.Trim(" _");
        foreach (var mark in Nothing)
        {
            if (bare.SequenceEqual(mark))
                return true;
        }

        var at = 0;
        while (at < words.Length && words[at] is ' ' or '_' or '约' or '近' or '超' or '逾' or '将' or '过' or '上' or '大' or '共' or '计' or '足' or '不' or '达')
            at++;
        if (at >= words.Length || !(NumeralWords.Starts(words[at]) || NumeralWords.Unit(words[at]) > 0) || !Numerals.TryRead(words, at, out var number))
            return false;
        var bound = number.Bound;
        var end = BoundsBehind.Read(words, number.To, ref bound);
        var rest = words[end..].Trim(" _");
        if (rest.IsEmpty)
            return true;
        while (words[end] is ' ' or '_')
            end++;
        inside = end;
        return Measures.Shared.At(words, end, out var behind) is not null && words[behind..].Trim(" _").IsEmpty;
    }
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

    /// <summary>Whether a measure word follows.</summary>
    public bool HasMeasure { get; init; }

    /// <summary>Whether it is only a number with its measure word, without a bracket or a line.</summary>
    public bool Bare { get; init; }
}

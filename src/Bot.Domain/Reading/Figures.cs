namespace Bot.Domain.Reading;

/// <summary>
/// Everything in a message that has a numeral in it, found in one pass: quantities, days, and what only looks like them
/// (ordinals, names, addresses, telephone numbers, times, enumerations).
/// </summary>
internal sealed class Figures
{
    private const int FewestHeads = 10;
    // The characters with which a figure or a day can begin: all others are passed over.
    private static readonly bool[] Beginnings = AllBeginnings();
    private readonly SourceText source;
    private readonly DateGrammar dates;
    private readonly ReadingBuffers buffers;

    private Figures(SourceText source, DateTime saidAt, ReadingBuffers buffers)
    {
        this.source = source;
        this.buffers = buffers;
        dates = new DateGrammar(saidAt);
    }

    /// <summary>The quantities in the order of the text.</summary>
    public List<Quantity> Quantities => buffers.Quantities;

    /// <summary>The days in the order of the text.</summary>
    public List<DateMention> Dates => buffers.Dates;

    /// <summary>Reads all figures of a message.</summary>
    public static Figures Read(SourceText source, DateTime saidAt) => Read(source, saidAt, new ReadingBuffers());

    /// <summary>Reads all figures of a message into buffers.</summary>
    public static Figures Read(SourceText source, DateTime saidAt, ReadingBuffers buffers)
    {
        var figures = new Figures(source, saidAt, buffers);
        figures.Run();
        return figures;
    }

    private static bool[] AllBeginnings()
    {
        var begins = new bool[char.MaxValue + 1];
        for (var c = 0; c < begins.Length; c++)
            begins[c] = NumeralWords.Starts((char)c) || DayWords.Shared.Starts((char)c);
        return begins;
    }

    private void Run()
    {
        var text = source.Text;
        var hidden = buffers.Hidden(text.Length);
        NamedNumbers.Shared.Hide(text, hidden, buffers.Hits);
        var begins = Beginnings;
        for (var at = 0; at < text.Length;)
            at = begins[text[at]] ? Math.Max(at + 1, Next(text, hidden, at)) : at + 1;
    }

    private int Next(ReadOnlySpan<char> text, Span<bool> hidden, int at)
    {
        if (hidden[at] && char.IsAscii(text[at]))
            return at + 1; // inside a link or a called number
        if (text[at] == '百' && Shares.TryPercent(text, at, out var percent))
        {
            Quantities.Add(percent);
            return percent.To;
        }

        if (dates.TryRead(text, at, out var date))
        {
            Dates.Add(date);
            return date.To;
        }

        if (!NumeralWords.Starts(text[at]))
            return at + 1;
        if (hidden[at])
            return Skip(hidden, at);
        if (NotNumbers.TrySkip(text, at, out var behind))
            return behind;
        if (text[at] is '半')
            return Half(text, at);
        if (!Numerals.TryRead(text, at, out var number))
            return at + 1;
        if (number.Shape == NumeralShape.Absurd || number.From < 0)
            return number.To;
        return Measured(text, number);
    }

    private static int Skip(Span<bool> hidden, int at)
    {
        while (at < hidden.Length && hidden[at])
            at++;
        return at;
    }

    private int Measured(ReadOnlySpan<char> text, Numeral number)
    {
        if (Shares.TryRead(text, number, out var share))
        {
            Quantities.Add(share);
            return share.To;
        }

        var measure = Measures.Shared.At(text, number.To, out var end);
        if (measure is null)
            return Labelled(text, number);
        if (measure.Class is MeasureClass.Address or MeasureClass.Ordinal || NotNumbers.IsOrdinal(text, number.Core))
            return end;
        if (NotNumbers.IsFourCharacterName(text, number, end) || NotNumbers.IsPlaceName(text, number, end))
            return end + 1;
        var (word, value) = (measure.Word, number);
        if (measure.Class == MeasureClass.Thing && end < text.Length && text[end] == '半')
            (word, value, end) = WithHalf(text, number, measure.Word, end);
        if (word == "个" && end < text.Length && text[end] is '多' or '来' && Measures.Shared.At(text, end + 1, out var far) is { Class: MeasureClass.Duration } time)
            (word, end) = (time.Word, far); // 两个多小时
        var kind = Measures.Shared.ClassOf(word);
        if (kind is MeasureClass.Duration or MeasureClass.Size && end < text.Length && text[end] == '半')
            (value, end) = (number with { Value = number.Value + 0.5m, Upper = number.Upper + 0.5m }, end + 1);
        Add(text, value, word, kind, end);
        return Quantities[^1].To;
    }

    // 两个半小时 is 2.5 小时.
    private static (string Word, Numeral Number, int End) WithHalf(ReadOnlySpan<char> text, Numeral number, string word, int end)
    {
        var after = Measures.Shared.At(text, end + 1, out var behind);
        return after?.Class == MeasureClass.Duration
            ? (after.Word, number with { Value = number.Value + 0.5m, Upper = number.Upper + 0.5m }, behind)
            : (word, number, end);
    }

    private int Half(ReadOnlySpan<char> text, int at)
    {
        var measure = Measures.Shared.At(text, at + 1, out var end);
        if (measure?.Class is not MeasureClass.Duration || measure.Word == "年")
            return at + 1;
        var half = new Numeral { From = at, Core = at, To = at + 1, Value = 0.5m, Upper = 0.5m };
        Add(text, half, measure.Word, measure.Class, end);
        return end;
    }

    private void Add(ReadOnlySpan<char> text, Numeral number, string word, MeasureClass kind, int end)
    {
        var bound = number.Bound;
        if (word is "号人" or "口人" or "口子")
            (word, bound) = ("人", word == "号人" ? Bound.About : bound); // the last word wins
        end = BoundsBehind.Read(text, end, ref bound);
        Add(number, word, kind, bound, end, labelled: false);
    }

    private void Add(Numeral number, string word, MeasureClass kind, Bound bound, int end, bool labelled)
    {
        var quantity = buffers.SpareQuantities.Next();
        (quantity.From, quantity.To, quantity.Number, quantity.Measure, quantity.Class) = (number.From, end, number, word, kind);
        (quantity.Bound, quantity.Labelled) = (bound, labelled);
        Quantities.Add(quantity);
    }

    // 场次：2, 参与人数149, 参与人数为64: the measure stands in the label.
    private int Labelled(ReadOnlySpan<char> text, Numeral number)
    {
        if (text[number.Core] is '俩' or '仨' && number.To < text.Length && char.IsLetter(text[number.To]))
        {
            Add(text, number, "个", MeasureClass.Thing, number.To); // 俩桌子: the measure is in it
            return number.To;
        }

        if (number.Shape != NumeralShape.Number || number.Value >= FewestHeads)
        {
            var near = number.Bound;
            if (LabelMeasure.Heads(text, number.From, BoundsBehind.Read(text, number.To, ref near)) is > 0 and var heads)
            {
                Add(text, number with { Bound = near }, "人", MeasureClass.People, heads);
                return heads;
            }
        }

        var label = LabelMeasure.Before(text, number.From);
        if (label is null || (!number.Digits && number.Shape == NumeralShape.Number && number.To - number.Core == 1 && text[number.Core] is '一') || number.To < text.Length && char.IsAsciiLetterOrDigit(text[number.To]))
            return number.To;
        var bound = number.Bound;
        var end = BoundsBehind.Read(text, number.To, ref bound);
        Add(number, label, Measures.Shared.ClassOf(label), bound, end, labelled: true);
        return end;
    }
}

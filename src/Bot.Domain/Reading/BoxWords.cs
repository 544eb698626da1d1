namespace Bot.Domain.Reading;

/// <summary>
/// What a form asks to be answered with yes or no (主要负责人是否带头宣讲). Told in prose it fills nothing: a box is marked by
/// who fills in the form; but it is none of the activities counted elsewhere, and is shown as not understood.
/// </summary>
/// <param name="Who">What stands before 是否.</param>
/// <param name="What">What stands behind it.</param>
internal sealed record BoxWords(string Who, string What)
{
    private const int Shortest = 3;
    private const int TellingEnd = 2;

    /// <summary>The words of a blank, or null where they are too few to be known again.</summary>
    public static BoxWords? Of(GroupSlot slot)
    {
        var phrase = Bare(slot.Tail.Length > 0 ? slot.Tail : slot.Group.Head);
        var cut = phrase.IndexOf("是否", StringComparison.Ordinal);
        var (who, what) = cut < 0 ? (string.Empty, phrase) : (phrase[..cut], phrase[(cut + 2)..]);
        return what.Length < Shortest ? null : new BoxWords(who, what);
    }

    /// <summary>Where it is told between two positions, or null.</summary>
    public (int From, int To)? In(ReadOnlySpan<char> text, int from, int to)
    {
        var at = text[from..to].IndexOf(What, StringComparison.Ordinal);
        if (at < 0)
            return null;
        if (Who.Length < TellingEnd)
            return (from + at, from + at + What.Length);
        var who = text.Slice(from, at).LastIndexOf(Who.AsSpan(Who.Length - TellingEnd), StringComparison.Ordinal);
        return who < 0 ? null : (from + Math.Max(0, who + TellingEnd - Who.Length), from + at + What.Length);
    }

    private static string Bare(string words) => words.Replace("“", string.Empty, StringComparison.Ordinal).Replace("”", string.Empty, StringComparison.Ordinal);
}

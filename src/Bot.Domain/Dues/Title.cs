using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Dues;

/// <summary>What a text or a file calls itself: 白塔社区“安全生产月”活动总结, 沈阳行6月进展情况.</summary>
/// <remarks>
/// The word counts where a title ends with it (or …如下, …报告), not where something is done (现场总结, 报送总结), is to be done
/// (请…报送总结) or is something else (总结会). What sums up one occasion (演练总结, 6月13日小结) is an ordinary report.
/// </remarks>
internal sealed record Title
{
    private const int LongestOpening = 15;
    private const int MostOpenings = 2;
    private const int LongestAddition = 20;
    private const int AnnouncedWithin = 300;

    private const int Longest = 60;

    private static readonly DateTime AnyDay = new(2000, 1, 3);
    private static readonly string[] Meeting = ["总结会", "总结大会", "总结表彰会", "总结报告会", "总结推进会", "小结会"];
    private static readonly ObligationKind[] Kinds = [ObligationKind.Summary, ObligationKind.Progress, ObligationKind.Plan];

    private static readonly ObligationKind[] KindsOfFiles =
        [ObligationKind.Summary, ObligationKind.Statistics, ObligationKind.Progress, ObligationKind.Plan, ObligationKind.Liaison, ObligationKind.Material];

    private static HandInWords Words => HandInWords.Shared;

    /// <summary>What it calls itself; null: none of these.</summary>
    public ObligationKind? Kind { get; private init; }

    /// <summary>The words it stands in, folded; empty: the text has no title.</summary>
    public string Text { get; private init; } = "";

    /// <summary>How much of the text is left behind it, in letters and digits.</summary>
    public int Body { get; private init; }

    /// <summary>Whether it sums up one occasion (演练总结).</summary>
    public bool IsOfOccasion { get; private init; }

    /// <summary>The title of a folded text.</summary>
    public static Title Of(string text)
    {
        var first = new Title();
        var (opening, openings) = (true, 0);
        foreach (var (from, to, apart) in Pieces(text))
        {
            var piece = text[from..to].Trim(' ', '*', '#', '-');
            if (!piece.Any(char.IsLetterOrDigit)) continue;
            var announced = Words["announce"].Any(w => piece.StartsWith(w, StringComparison.Ordinal));
            if (from > AnnouncedWithin) break;
            if (!opening && !announced) continue;
            var rest = text[to..].Count(char.IsLetterOrDigit);
            if (Words.Any("never", piece)) opening = false;
            else if (KindOf(piece, apart) is { } named) return new Title { Kind = named, Text = text[..to], Body = rest };
            else if (first.Text.Length == 0 && apart && to <= Longest && !IsOpening(piece)) first = new Title { Text = text[..to], Body = rest, IsOfOccasion = IsOccasion(piece) };
            opening = opening && piece.Length <= LongestOpening && ++openings <= MostOpenings;
        }

        return first;
    }

    /// <summary>The title a file bears; its name without the ending, folded.</summary>
    public static Title OfFile(string name)
    {
        if (Words.Any("never", name)) return new Title();
        foreach (var kind in KindsOfFiles)
        {
            if (Words[kind].Select(w => name.LastIndexOf(w, StringComparison.Ordinal)).Max() is not (>= 0 and var at)) continue;
            if (kind is ObligationKind.Summary or ObligationKind.Plan && IsOccasion(name[..at]))
                return new Title { Text = name, IsOfOccasion = true, Kind = kind == ObligationKind.Summary ? ObligationKind.Material : null };
            if (kind == ObligationKind.Summary && Meeting.Any(m => name.AsSpan(at).EndsWith(m))) continue;
            if (kind == ObligationKind.Liaison && !Words["register"].Any(w => name.AsSpan(at).Contains(w, StringComparison.Ordinal))) continue;
            return new Title { Kind = kind, Text = name };
        }

        return new Title { Text = name };
    }

    /// <summary>Whether it ends with one of these words, as a name does.</summary>
    public bool EndsWith(IEnumerable<string> nouns) => nouns.Any(n => EndsWith(Text, n, out _));

    private static ObligationKind? KindOf(string piece, bool apart)
    {
        foreach (var kind in Kinds)
        {
            foreach (var noun in Words[kind])
            {
                if (!EndsWith(piece, noun, out var before) || Words.Ends("act", before)) continue;
                if (kind == ObligationKind.Summary && IsOccasion(before)) return null;
                if (kind == ObligationKind.Progress && noun.EndsWith('报') && !IsPeriodical(before)) continue;
                if (kind == ObligationKind.Plan && (!apart || IsOccasion(before) || Words.Any("drafted", before))) continue;
                return kind;
            }
        }

        return null;
    }

    // The last of the words, with nothing behind it but what titles have there.
    private static bool EndsWith(string piece, string noun, out string before)
    {
        before = "";
        var at = piece.LastIndexOf(noun, StringComparison.Ordinal);
        if (at < 0) return false;
        before = piece[..at].TrimEnd(' ', '”', '"', '》');
        var behind = piece[(at + noun.Length)..].TrimStart('”', '"', '》', ']', ')');
        while (Words["tail"].FirstOrDefault(t => behind.StartsWith(t, StringComparison.Ordinal)) is { } tail)
            behind = behind[tail.Length..].TrimStart('”', '"', '》', ']', ')');
        return behind.Length == 0
            || (behind.Length <= LongestAddition && (" (-_·.~/+".Contains(behind[0], StringComparison.Ordinal) || behind.All(IsOfDate)));
    }

    private static bool IsOfDate(char c) => char.IsAsciiDigit(c) || "年月日号.-~至/() ".Contains(c, StringComparison.Ordinal);

    // 应急演练活动总结, 6月13日小结.
    private static bool IsOccasion(string before)
    {
        var name = Words.Without("filler", before.TrimEnd(' ', '”', '"'));
        return Words.Ends("occasion", name) || Figures.Read(SourceText.Fold(name), AnyDay).Dates.Exists(d =>
            d.Shape is DateShape.Day or DateShape.Relative && !name.AsSpan(0, d.From).EndsWith("截至") && !name.AsSpan(0, d.From).EndsWith("截止"));
    }

    // 附件2, 各位领导好.
    private static bool IsOpening(string piece) => Words["opening"].Contains(piece.TrimEnd('1', '2', '3', '4', '5', '6', ' ', '.'), StringComparer.Ordinal);

    private static bool IsPeriodical(string before) => before.Length == 0 || char.IsAsciiDigit(before[^1]) || Words.Ends("gazette", before);

    // What stands between stops and brackets; apart: it ends where a title ends.
    private static IEnumerable<(int From, int To, bool Apart)> Pieces(string text)
    {
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !"\n:，。;!?|[]《》".Contains(text[at], StringComparison.Ordinal)) continue;
            if (at > from) yield return (from, at, at == text.Length || text[at] is '\n' or ':' or ']' or '》');
            from = at + 1;
        }
    }
}

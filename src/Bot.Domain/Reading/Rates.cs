namespace Bot.Domain.Reading;

/// <summary>Tells rates from counts: 日均门诊量1300人次, 人均管护320盏, 一天要跑40户 tell how much as a rule, not what was done.</summary>
internal static class Rates
{
    private const int Reach = 24;
    private static readonly string[] Spans = ["一天", "一晚", "一周", "一个月", "一年", "每天", "每日", "每晚", "每周", "每月", "天天"];

    /// <summary>Whether a figure is a rate: a word for one stands before it in its clause, no other figure between.</summary>
    public static bool IsRate(MarkedText text, Clause clause, Quantity quantity)
    {
        var from = Math.Max(clause.From, quantity.From - Reach);
        foreach (var other in text.QuantitiesIn(from, quantity.From))
            from = other == quantity || other.Class == MeasureClass.Duration || other is { Value: 1, Class: MeasureClass.People, Number.Digits: false } ? from : Math.Max(from, other.To);
        var words = text.Source.Text[from..Math.Max(from, quantity.From)];
        return IsVolume(words) || IsAverage(words) && !text.PieceHits(from, quantity.From).Any(piece => text.Has(piece.From, piece.To, "均")) || IsUsual(words);
    }

    // 日均, 场均; but not 3人均参加, 负责人均到场.
    private static bool IsAverage(ReadOnlySpan<char> words)
    {
        for (var at = words.IndexOf('均'); at >= 1; at = words[(at + 1)..].IndexOf('均') is >= 0 and var next ? at + 1 + next : -1)
        {
            var unit = words[at - 1];
            var before = at >= 2 ? words[at - 2] : ' ';
            var bare = !char.IsAsciiDigit(before) && NumeralWords.Digit(before) < 0;
            if (unit is '人' ? !char.IsLetterOrDigit(before) : bare && unit is '日' or '月' or '年' or '周' or '季' or '旬' or '场' or '户' or '班' or '批' or '次' or '时')
                return !words[(at + 1)..].StartsWith("为") && !words[(at + 1)..].StartsWith("有") || unit is '日' or '年';
        }

        return words.Contains("平均", StringComparison.Ordinal);
    }

    // 全年急诊量15.8万人次, 年用量85吨: what a year or a day brings.
    private static bool IsVolume(ReadOnlySpan<char> words)
    {
        var noun = words.TrimEnd("约为达近超过突破");
        return noun.Length >= 3 && noun[^1] == '量' && noun[Math.Max(0, noun.Length - 6)..].IndexOfAny('年', '月', '日') >= 0;
    }

    // 一天要跑40户: what somebody does on any day.
    private static bool IsUsual(ReadOnlySpan<char> words)
    {
        if (words.Contains("一人就", StringComparison.Ordinal) || words.Contains("一个人就", StringComparison.Ordinal))
            return true; // 老郭一人就找出11条: one's own share of what all did
        foreach (var span in Spans)
        {
            if (words.IndexOf(span) is >= 0 and var at && at + span.Length < words.Length && words[at + span.Length] is '要' or '能' or '可' or '得')
                return true;
        }

        return false;
    }
}

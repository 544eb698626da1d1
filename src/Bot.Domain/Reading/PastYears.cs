namespace Bot.Domain.Reading;

/// <summary>Clauses that begin with a year gone by (2015年那场大风, 2019年改造) tell no report.</summary>
internal static class PastYears
{
    private const int Opening = 8;
    private const int LoneYear = 8;
    private const int AheadReach = 8;

    /// <summary>Marks them. In January and February the year before is still reported on.</summary>
    public static void Mark(ReadOnlySpan<char> text, List<Clause> clauses, DateTime saidAt)
    {
        var last = saidAt.Month <= 2 ? saidAt.Year - 2 : saidAt.Year - 1;
        var gone = -1; // the sentence that began with 2021年，
        foreach (var clause in clauses)
        {
            if (clause.To - clause.From <= LoneYear && Begins(text[clause.From..clause.To], last))
                gone = clause.Sentence;
            if (clause.Sentence == gone && KindWords.Shared.Any("now", text[clause.From..clause.To]))
                gone = -1;
            if (clause.Sentence == gone && clause.Status == ClauseStatus.Done)
                clause.Status = ClauseStatus.Earlier;
            if (clause.Status == ClauseStatus.Done && IsAhead(text[clause.From..clause.To], saidAt.Month))
                clause.Status = ClauseStatus.Planned;
            if (clause.Status == ClauseStatus.Done && !clause.Aim && Begins(text[clause.From..clause.To], last))
            {
                clause.Status = ClauseStatus.Earlier;
                gone = TellsBeginning(text[clause.From..clause.To]) ? clause.Sentence : gone; // 2019年9月正式运营，累计运送乘客……
            }
        }
    }

    private static bool TellsBeginning(ReadOnlySpan<char> words)
    {
        foreach (var word in (ReadOnlySpan<string>)["成立", "建成", "运营", "投产", "投用", "创办", "创建", "开业", "始建", "建于", "改造", "落成", "启用", "挂牌", "搬迁", "建厂", "建校", "建院", "组建", "设立", "开办"])
        {
            if (words.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // 7月再请专业队伍来一次拉练, said in June: a month to come.
    internal static bool IsAhead(ReadOnlySpan<char> words, int month)
    {
        var at = words.IndexOf('月');
        if (at < 1 || at > AheadReach || at + 1 >= words.Length || words[at + 1] is not ('开' or '组' or '举' or '召' or '实' or '推' or '继' or '陆' or '内' or '再' or '还' or '要' or '请' or '补' or '上' or '中' or '底' or '份' or '初' or '起' or '计' or '拟' or '，'))
            return false;
        var from = at;
        while (from > 0 && char.IsAsciiDigit(words[from - 1]))
            from--;
        return from < at && int.TryParse(words[from..at], out var told) && told is >= 1 and <= 12 && told - month is > 0 and <= 5 && words.IndexOf('年') < 0;
    }

    // 三季度继续办讲座2场, said in June.
    internal static bool IsQuarterAhead(ReadOnlySpan<char> words, int month)
    {
        var at = words.IndexOf("季度", StringComparison.Ordinal);
        return at is >= 1 and <= 3 && NumeralWords.Digit(words[at - 1]) is > 0 and <= 4 and var quarter && quarter > (month + 2) / 3;
    }

    // 针对2021年发生的3起……, 公司2009年投运: what happened in such a year.
    private static bool IsOf(ReadOnlySpan<char> words, int last)
    {
        for (var at = words.IndexOf('年'); at >= 4 && at + 1 < words.Length; at = words[(at + 1)..].IndexOf('年') is >= 0 and var next ? at + 1 + next : -1)
        {
            if (int.TryParse(words[(at - 4)..at], out var year) && year is > 1949 && year <= last && words[..at].IndexOfAny('《', '“') < 0
                && words[at + 1] is '发' or '以' or '投' or '建' or '改' or '被' or '轮' or '获' or '开' or '通' or '冬' or '夏' or '春' or '秋' or '全' or '底' or '初' or '落' or '成' or '入' or '起' or '的' or '，')
                return true;
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<char> words, int last)
    {
        if (IsOf(words, last))
            return true;
        var at = words[..Math.Min(words.Length, Opening + 5)].IndexOf('年');
        return at >= 4 && at - 4 <= Opening && int.TryParse(words[(at - 4)..at], out var year) && year is > 1949 && year <= last
            && (at == 4 || !char.IsAsciiLetterOrDigit(words[at - 5])) && words[..at].IndexOfAny('《', '“') < 0;
    }
}

using System.Buffers;

namespace Bot.Domain.Reading;

/// <summary>Tells sentences that say what a place or firm is or has: no report, unless something done is told with it.</summary>
internal static class StockFacts
{
    private const int Reach = 20;
    private const int SubjectReach = 16;
    private const int NounReach = 5;
    private const int SentenceReach = 2000; // as long as a sentence is read (Clauses)
    private static readonly SearchValues<char> VerbEnds = SearchValues.Create([.. KindWords.Shared["stock-verb"].Select(verb => verb[^1])]);
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789余多百千万");
    private static readonly SearchValues<char> NoSubject = SearchValues.Create("这那此的也都不就正还但而于凡总便又才可要只更最却并日天次一说道“”:");

    /// <summary>Whether a clause begins such a sentence.</summary>
    public static bool Is(ReadOnlySpan<char> text, Clause clause) => Has(text, clause) || IsWhat(text, clause) || CountsHouseholds(text, clause) || TellsWhoLives(text[clause.From..clause.To]);

    /// <summary>在岗职工86人: whether a noun that ends here is counted, and nothing done is told of those counted.</summary>
    public static bool IsCounted(ReadOnlySpan<char> text, int at, Clause clause)
    {
        for (var next = at; next < Math.Min(text.Length, at + NounReach); next++)
        {
            if (char.IsAsciiDigit(text[next]) || NumeralWords.Digit(text[next]) >= 0)
                return !TellsDeeds(text, clause);
        }

        return false;
    }

    // 白塔社区共有住宅21栋，……: what a place or firm has.
    private static bool Has(ReadOnlySpan<char> text, Clause clause)
    {
        var words = text[clause.From..Math.Min(clause.To, clause.From + Reach)];
        if (!words.ContainsAny(VerbEnds))
            return false;
        foreach (var verb in KindWords.Shared["stock-verb"])
        {
            var at = words.IndexOf(verb, StringComparison.Ordinal);
            if (at < 2 || words[..at].Contains('“') || !KindWords.Shared.Ends("stock-owner", words[..at]) && verb is not ("下辖" or "现辖" or "辖有" or "下设" or "现共有"))
                continue;
            return !TellsDeeds(text, clause);
        }

        return false;
    }

    // 新华市场是一家开了22年的批发市场，有商户640家; 古镇系国家4A级景区: what it is.
    private static bool IsWhat(ReadOnlySpan<char> text, Clause clause)
    {
        var words = text[clause.From..Math.Min(clause.To, clause.From + SubjectReach)];
        var at = words.IndexOfAny('是', '系');
        if (at < 2 || words[..at].ContainsAny(NoSubject) || at + 2 >= words.Length || !KindWords.Shared.Starts("stock-kind", words[(at + 1)..]))
            return false;
        return !TellsDeeds(text, clause);
    }

    // 全村4个村民组、612户、1985口人: households and heads side by side, and nothing done.
    private static bool CountsHouseholds(ReadOnlySpan<char> text, Clause clause)
    {
        var words = text[clause.From..clause.To];
        var at = words.IndexOf('户');
        if (at < 1 || at + 1 >= words.Length || !IsNumeral(words[at - 1]))
            return false;
        var first = 0;
        while (!IsNumeral(words[first]))
            first++;
        if (first == 0 || words[0] != '全' && !KindWords.Shared.Ends("stock-owner", words[..first]))
            return false;
        var rest = words[(at + 1)..].TrimStart("、，");
        return rest.Length > 1 && IsNumeral(rest[0]) && rest.IndexOfAny('人', '口') > 0 && !TellsDeeds(text, clause);
    }

    // 两个小区合计7600余人居住.
    private static bool TellsWhoLives(ReadOnlySpan<char> words) => words.IndexOf("居住") is >= 2 and var at && words[at - 1] is '人' or '户' or '口' && words[..at].ContainsAny(Figures);

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || c is '多' or '余' || NumeralWords.Digit(c) >= 0 || NumeralWords.Unit(c) > 0;

    private static bool TellsDeeds(ReadOnlySpan<char> text, Clause clause)
    {
        var rest = text.Slice(clause.From, Math.Min(SentenceReach, text.Length - clause.From));
        var end = rest.IndexOfAny("。!?;\n");
        return KindWords.Shared.Any("stock-not", end < 0 ? rest : rest[..end]);
    }
}

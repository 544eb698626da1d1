using System.Text.RegularExpressions;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>
/// The text names a day of another year, as old reports do that are sent once more. A span of years (2024—2026三年行动), an
/// edition （2024年版） or the day something came into force is none.
/// </summary>
internal static partial class OtherYearNamed
{
    private static readonly string[] After = ["起", "施行", "实施", "印发", "发布", "公布", "修订", "修正", "通过", "成立", "投产", "建成"];

    public static IEnumerable<Finding> Find(LedgerDraft draft, IReadOnlyList<BookedReport> booked)
    {
        var text = draft.Request.Text;
        foreach (Match match in Day().Matches(text))
        {
            if (Number(match.Groups["year"].ValueSpan) == draft.Request.Campaign.Year) continue;
            var span = new TextSpan(match.Index, match.Index + match.Length);
            if (After.Any(w => text.AsSpan(span.To).StartsWith(w, StringComparison.Ordinal))) continue;
            return [new Finding(booked[0].Unit, CheckCode.OtherYearNamed, booked[0].Activity.Id, Span: span)];
        }

        return [];
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits) value = (value * 10) + Digit(c);
        return value;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        '〇' or '○' or '零' => 0,
        _ => "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) + 1,
    };

    [GeneratedRegex(
        @"(?<![0-9０-９])(?<year>[2２二][0０〇○零][0-9０-９〇○零一二三四五六七八九]{2})" +
        @"\s?[年.\-/．]\s?[0-9０-９一二三四五六七八九十]{1,3}\s?[月.\-/．]\s?[0-9０-９一二三四五六七八九十]{1,3}(日|号|(?![0-9０-９]))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();
}

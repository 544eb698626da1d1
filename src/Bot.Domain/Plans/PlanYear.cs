using System.Text.RegularExpressions;

namespace Bot.Domain.Plans;

/// <summary>The year of a plan and the day it was issued.</summary>
internal static class PlanYear
{
    private static readonly Regex Ordinal = new(
        @"第 ?(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(个|届)(我国|中国)?的?(“?[全世][国界]|“?[^，。;:“”(0-9]{0,6}“?)?“?[^，。;:“”(0-9]{0,10}(月|日|周|年)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex Behind = new(@"(月|日|周)”?\(第 ?(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(个|届)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex Written = new(@"(?<y>20[0-9]{2}|二[〇零○][一二三四五六七八九〇零○]{2}) ?年", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>The day under the signature, or null.</summary>
    public static DateOnly? IssuedOn(IEnumerable<PlanLine> lines)
    {
        foreach (var line in lines.Reverse())
        {
            if (line.Words.Length > 24)
                continue;
            var cursor = new TimeCursor(line.Words, 0);
            if (PlanDates.TryRead(ref cursor, false, out var date, out _) && date is { Year: { } year, Month: { } month, Day: { } day and > 0 }
                && cursor.Rest.Trim().Length <= 2 && day <= DateTime.DaysInMonth(year, month))
                return new DateOnly(year, month, day);
        }

        return null;
    }

    /// <summary>The year a text names first, or null.</summary>
    public static int? In(string? words)
    {
        if (words is null)
            return null;
        var match = Written.Match(PlanLine.Of(words).Words);
        return match.Success ? ChineseNumber.Of(match.Groups["y"].ValueSpan) : null;
    }

    /// <summary>The ordinal of the national campaign: 第23个全国“安全生产月”, 第34个全国消防日.</summary>
    public static int? Edition(IEnumerable<PlanLine> lines, out string sentence)
    {
        foreach (var line in lines)
        {
            // 全国“安全生产月”（第22个）
            if (Behind.Match(line.Words) is { Success: true } named)
            {
                sentence = line.Text;
                return ChineseNumber.Of(named.Groups["n"].ValueSpan);
            }

            foreach (Match match in Ordinal.Matches(line.Words))
            {
                if (IsCampaign(match.Value) && ChineseNumber.Of(match.Groups["n"].ValueSpan) is { } number and > 0)
                {
                    sentence = line.Printed(match.Index, match.Index + match.Length);
                    return number;
                }
            }
        }

        sentence = "";
        return null;
    }

    // 第三个星期, 第二个月, 第一个工作日 count something else.
    private static bool IsCampaign(string words)
    {
        var behind = words[(words.IndexOfAny(['个', '届', '次']) + 1)..];
        return behind.Length > 2 && !behind.Contains("工作日", StringComparison.Ordinal) && !behind.Contains("星期", StringComparison.Ordinal) && !behind.Contains("休息日", StringComparison.Ordinal) && !behind.StartsWith('月');
    }
}

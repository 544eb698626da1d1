using System.Text.RegularExpressions;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Ledger;

/// <summary>
/// Since when a cumulative figure counts. 截至目前 counts the whole campaign; 本月以来, 11月以来, 6月份共, 7月总结, 统计时间：7月1日至27日
/// count from that month's first day, which matters where a subject runs for months.
/// </summary>
internal static partial class CumulativeSpan
{
    /// <summary>The days the statement covers; null: all so far.</summary>
    public static DaySpan? Of(string text, DateOnly saidOn, DaySpan period)
    {
        var match = Month().Match(text);
        if (!match.Success || AllAlong().IsMatch(text)) return null;
        var month = match.Groups["this"].Success ? saidOn.Month : Number(match.Groups["month"].Value);
        if (month is < 1 or > 12) return null;
        var from = new DateOnly(month > saidOn.Month ? saidOn.Year - 1 : saidOn.Year, month, 1);
        return from <= period.From ? null : new DaySpan(from, saidOn);
    }

    private static int Number(string written) => written switch
    {
        "一" => 1, "二" => 2, "三" => 3, "四" => 4, "五" => 5, "六" => 6, "七" => 7, "八" => 8, "九" => 9, "十" => 10, "十一" => 11, "十二" => 12,
        _ => int.Parse(written, System.Globalization.CultureInfo.InvariantCulture),
    };

    // Neither 6—12月 nor 6月20日 is one month.
    [GeneratedRegex(
        "((?<this>本月|当月)|(?<![0-9一二三四五六七八九十—~～至到-])(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)(以来|共|累计|合计|总计|[^0-9，。；：:\n]{0,16}总结)"
        + "|(统计|填报|数据)(时间|时段|周期|期间|区间)[:： ]*([0-9]{4}年)?(?<month>1[0-2]|[1-9])[月.]0?1日?[—~～至到-]",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Month();

    [GeneratedRegex("活动开展以来|活动以来|安全生产月以来|启动以来|开展以来", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AllAlong();
}

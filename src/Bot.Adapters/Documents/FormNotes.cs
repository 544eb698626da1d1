using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>The lines that say what a filled form stands on.</summary>
internal static class FormNotes
{
    /// <summary>Period and coverage in one line; null: one unit's own form without a period.</summary>
    public static string? Coverage(Rollup rollup, LabelScript script)
    {
        var parts = new List<string>();
        if (rollup.Period is { } period)
            parts.Add(script.Write($"统计时段：{Period(period)}。"));
        if (rollup.Coverage is { Expected: > 1 } coverage)
            parts.Add(Units(coverage, script));
        return parts.Count == 0 ? null : string.Concat(parts);
    }

    /// <summary><c>2024年6月1日至6月30日</c>.</summary>
    public static string Period(DaySpan period)
    {
        var from = $"{period.From.Year}年{period.From.Month}月{period.From.Day}日";
        if (period.From == period.To)
            return from;
        var year = period.From.Year == period.To.Year ? "" : $"{period.To.Year}年";
        return $"{from}至{year}{period.To.Month}月{period.To.Day}日";
    }

    private static string Units(Coverage coverage, LabelScript script) => coverage.Complete
        ? script.Write($"汇总范围：应报{coverage.Expected}家，已全部报送。")
        : script.Write($"汇总范围：应报{coverage.Expected}家，已报{coverage.Reported}家；未报{coverage.Missing.Count}家（")
            + string.Join("、", coverage.Missing.Select(unit => unit.Name)) + script.Write("），其数未计入，不按零计。");
}

using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>Times a person says about a draft, read as a plan would be: the words are put into the sentence a plan has for them.</summary>
public static class SaidTimes
{
    /// <summary>The days of 6月1日至6月30日, 6月份; null: the words name none.</summary>
    public static DaySpan? Period(string words, int year, WorkingDays working)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Read(year, working, $"活动时间：{Line(words)}").Period;
    }

    /// <summary>A hand-in with its time as said: 6月28日前, 每周五前, 每月25日17时前; null: the words name no time.</summary>
    public static PlanObligation? Changed(PlanObligation handIn, string words, PlanReading reading, WorkingDays working)
    {
        ArgumentNullException.ThrowIfNull(handIn);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(words);
        var period = reading.Period is { } days ? string.Create(CultureInfo.InvariantCulture, $"活动时间：{days.From:yyyy年M月d日}至{days.To:yyyy年M月d日}") : "";
        var year = reading.Period?.From.Year ?? reading.Year ?? 0;
        var when = Line(words).TrimEnd('。', ' ');
        foreach (var said in (string[])[when, when + "前"])
        {
            var read = Read(year, working, period, $"各单位{said}将活动材料报送至联络群。");
            if (read.Obligations is [{ Schedule: not Schedule.Unspecified } only]) return handIn with { Schedule = only.Schedule, Time = only.Time };
        }

        return null;
    }

    private static PlanReading Read(int year, WorkingDays working, params IEnumerable<string> lines) => PlanCompiler.Read(
        [.. lines.Where(line => line.Length > 0).Prepend(string.Create(CultureInfo.InvariantCulture, $"{year}年“安全生产月”活动方案")).Select(line => new DocumentBlock.Paragraph(line))], working);

    private static string Line(string words) => words.ReplaceLineEndings(" ").Trim();
}

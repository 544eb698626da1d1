using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Rollups;

namespace Bot.Domain.Tests.Rollups;

/// <summary>The season's three villages with a weekly hand-in, a closing summary and a table, and posts made of them.</summary>
internal static class PostSamples
{
    public static readonly Obligation Weekly = new()
    {
        Id = "weekly-material", Kind = ObligationKind.Material, Subject = "安全生产月",
        Schedule = new Schedule.Weekly([DayOfWeek.Thursday], new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)),
    };

    public static readonly Obligation Summary = new()
    {
        Id = "summary", Kind = ObligationKind.Summary, Subject = "安全生产月", Schedule = new Schedule.Once(new DateOnly(2024, 6, 25)),
    };

    public static readonly Obligation Table = new()
    {
        Id = "statistics", Kind = ObligationKind.Statistics, Subject = "安全生产月", Schedule = new Schedule.Monthly([25], new DateOnly(2024, 6, 1), new DateOnly(2024, 9, 1)),
        Form = new FormId("form1"),
    };

    public static RunningCampaign Running(params Obligation[] obligations) => new()
    {
        Revision = new RevisionId(new CampaignId("hill-2024"), 1), Campaign = new Season().Request().Campaign with { Obligations = obligations },
        Since = new DateTimeOffset(2024, 5, 30, 0, 0, 0, TimeSpan.Zero), Groups = [],
    };

    /// <summary>What would be posted of the season's bookings about the days, with the named units missing.</summary>
    public static RollupPost Post(Season season, Obligation obligation, DaySpan days, params string[] missing)
    {
        var period = HandInDays.FromBeginning(days) ? [] : MainFigures.OfPeriod([FormTotals.Of(season.Rollup(days))]);
        return new RollupPost
        {
            Campaign = Running(obligation).Campaign, Obligation = obligation, Days = days, Deadline = days.To, OfPeriod = period,
            SoFar = MainFigures.SoFar([FormTotals.Of(season.Rollup(new DaySpan(HandInDays.Beginning, days.To)))], period), Coverage = Coverage(missing),
        };
    }

    private static Coverage Coverage(IReadOnlyList<string> missing) => new(
        Season.Units.Count - missing.Count, Season.Units.Count, [.. Season.Units.Where(u => missing.Contains(u.Name)).OrderBy(u => u.Order)]);
}

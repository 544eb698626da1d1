using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Dues;

public sealed class OccurrencesTests
{
    public static TheoryData<string, Schedule, string> Schedules => new()
    {
        { "once", new Schedule.Once(Day("2024-06-25")), "06-01..06-25" },
        { "once, after the campaign", new Schedule.Once(Day("2024-12-25")), "06-01..12-25" },
        { "once, before the campaign", new Schedule.Once(Day("2024-05-20")), "04-20..05-20" },
        { "once, on its first day", new Schedule.Once(Day("2024-06-01")), "06-01..06-01" },
        { "dates in any order, one twice", Dates("2024-06-20", "2024-06-10", "2024-06-20"), "06-01..06-10 06-11..06-20" },
        { "dates, the first before the campaign", Dates("2024-05-20", "2024-06-20"), "04-20..05-20 05-21..06-20" },
        { "daily", new Schedule.Daily(Day("2024-06-28"), Day("2024-07-01")), "06-28..06-28 06-29..06-29 06-30..06-30 07-01..07-01" },
        { "weekly on one day", Weekly("2024-06-01", "2024-06-30", DayOfWeek.Thursday), "06-01..06-06 06-07..06-13 06-14..06-20 06-21..06-27" },
        { "weekly from its own first day", Weekly("2024-06-12", "2024-06-30", DayOfWeek.Thursday), "06-12..06-13 06-14..06-20 06-21..06-27" },
        { "weekly beginning on the day", Weekly("2024-06-06", "2024-06-13", DayOfWeek.Thursday), "06-06..06-06 06-07..06-13" },
        {
            "weekly on several days", Weekly("2024-06-01", "2024-06-14", DayOfWeek.Friday, DayOfWeek.Tuesday),
            "06-01..06-04 06-05..06-07 06-08..06-11 06-12..06-14"
        },
        { "weekly on a day the span does not have", Weekly("2024-06-03", "2024-06-05", DayOfWeek.Friday), "" },
        { "weekly on a day of choice, begun on a weekend", Weekly("2024-06-01", "2024-06-30"), "06-01..06-09 06-10..06-16 06-17..06-23 06-24..06-30" },
        { "weekly on a day of choice, begun and ended in a week", Weekly("2024-06-06", "2024-06-18"), "06-06..06-09 06-10..06-16 06-17..06-18" },
        { "weekly on a day of choice, one weekend", Weekly("2024-06-01", "2024-06-02"), "06-01..06-02" },
        { "weekly on a day of choice, one day", Weekly("2024-06-05", "2024-06-05"), "06-05..06-05" },
        { "biweekly", new Schedule.Biweekly(DayOfWeek.Friday, Day("2024-06-14"), Day("2024-07-12")), "06-01..06-14 06-15..06-28 06-29..07-12" },
        { "biweekly, begun before the campaign", new Schedule.Biweekly(DayOfWeek.Friday, Day("2024-05-24"), Day("2024-06-10")), "04-24..05-24 05-25..06-07" },
        { "monthly", Monthly("2024-06", "2024-08", 25), "06-01..06-25 06-26..07-25 07-26..08-25" },
        { "monthly, the last day", Monthly("2024-01", "2024-04", 0), "01-01..01-31 02-01..02-29 03-01..03-31 04-01..04-30" },
        { "monthly, the 31st", Monthly("2023-02", "2023-04", 31), "2023-02-01..2023-02-28 2023-03-01..2023-03-31 2023-04-01..2023-04-30" },
        { "twice a month", Monthly("2024-01", "2024-02", 30, 15), "01-01..01-15 01-16..01-30 01-31..02-15 02-16..02-29" },
        { "two days that are one in a short month", Monthly("2024-02", "2024-03", 30, 31), "02-01..02-29 03-01..03-30 03-31..03-31" },
        { "monthly over the new year", Monthly("2024-12", "2025-01", 5), "12-01..12-05 12-06..2025-01-05" },
        { "quarterly in the first month", new Schedule.Quarterly(1, 5, Month("2024-07"), Month("2024-10")), "07-01..07-05 07-06..10-05" },
        { "quarterly in the second month", new Schedule.Quarterly(2, 10, Month("2024-05"), Month("2024-08")), "04-01..05-10 05-11..08-10" },
        { "quarterly in the last month", new Schedule.Quarterly(3, 25, Month("2024-06"), Month("2024-12")), "04-01..06-25 06-26..09-25 09-26..12-25" },
        { "quarterly from a month without a due day", new Schedule.Quarterly(3, 0, Month("2024-04"), Month("2024-10")), "04-01..06-30 07-01..09-30" },
        { "per activity: nothing in advance", new Schedule.PerActivity(2), "" },
        { "unspecified material: Fridays", new Schedule.Unspecified(), "06-01..06-07 06-08..06-14 06-15..06-21 06-22..06-28" },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedule_gives_its_days_each_with_its_window(string label, Schedule schedule, string windows)
    {
        var occurrences = Occur(Owed(schedule));
        Assert.True(windows == Windows(occurrences), $"{label}: {Windows(occurrences)}");
        Assert.All(occurrences, o => Assert.Equal(o.Day, o.Deadline));
    }

    [Theory]
    [InlineData(ObligationKind.Summary)]
    [InlineData(ObligationKind.Statistics)]
    [InlineData(ObligationKind.Progress)]
    [InlineData(ObligationKind.Plan)]
    [InlineData(ObligationKind.Liaison)]
    [InlineData(ObligationKind.Other)]
    public void What_has_no_day_and_is_not_material_is_due_at_the_period_s_end(ObligationKind kind) =>
        Assert.Equal("06-01..06-30", Windows(Occur(Owed(new Schedule.Unspecified(), kind))));

    [Fact]
    public void The_office_s_own_schedule_stands_in_place_of_an_unspecified_one_only()
    {
        var own = new Schedule.Monthly([0], Month("2024-06"), Month("2024-07"));
        var unspecified = Owed(new Schedule.Unspecified());
        Assert.Equal("06-01..06-30 07-01..07-31", Windows(Occur(unspecified, settings: Set(unspecified, own))));
        var dated = Owed(new Schedule.Once(Day("2024-06-25")));
        Assert.Equal("06-01..06-25", Windows(Occur(dated, settings: Set(dated, own))));
        Assert.Equal(
            "06-01..06-07 06-08..06-14 06-15..06-21 06-22..06-28", Windows(Occur(unspecified, settings: Set(unspecified, new Schedule.Unspecified()))));
    }

    public static TheoryData<string, int, string, string> Changes => new()
    {
        { "nothing moved", 0, "", "06-01..06-06 06-07..06-13 06-14..06-20 06-21..06-27" },
        { "a day earlier", 1, "", "06-01..06-05 06-06..06-12 06-13..06-19 06-20..06-26" },
        { "moved back", 0, "06-06>06-10", "06-01..06-10 06-11..06-13 06-14..06-20 06-21..06-27" },
        { "moved forward", 0, "06-13>06-11", "06-01..06-06 06-07..06-11 06-12..06-20 06-21..06-27" },
        { "moved counts from the plan's day whatever the office's earlier day", 2, "06-13>06-13", "06-01..06-04 06-05..06-13 06-14..06-18 06-19..06-25" },
        { "moved onto the next", 0, "06-06>06-13", "06-01..06-13 06-13..06-13 06-14..06-20 06-21..06-27" },
        { "moved past the next", 0, "06-06>06-15", "06-01..06-15 06-13..06-13 06-16..06-20 06-21..06-27" },
        { "moved before the previous", 0, "06-13>06-05", "06-01..06-06 06-05..06-05 06-07..06-20 06-21..06-27" },
        { "a day that is not in the plan", 0, "06-07>06-09", "06-01..06-06 06-07..06-13 06-14..06-20 06-21..06-27" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Deadlines_move_their_windows_and_keep_the_plan_s_day(string label, int earlier, string moved, string windows)
    {
        var weekly = Owed(Weekly("2024-06-01", "2024-06-30", DayOfWeek.Thursday));
        var moves = moved.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => ("2024-" + m[..5], "2024-" + m[6..])).ToArray();
        var occurrences = Occur(weekly, settings: Set(weekly, earlier: earlier), moves: moves);
        Assert.True(windows == Windows(occurrences), $"{label}: {Windows(occurrences)}");
        Assert.Equal(["2024-06-06", "2024-06-13", "2024-06-20", "2024-06-27"], occurrences.Select(o => o.Day.ToString("O")));
    }

    [Fact]
    public void An_earlier_day_before_the_span_begins_may_be_met_before_it()
    {
        var weekly = Owed(Weekly("2024-06-06", "2024-06-20", DayOfWeek.Thursday));
        Assert.Equal("05-04..06-04 06-05..06-11 06-12..06-18", Windows(Occur(weekly, settings: Set(weekly, earlier: 2))));
    }

    [Theory]
    [InlineData(null, "2024-06-26 00:00")]
    [InlineData("17:30", "2024-06-25 17:30")]
    [InlineData("00:00", "2024-06-25 00:00")]
    public void A_window_closes_at_24_00_or_at_the_plan_s_hour(string? hour, string closes)
    {
        var closesAt = Assert.Single(Occur(Owed(new Schedule.Once(Day("2024-06-25")), time: hour))).ClosesAt;
        Assert.Equal((closes, TimeSpan.Zero), (Local(closesAt), closesAt.Offset));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2024-03-30", "23:30", "2024-03-30T22:30")]
    [InlineData("Europe/Berlin", "2024-03-31", "02:30", "2024-03-31T01:30")] // skipped: 02:30 is 03:30 there
    [InlineData("Europe/Berlin", "2024-10-27", "02:30", "2024-10-27T01:30")] // shown twice: the later one
    [InlineData("America/New_York", "2024-06-25", null, "2024-06-26T04:00")]
    public void Days_are_the_zone_s_also_where_its_clocks_change(string zone, string day, string? hour, string utc) =>
        Assert.Equal(utc, Occurrences.ClosesAt(Day(day), Hour(hour), TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-ddTHH:mm"));

    private static Schedule.Weekly Weekly(string from, string to, params DayOfWeek[] days) => new(days, Day(from), Day(to));

    private static Schedule.Monthly Monthly(string from, string to, params int[] days) => new(days, Month(from), Month(to));

    private static Schedule.Dates Dates(params string[] days) => new([.. days.Select(Day)]);
}

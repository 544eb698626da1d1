using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>What stands on the days of a month: deadlines, pushes, events, rest days.</summary>
internal sealed class CalendarMonths(Store store, ISeasons seasons, PlannedPushes planned, WorkingDays calendar, TimeProvider clock)
{
    /// <summary>The month of a day.</summary>
    public async Task<CalendarMonth> ReadAsync(OfficeId office, DateOnly day, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var season = await seasons.LoadAsync(office, now, cancel);
        var first = new DateOnly(day.Year, day.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var (from, until) = (Instant(first, season.Zone), Instant(last.AddDays(1), season.Zone));
        var deadlines = season.Campaigns.SelectMany(c => Deadline.AllOf(c, season.Units, season.Units, season.Zone)).ToList();
        var ahead = until <= now ? [] : await planned.ReadAsync(office, from > now ? from : now, until, cancel);
        var sent = await store.ReadAsync(db => SentAsync(db, office.Value, from, until, cancel), cancel);
        CalendarPush[] pushes =
        [
            .. sent.Select(s => new CalendarPush(Local(s.At, season.Zone), s.Kind, s.Count, Sent: true)),
            .. ahead.GroupBy(p => (p.Step.Planned.At, p.Step.Planned.Step.Kind)).Select(g => new CalendarPush(Local(g.Key.At, season.Zone), g.Key.Kind, g.Count(), Sent: false)),
        ];
        return new CalendarMonth
        {
            First = first, Runs = season.Campaigns.Count > 0, KnowsHolidays = calendar.Knows(first.Year), Range = Range(season, deadlines, Local(now, season.Zone)),
            Days = [.. Enumerable.Range(0, last.Day).Select(first.AddDays).Select(d => new CalendarDay
            {
                Day = d, Rests = !calendar.IsWorking(d), IsSpecial = calendar.IsWorking(d) == (d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday),
                Deadlines = [.. deadlines.Where(x => x.Occurrence.Deadline == d)],
                Events = [.. season.Campaigns.SelectMany(c => c.Campaign.Events).Where(e => e.Day == d)],
                Pushes = [.. pushes.Where(p => DateOnly.FromDateTime(p.At) == d).OrderBy(p => p.At).ThenBy(p => p.Kind)],
            })],
        };
    }

    // How often something was told, whatever the number of chats it was told in.
    private static async Task<IReadOnlyList<(DateTimeOffset At, PushKind Kind, int Count)>> SentAsync(
        BotDb db, Guid office, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        var rows = await db.Pushes.Where(p => p.OfficeId == office && p.PlannedAt >= from && p.PlannedAt < until && p.State != PushState.Skipped)
            .Select(p => new { p.PlannedAt, p.Kind, p.CampaignId, p.ObligationId, p.Occurrence }).Distinct().ToListAsync(cancel);
        return [.. rows.GroupBy(p => (p.PlannedAt, p.Kind)).Select(g => (g.Key.PlannedAt, g.Key.Kind, g.Count()))];
    }

    // The months there is something to see in, and the present one.
    private static DaySpan Range(Season season, IReadOnlyList<Deadline> deadlines, DateTime now)
    {
        DateOnly[] days =
        [
            DateOnly.FromDateTime(now), .. deadlines.Select(d => d.Occurrence.Deadline), .. season.Campaigns.SelectMany(c => c.Campaign.Events).Select(e => e.Day),
            .. season.Campaigns.SelectMany(c => new[] { c.Campaign.Period.From, c.Campaign.Period.To }),
        ];
        return new DaySpan(days.Min(), days.Max());
    }

    private static DateTime Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    private static DateTimeOffset Instant(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>A month.</summary>
internal sealed record CalendarMonth
{
    /// <summary>Its first day.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Whether any campaign runs.</summary>
    public required bool Runs { get; init; }

    /// <summary>Whether the year's public holidays are known.</summary>
    public required bool KnowsHolidays { get; init; }

    /// <summary>From the first to the last day there is anything to see on.</summary>
    public required DaySpan Range { get; init; }

    public required IReadOnlyList<CalendarDay> Days { get; init; }
}

/// <summary>A day.</summary>
internal sealed record CalendarDay
{
    public required DateOnly Day { get; init; }
    public required bool Rests { get; init; }

    /// <summary>Whether the week alone would say otherwise: a public holiday, or a make-up working day (调休).</summary>
    public required bool IsSpecial { get; init; }

    public required IReadOnlyList<Deadline> Deadlines { get; init; }
    public required IReadOnlyList<CampaignEvent> Events { get; init; }
    public required IReadOnlyList<CalendarPush> Pushes { get; init; }

    /// <summary>Whether there is anything to say of it.</summary>
    public bool IsEmpty => !IsSpecial && Deadlines.Count == 0 && Events.Count == 0 && Pushes.Count == 0;
}

/// <summary>Pushes of one kind at one instant.</summary>
/// <param name="At">When, as the office's clock shows it.</param>
/// <param name="Kind">What.</param>
/// <param name="Count">About how many occurrences.</param>
/// <param name="Sent">Whether it was sent or queued; otherwise planned.</param>
internal sealed record CalendarPush(DateTime At, PushKind Kind, int Count, bool Sent);

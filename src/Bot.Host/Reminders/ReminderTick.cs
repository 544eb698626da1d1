using Bot.Adapters.Scheduling;
using Bot.Adapters.Storage;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Reminders;

/// <summary>
/// Due pushes → outbox. Whoever wakes it, and however often: the database is asked what there is to do now, and each push is
/// written once under its key.
/// </summary>
internal sealed class ReminderTick(
    ISeasons seasons, DueCreation creation, IPushes pushes, ReminderPosts reminders, ThanksPosts thanks, IEnumerable<ISeasonPosts> posts, WorkingDays calendar,
    Store store, Outbound.OutboundWake outbound, TimeProvider clock, ILogger<ReminderTick> log) : IWakeUp, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Does what is due now in every office; returns how many messages were queued.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var queued = 0;
            foreach (var office in await seasons.OfficesAsync(cancel)) queued += await GuardedAsync(office, cancel);
            return queued;
        }
        finally
        {
            turn.Release();
        }
    }

    public Task WakeAsync(CancellationToken cancel) => RunAsync(cancel);

    public void Dispose() => turn.Dispose();

    /// <summary>When the next step is planned, in any office; null: none is.</summary>
    public Task<DateTimeOffset?> NextStepAsync(DateTimeOffset after, CancellationToken cancel) =>
        FirstAsync(after, season => Task.FromResult<IEnumerable<DateTimeOffset?>>([NextStep(season, after)]), cancel);

    /// <summary>When a step or a post is planned, or a quiet night ends next, in any office; null: never.</summary>
    public Task<DateTimeOffset?> NextAsync(DateTimeOffset after, CancellationToken cancel) =>
        FirstAsync(after, async season => [NextStep(season, after), .. QuietEnds(season, after), .. await PostsAsync(season, after, cancel)], cancel);

    private async Task<DateTimeOffset?> FirstAsync(DateTimeOffset after, Func<Season, Task<IEnumerable<DateTimeOffset?>>> of, CancellationToken cancel)
    {
        DateTimeOffset? first = null;
        foreach (var office in await seasons.OfficesAsync(cancel))
        {
            var next = (await of(await seasons.LoadAsync(office, after, cancel))).Where(t => t is not null).Min();
            if (first is null || next < first) first = next ?? first;
        }

        return first;
    }

    private async Task<IReadOnlyList<DateTimeOffset?>> PostsAsync(Season season, DateTimeOffset after, CancellationToken cancel)
    {
        var next = new List<DateTimeOffset?>();
        foreach (var post in posts) next.Add(await post.NextAsync(season, after, cancel));
        return next;
    }

    private DateTimeOffset? NextStep(Season season, DateTimeOffset after) => SeasonPushes.All(season, calendar).FirstOrDefault(s => s.Planned.At > after)?.Planned.At;

    private static IEnumerable<DateTimeOffset?> QuietEnds(Season season, DateTimeOffset after) =>
        season.Campaigns.SelectMany(c => c.Campaign.Obligations.Select(o => c.SettingsOf(o).Pushes.QuietTo)).Distinct()
            .Select(hour => (DateTimeOffset?)NextAt(hour, after, season.Zone));

    private static DateTimeOffset NextAt(TimeOnly hour, DateTimeOffset after, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
        var at = TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(hour), zone);
        return new DateTimeOffset(at > after.UtcDateTime ? at : TimeZoneInfo.ConvertTimeToUtc(today.AddDays(1).ToDateTime(hour), zone), TimeSpan.Zero);
    }

    // One office in trouble holds up no other.
    private async Task<int> GuardedAsync(OfficeId office, CancellationToken cancel)
    {
        try
        {
            return await OfficeAsync(office, cancel);
        }
        catch (DbUpdateException failure) when (store.IsDuplicate(failure))
        {
            // Another host was quicker: its keys stand, and the next wake-up finds them.
            ReminderLog.OtherHost(log, office.Value);
            return 0;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            ReminderLog.OfficeFailed(log, office.Value, failure.GetType().Name, failure);
            return 0;
        }
    }

    private async Task<int> OfficeAsync(OfficeId office, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var season = await seasons.LoadAsync(office, now, cancel);
        await creation.EnsureAsync(season, now, cancel);
        var handled = await pushes.HandledAsync(office, now - SeasonPushes.Reach, cancel);
        var due = SeasonPushes.Due(season, calendar, handled, now);
        var skipped = due.Where(d => d.Decision is PushDecision.Skip).Select(d => Skipped(d.Step, ((PushDecision.Skip)d.Decision).Reason)).ToList();
        var send = due.Where(d => d.Decision is PushDecision.Send).Select(d => d.Step).ToList();
        var sight = new PostSight(season, send, now);
        var queued = await reminders.QueueAsync(sight, skipped, cancel) + await thanks.QueueAsync(sight, cancel);
        foreach (var post in posts) queued += await post.QueueAsync(sight, cancel);
        if (queued > 0) outbound.Ring();
        return queued;
    }

    private static PushEntry Skipped(SeasonStep step, SkipReason reason) => new()
    {
        Key = new PushKey(step.Of, step.Occurrence.Deadline, step.Planned.Step.Name, new ChatKey(Platform.WebChat, "")), Kind = step.Planned.Step.Kind,
        PlannedAt = step.Planned.At, Skipped = reason,
    };
}

/// <summary>What is due in an office now.</summary>
/// <param name="Season">The office's season.</param>
/// <param name="Send">The steps whose instant has come, of every kind.</param>
/// <param name="Now">Now (UTC).</param>
internal sealed record PostSight(Season Season, IReadOnlyList<SeasonStep> Send, DateTimeOffset Now)
{
    /// <summary>Today in the office's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Season.Zone).DateTime);

    /// <summary>The hour in the office's zone.</summary>
    public TimeOnly Hour => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Season.Zone).DateTime);
}

/// <summary>Something that is posted in the course of a season, beside reminders and thanks.</summary>
internal interface ISeasonPosts
{
    /// <summary>Queues what is due of it; returns how many messages.</summary>
    Task<int> QueueAsync(PostSight sight, CancellationToken cancel);

    /// <summary>When it will have something to post that no policy plans; null: nothing that is known now.</summary>
    Task<DateTimeOffset?> NextAsync(Season season, DateTimeOffset after, CancellationToken cancel);
}

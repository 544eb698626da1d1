using Bot.Adapters.Storage;
using Bot.Adapters.WebChat;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>What an admin does about dues: excuses them, takes that back, moves a deadline.</summary>
internal sealed class DueRegister(Store store, IDues dues, ISeasons seasons, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 100;

    private const int FarthestDays = 60;

    /// <summary>Excuses open dues of an occurrence (免报).</summary>
    public async Task<RegisterOutcome> ExcuseAsync(
        Viewer admin, OccurrenceKey of, IReadOnlyCollection<UnitId> units, string because, CancellationToken cancel)
    {
        if (units.Count == 0) return new RegisterOutcome.Refused("unit", "请勾选要免报的单位。");
        if (ReasonFault(because) is { } fault) return new RegisterOutcome.Refused("because", fault);
        var open = await FindAsync(admin.Office, of, units, DueState.Open, cancel);
        var done = open.Count == 0 ? 0 : await dues.ExcuseAsync(admin.Office, open, because, admin.Person, clock.GetUtcNow(), cancel);
        return done == 0
            ? new RegisterOutcome.Refused("unit", "勾选的单位没有待报的，可能刚刚报了，请看最新情况。")
            : await NoteAsync(admin, AuditAction.DuesExcused, of, cancel, Whom(units, done));
    }

    /// <summary>Takes excuses of an occurrence back (恢复应报).</summary>
    public async Task<RegisterOutcome> ReopenAsync(Viewer admin, OccurrenceKey of, IReadOnlyCollection<UnitId> units, CancellationToken cancel)
    {
        if (units.Count == 0) return new RegisterOutcome.Refused("excused", "请勾选要恢复应报的单位。");
        var excused = await FindAsync(admin.Office, of, units, DueState.Excused, cancel);
        var done = excused.Count == 0 ? 0 : await dues.ReopenAsync(admin.Office, excused, clock.GetUtcNow(), cancel);
        return done == 0
            ? new RegisterOutcome.Refused("excused", "勾选的单位没有可以恢复的免报，请看最新情况。")
            : await NoteAsync(admin, AuditAction.DuesReopened, of, cancel, Whom(units, done));
    }

    /// <summary>Moves a deadline for all its units (延期): between the deadlines before and after it, so that their order stays.</summary>
    public async Task<RegisterOutcome> MoveAsync(Viewer admin, OccurrenceKey of, DateOnly? to, string because, CancellationToken cancel)
    {
        if (to is not { } day) return new RegisterOutcome.Refused("to", "请填写新的截止日。");
        if (ReasonFault(because) is { } fault) return new RegisterOutcome.Refused("because", fault);
        var now = clock.GetUtcNow();
        var season = await seasons.LoadAsync(admin.Office, now, cancel);
        var running = season.Campaigns.FirstOrDefault(c => c.Revision.Campaign == of.Campaign);
        var obligation = running?.Campaign.Obligations.FirstOrDefault(o => o.Id == of.Obligation);
        if (obligation is null) return new RegisterOutcome.Unknown();
        var occurrences = running!.OccurrencesOf(obligation, season.Zone).OrderBy(o => o.Day).ToList();
        var at = occurrences.FindIndex(o => o.Day == of.Day);
        if (at < 0) return new RegisterOutcome.Unknown();
        if (MoveFault(occurrences, at, day) is { } refused) return new RegisterOutcome.Refused("to", refused);
        return await dues.MoveAsync(admin.Office, of, day, because, admin.Person, now, cancel)
            ? await NoteAsync(admin, AuditAction.DeadlineMoved, of, cancel, ("from", occurrences[at].Deadline), ("to", day))
            : new RegisterOutcome.Refused("to", "截止日已经是这一天。");
    }

    private static string? MoveFault(List<Occurrence> occurrences, int at, DateOnly to)
    {
        var (before, after) = (at > 0 ? occurrences[at - 1] : null, at + 1 < occurrences.Count ? occurrences[at + 1] : null);
        if (to == occurrences[at].Deadline) return "截止日已经是这一天。";
        if (to <= before?.Deadline) return $"要晚于上一次的截止日（{Text(before.Deadline)}）。";
        if (to >= after?.Deadline) return $"要早于下一次的截止日（{Text(after.Deadline)}）。";
        return Math.Abs(to.DayNumber - occurrences[at].Day.DayNumber) > FarthestDays ? $"离方案定的日子（{Text(occurrences[at].Day)}）不能超过{FarthestDays}天。" : null;
    }

    private static string Text(DateOnly day) => FormattableString.Invariant($"{day.Month}月{day.Day}日");

    private static string? ReasonFault(string because) => because.Length switch
    {
        0 => "请写明原因。",
        > LongestReason => $"原因太长（{because.Length}字），最多{LongestReason}字。",
        _ => null,
    };

    private Task<List<DueId>> FindAsync(OfficeId office, OccurrenceKey of, IReadOnlyCollection<UnitId> units, DueState state, CancellationToken cancel)
    {
        var wanted = units.Select(u => u.Value).ToList();
        return store.ReadAsync(
            async db => (await db.Dues
                .Where(d => d.OfficeId == office.Value && d.CampaignId == of.Campaign.Value && d.ObligationId == of.Obligation && d.Occurrence == of.Day
                    && d.State == state && wanted.Contains(d.UnitId))
                .Select(d => d.Id).ToListAsync(cancel)).ConvertAll(d => new DueId(d)),
            cancel);
    }

    private static (string, object) Whom(IReadOnlyCollection<UnitId> units, int done) => units.Count == 1 ? ("unit", units.First().Value) : ("units", done);

    private async Task<RegisterOutcome> NoteAsync(Viewer admin, AuditAction action, OccurrenceKey of, CancellationToken cancel, params (string, object)[] more)
    {
        await audit.NoteAsync(admin, clock.GetUtcNow(), action, [("campaign", of.Campaign.Value), ("obligation", of.Obligation), ("day", of.Day), .. more], cancel);
        return new RegisterOutcome.Done(Guid.Empty);
    }
}

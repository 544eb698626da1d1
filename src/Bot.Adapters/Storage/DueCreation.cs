using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>
/// Keeps the rows in step with what is owed. A stamp of everything dues are planned from tells whether there is anything to
/// do, so that it can be asked before every message and at every wake-up.
/// </summary>
internal sealed class DueCreation(Store store, IIdSource ids)
{
    /// <summary>Said of a due whose unit is no more.</summary>
    public const string UnitClosed = "单位已撤销";

    /// <summary>Said of a due the campaign's present revision or settings do not ask for.</summary>
    public const string NoLongerAsked = "不再应报";

    private const string SettingPrefix = "dues:";

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, string> seen = [];

    public async Task EnsureAsync(Season season, DateTimeOffset now, CancellationToken cancel)
    {
        var office = season.Office.Id.Value;
        var stamp = Stamp(season);
        lock (gate)
        {
            if (seen.GetValueOrDefault(office) == stamp) return;
        }

        await store.WriteAsync(
            async db =>
            {
                var key = SettingPrefix + office;
                var known = await db.Settings.FindAsync([key], cancel);
                if (known?.Value == stamp) return;
                await BringInStepAsync(db, season, now, cancel);
                if (known is null) db.Settings.Add(new SettingRow { Key = key, Value = stamp });
                else known.Value = stamp;
            },
            cancel);
        lock (gate) seen[office] = stamp;
    }

    private async Task BringInStepAsync(BotDb db, Season season, DateTimeOffset now, CancellationToken cancel)
    {
        var office = season.Office.Id.Value;
        foreach (var running in season.Campaigns)
        {
            var campaign = running.Revision.Campaign.Value;
            var rows = await db.Dues.Where(d => d.OfficeId == office && d.CampaignId == campaign).ToDictionaryAsync(d => (d.ObligationId, d.UnitId, d.Occurrence), cancel);
            var planned = new HashSet<(string, Guid, DateOnly)>();
            foreach (var due in DuePlan.For(running, season.Units, season.Zone, ids))
            {
                var key = (due.Of.Obligation, due.Unit.Value, due.Of.Day);
                planned.Add(key);
                if (!rows.TryGetValue(key, out var row)) db.Dues.Add(DueMapping.Row(due, office, running.Revision.Number));
                else Follow(row, due);
            }

            Leave(rows.Values.Where(r => !planned.Contains((r.ObligationId, r.UnitId, r.Occurrence))), season.Units, now);
        }
    }

    // A moved deadline moves what is judged by it: what came after the old day and by the new one was in time.
    private static void Follow(DueRow row, Due due)
    {
        if (row is { State: DueState.Excused, ExcusedBecause: UnitClosed or NoLongerAsked, ExcusedBy: null }) (row.State, row.ExcusedBecause, row.ExcusedAt) = (DueState.Open, null, null);
        if (row.ClosesAt == due.ClosesAt && row.WindowFrom == due.WindowFrom) return;
        (row.WindowFrom, row.Deadline, row.ClosesAt) = (due.WindowFrom, due.Deadline, due.ClosesAt);
        if (row is { State: DueState.Met or DueState.Late, MetAt: { } met }) row.State = due.IsInTime(met) ? DueState.Met : DueState.Late;
    }

    // What is owed no more is excused, with the reason; what fell due before that stays as it was.
    private static void Leave(IEnumerable<DueRow> rows, IReadOnlyList<Unit> units, DateTimeOffset now)
    {
        var closed = units.Where(u => u.ClosedOn is not null).ToDictionary(u => u.Id.Value, u => u.ClosedOn!.Value);
        foreach (var row in rows.Where(r => r.State == DueState.Open))
        {
            var isClosed = closed.TryGetValue(row.UnitId, out var from) && from <= row.Deadline;
            if (!isClosed && row.ClosesAt <= now) continue;
            (row.State, row.ExcusedBecause, row.ExcusedAt) = (DueState.Excused, isClosed ? UnitClosed : NoLongerAsked, now);
        }
    }

    private static string Stamp(Season season)
    {
        var text = new StringBuilder();
        foreach (var u in season.Units) text.Append(CultureInfo.InvariantCulture, $"{u.Id.Value:n}{u.Type}{u.Name}{u.JoinedOn:O}/{u.ClosedOn:O};");
        foreach (var c in season.Campaigns)
        {
            text.Append(CultureInfo.InvariantCulture, $"|{c.Revision.Campaign}#{c.Revision.Number}@{c.Since:O};");
            foreach (var (obligation, set) in c.Set.OrderBy(s => s.Key, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"{obligation}{set.SetAt:O}-{set.EarlierDays}{(set.Schedule is { } own ? ScheduleText.When(own) : "")};");
            foreach (var m in c.Moves.OrderBy(m => m.Obligation, StringComparer.Ordinal).ThenBy(m => m.Day)) text.Append(CultureInfo.InvariantCulture, $"{m.Obligation}{m.Day:O}>{m.To:O};");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

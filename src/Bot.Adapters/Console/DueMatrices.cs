using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Lays an obligation's dues out by unit and occurrence. Dues are brought in step with what is owed before they are read.</summary>
internal sealed class DueMatrices(Store store, IDues dues, OfficeCampaigns campaigns, TimeProvider clock)
{
    /// <summary>The matrix; null: the office has no such campaign, or it has no such obligation.</summary>
    public async Task<DueMatrix?> ReadAsync(OfficeId office, CampaignId id, string obligation, DateOnly today, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(office, id, today, cancel) is not { } campaign) return null;
        if (campaign.Active.Campaign.Obligations.FirstOrDefault(o => o.Id == obligation) is not { } asked) return null;
        var now = clock.GetUtcNow();
        await dues.EnsureAsync(office, now, cancel);
        var rows = await store.ReadAsync(db => MatrixRows.LoadAsync(db, office.Value, id.Value, obligation, cancel), cancel);

        var columns = Columns(rows);
        var at = columns.Index().ToDictionary(c => c.Item.Day, c => c.Index);
        var cells = new Dictionary<Guid, DueCell?[]>();
        foreach (var row in rows.Dues.Where(d => at.ContainsKey(d.Occurrence)))
        {
            if (!cells.TryGetValue(row.UnitId, out var line)) cells[row.UnitId] = line = new DueCell?[columns.Count];
            line[at[row.Occurrence]] = Cell(row, now);
        }

        return new DueMatrix
        {
            Campaign = campaign, Obligation = asked, Columns = columns,
            Lines = [.. UnitTree.InOrder(rows.Units).Where(u => cells.ContainsKey(u.Unit.Id.Value)).Select(u => new DueLine(u.Unit, u.Depth, cells[u.Unit.Id.Value]))],
        };
    }

    // An occurrence nobody owes any more (the office set another schedule) is not shown.
    private static List<DueColumn> Columns(MatrixRows rows)
    {
        var moves = rows.Moves.ToDictionary(m => m.Occurrence);
        return
        [
            .. rows.Dues.GroupBy(d => d.Occurrence).Where(g => g.Any(d => !IsGone(d)))
                .Select(g =>
                {
                    // A unit that is gone keeps the deadline of its time: the others tell.
                    var stands = g.FirstOrDefault(d => d.State != DueState.Excused) ?? g.First(d => !IsGone(d));
                    var move = moves.GetValueOrDefault(g.Key);
                    return new DueColumn
                    {
                        Day = g.Key, WindowFrom = stands.WindowFrom, Deadline = stands.Deadline, ClosesAt = stands.ClosesAt, Stands = Stands(g),
                        Move = move is null || move.MovedTo == g.Key ? null : new DueMove(move.Because, rows.Names.GetValueOrDefault(move.MovedBy, ""), move.MovedAt),
                    };
                })
                .OrderBy(c => c.Deadline).ThenBy(c => c.Day),
        ];
    }

    private static DueRates Stands(IEnumerable<DueRow> dues)
    {
        var counts = dues.CountBy(d => d.State).ToDictionary();
        return new DueRates(
            counts.GetValueOrDefault(DueState.Met), counts.GetValueOrDefault(DueState.Late), counts.GetValueOrDefault(DueState.Open), counts.GetValueOrDefault(DueState.Excused));
    }

    private static bool IsGone(DueRow d) => d is { State: DueState.Excused, ExcusedBecause: DueCreation.NoLongerAsked, ExcusedBy: null };

    private static DueCell Cell(DueRow d, DateTimeOffset now) => new()
    {
        Id = new DueId(d.Id), MetBy = d.MetBySubmissionId is { } met ? new SubmissionId(met) : null, MetAt = d.MetAt, Because = d.ExcusedBecause,
        Mark = d.State switch
        {
            DueState.Met => DueMark.Met,
            DueState.Late => DueMark.Late,
            DueState.Excused => DueMark.Excused,
            _ => now <= d.ClosesAt ? DueMark.Waiting : DueMark.Missing,
        },
        CanReopen = d.State == DueState.Excused && (d.ExcusedBy is not null || d.ExcusedBecause is not (DueCreation.UnitClosed or DueCreation.NoLongerAsked)),
    };
}

/// <summary>The rows a matrix is made of.</summary>
internal sealed record MatrixRows(
    IReadOnlyList<DueRow> Dues, IReadOnlyList<Unit> Units, IReadOnlyList<DeadlineMoveRow> Moves, IReadOnlyDictionary<Guid, string> Names)
{
    public static async Task<MatrixRows> LoadAsync(BotDb db, Guid office, string campaign, string obligation, CancellationToken cancel)
    {
        var moves = await db.DeadlineMoves.Where(m => m.OfficeId == office && m.CampaignId == campaign && m.ObligationId == obligation).ToListAsync(cancel);
        var movers = moves.Select(m => m.MovedBy).Distinct().ToList();
        return new MatrixRows(
            await db.Dues.Where(d => d.OfficeId == office && d.CampaignId == campaign && d.ObligationId == obligation).ToListAsync(cancel),
            [.. (await db.Units.Where(u => u.OfficeId == office).OrderBy(u => u.Order).ToListAsync(cancel)).Select(OrganisationStore.Unit)],
            moves,
            await db.People.Where(p => p.OfficeId == office && movers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel));
    }
}

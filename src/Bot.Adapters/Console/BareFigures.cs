using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>A campaign's bookings without the words behind them: what totals are made of, and no more in memory than that.</summary>
internal static class BareFigures
{
    /// <summary>In the order of booking.</summary>
    public static async Task<IReadOnlyList<BookedFigure>> OfAsync(BotDb db, OfficeId office, CampaignId campaign, CancellationToken cancel)
    {
        var doubts = (await Doubts(db, office, campaign).Select(r => new { r.ActivityId, r.UnitId, r.SlotId }).ToListAsync(cancel)).ToLookup(r => r.ActivityId!.Value);
        var figures = new List<BookedFigure>();
        await foreach (var row in db.Bookings.Where(b => b.OfficeId == office.Value && b.CampaignId == campaign.Value).OrderBy(b => b.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            // A doubt about one figure of an activity is none about its others.
            var pending = doubts[row.ActivityId].Any(r => r.UnitId == row.UnitId && (r.SlotId == null || r.SlotId == row.SlotId));
            figures.Add(BookedFigure.Of(LedgerMapping.Booking(row)) with { Pending = pending });
        }

        return figures;
    }

    private static IQueryable<RemarkRow> Doubts(BotDb db, OfficeId office, CampaignId campaign) => db.Remarks
        .Where(r => r.OfficeId == office.Value && r.CampaignId == campaign.Value && !r.Blocks && r.SettledAt == null && r.ActivityId != null);
}

using Bot.Adapters.Storage.Rows;
using Bot.Domain.Dues;
using Bot.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Writes returns, and the dues that are met by them, in the transaction of whoever asks.</summary>
internal static class ReturnWrites
{
    public static async Task WriteAsync(BotDb db, Guid office, IReadOnlyList<ReturnChange> changes, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var change in changes)
        {
            if (change is ReturnChange.Drawn drawn) await AddAsync(db, office, drawn.Version, cancel);
            else if (change is ReturnChange.Confirmed confirmed) await ConfirmAsync(db, office, confirmed, now, cancel);
            else throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Adds the next version, frozen to its bookings.</summary>
    public static async Task<Return> AddAsync(BotDb db, Guid office, Return version, CancellationToken cancel)
    {
        var (campaign, form, unit) = (version.Of.Campaign.Value, version.Form?.Value, version.Unit.Value);
        var stored = await db.Returns.Where(r => r.OfficeId == office && r.CampaignId == campaign && r.FormId == form && r.UnitId == unit).MaxAsync(r => (int?)r.Version, cancel);
        var added = db.Returns.Local.Where(r => r.OfficeId == office && r.CampaignId == campaign && r.FormId == form && r.UnitId == unit).Max(r => (int?)r.Version);
        var number = Math.Max(stored ?? 0, added ?? 0) + 1;
        db.Returns.Add(ReturnMapping.Row(version, office, number));
        db.ReturnBookings.AddRange(version.Bookings.Select(b => new ReturnBookingRow { ReturnId = version.Id.Value, BookingId = b.Value, OfficeId = office }));
        return version with { Version = number };
    }

    private static async Task ConfirmAsync(BotDb db, Guid office, ReturnChange.Confirmed confirmed, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Returns.SingleAsync(r => r.OfficeId == office && r.Id == confirmed.Version.Value, cancel);
        if (row.State != ReturnState.Draft) return;
        (row.State, row.ConfirmedBy, row.ConfirmedAt) = (ReturnState.UnitConfirmed, confirmed.By.Value, confirmed.SaidAt);
        var due = await db.Dues.SingleOrDefaultAsync(
            d => d.OfficeId == office && d.CampaignId == row.CampaignId && d.ObligationId == row.ObligationId && d.UnitId == row.UnitId && d.Occurrence == row.Occurrence
                && d.State == DueState.Open,
            cancel);
        if (due is null) return;
        due.State = confirmed.SaidAt <= due.ClosesAt ? DueState.Met : DueState.Late;
        (due.MetBySubmissionId, due.MetAt, due.ChangedAt) = (null, confirmed.SaidAt, now);
    }
}

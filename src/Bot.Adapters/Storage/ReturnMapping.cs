using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Returns;

namespace Bot.Adapters.Storage;

/// <summary>Returns to rows and back.</summary>
internal static class ReturnMapping
{
    /// <summary>A return that answers a unit's due.</summary>
    public static Return Return(ReturnRow r, IEnumerable<Guid> bookings) => new()
    {
        Id = new ReturnId(r.Id), Of = new OccurrenceKey(new CampaignId(r.CampaignId), r.ObligationId!, r.Occurrence!.Value),
        Revision = new RevisionId(new CampaignId(r.CampaignId), r.Revision), Unit = new UnitId(r.UnitId!.Value), Form = r.FormId is { } form ? new FormId(form) : null,
        Days = new DaySpan(r.From, r.To), Version = r.Version, State = r.State, Draft = r.Draft, Fingerprint = r.Fingerprint ?? "",
        Bookings = [.. bookings.Select(b => new BookingId(b))], CreatedAt = r.CreatedAt, ConfirmedBy = r.ConfirmedBy is { } by ? new PersonId(by) : null,
        ConfirmedAt = r.ConfirmedAt,
    };

    public static ReturnRow Row(Return r, Guid office, int version) => new()
    {
        Id = r.Id.Value, OfficeId = office, CampaignId = r.Of.Campaign.Value, Revision = r.Revision.Number, FormId = r.Form?.Value, UnitId = r.Unit.Value,
        Version = version, State = r.State, From = r.Days.From, To = r.Days.To, UnitsReported = r.Bookings.Count > 0 ? 1 : 0, UnitsExpected = 1, CreatedAt = r.CreatedAt,
        ObligationId = r.Of.Obligation, Occurrence = r.Of.Day, Draft = r.Draft, Fingerprint = r.Fingerprint,
    };
}

using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Storage;

/// <summary>Dues to rows and back.</summary>
internal static class DueMapping
{
    public static Due Due(DueRow r) => new()
    {
        Id = new DueId(r.Id), Of = new OccurrenceKey(new CampaignId(r.CampaignId), r.ObligationId, r.Occurrence), Kind = r.Kind, Unit = new UnitId(r.UnitId),
        WindowFrom = r.WindowFrom, Deadline = r.Deadline, ClosesAt = r.ClosesAt, State = r.State,
        MetBy = r.MetBySubmissionId is { } met ? new SubmissionId(met) : null, MetAt = r.MetAt, ExcusedBecause = r.ExcusedBecause,
        ExcusedBy = r.ExcusedBy is { } by ? new PersonId(by) : null, ExcusedAt = r.ExcusedAt,
    };

    public static OccurrenceKey Of(PushRow r) => new(new CampaignId(r.CampaignId), r.ObligationId, r.Occurrence);

    public static DueRow Row(Due d, Guid office, int revision) => new()
    {
        Id = d.Id.Value, OfficeId = office, CampaignId = d.Of.Campaign.Value, Revision = revision, ObligationId = d.Of.Obligation, Kind = d.Kind,
        UnitId = d.Unit.Value, Occurrence = d.Of.Day, WindowFrom = d.WindowFrom, Deadline = d.Deadline, ClosesAt = d.ClosesAt, State = d.State,
        MetBySubmissionId = d.MetBy?.Value, MetAt = d.MetAt, ExcusedBecause = d.ExcusedBecause,
        ExcusedBy = d.ExcusedBy?.Value, ExcusedAt = d.ExcusedAt,
    };
}

using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Bot.Domain.Returns;

namespace Bot.Domain.Ledger;

/// <summary>What the ledger holds for the campaign and units a submission concerns, read under their locks.</summary>
public sealed record LedgerState
{
    /// <summary>All activities of those units in the campaign, oldest first, taken-back ones too.</summary>
    public required IReadOnlyList<ActivityRecord> Activities { get; init; }

    /// <summary>
    /// All bookings of those activities, oldest first: they tell what a text said from what a correction made of it, and
    /// what a late report took out of a cumulative difference. Left empty, each activity's figures pass for what was told.
    /// </summary>
    public IReadOnlyList<Booking> Bookings { get; init; } = [];

    /// <summary>Figures of other units in the same slots, one value an activity, for comparison (at most a few hundred a slot).</summary>
    public IReadOnlyDictionary<SlotId, IReadOnlyList<decimal>> Peers { get; init; } = new Dictionary<SlotId, IReadOnlyList<decimal>>();

    /// <summary>Photos of this submission that an earlier submission of the office handed in already.</summary>
    public IReadOnlyList<SubmissionId> EarlierPhotos { get; init; } = [];

    /// <summary>Units of the office that sent the same folded text before (not the unit's own).</summary>
    public IReadOnlyList<UnitId> SameText { get; init; } = [];

    /// <summary>All dues of those units in the campaign.</summary>
    public IReadOnlyList<Due> Dues { get; init; } = [];

    /// <summary>
    /// What those units said before, oldest first: read only where something is taken back or changed (see
    /// <see cref="HandledSubmission.Reconsiders"/>), for it may stand in for that.
    /// </summary>
    public IReadOnlyList<ToldSubmission> Told { get; init; } = [];

    /// <summary>The returns that were offered together with the one that is confirmed.</summary>
    public IReadOnlyList<OfferedReturn> Offered { get; init; } = [];

    /// <summary>What is known in a slot of a unit: the sum of all its bookings.</summary>
    public decimal Known(UnitId unit, SlotId slot) =>
        Activities.Where(a => a.Unit == unit).SelectMany(a => a.Figures).Where(f => f.Slot == slot).Sum(f => f.Value);
}

using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>What an activity holds in one slot now: the sum of its bookings there.</summary>
public sealed record RecordedFigure(SlotId Slot, decimal Value, Bound Bound, bool Implied);

using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>An activity that was just booked, as the rules look at it.</summary>
internal sealed record BookedReport(Unit Unit, ActivityRecord Activity, IReadOnlyList<Component> Figures);

using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>What further words change about one message.</summary>
/// <param name="Words">The words of the message that now name an activity or a thing, or no longer do; empty: only the forms are understood otherwise.</param>
/// <param name="Figures">The figures that change.</param>
/// <param name="Before">Its reading without the words.</param>
/// <param name="After">Its reading with them.</param>
public sealed record WordChange(IReadOnlyList<string> Words, IReadOnlyList<MetricChange> Figures, ReportReading Before, ReportReading After);

/// <summary>One figure before and after.</summary>
/// <param name="Slot">The blank.</param>
/// <param name="Unit">The unit as written; null: the sender's own.</param>
/// <param name="Before">The figure before; null: none.</param>
/// <param name="After">The figure after; null: none.</param>
public sealed record MetricChange(SlotId Slot, string? Unit, Metric? Before, Metric? After);

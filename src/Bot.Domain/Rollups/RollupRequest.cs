using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Domain.Rollups;

/// <summary>What to roll up.</summary>
public sealed record RollupRequest
{
    /// <summary>The campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>The form to fill, one of the campaign's.</summary>
    public required Form Form { get; init; }

    /// <summary>Who hands it in (填报单位): a unit's name, or the office's.</summary>
    public required string UnitName { get; init; }

    /// <summary>The units it is filled for, all of them expected to report; bookings of others are left out.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The days it covers; null: everything so far.</summary>
    public DaySpan? Period { get; init; }

    /// <summary>Units known to have reported in the period even without a figure (a zero report, a text).</summary>
    public IReadOnlyCollection<UnitId> Reported { get; init; } = [];

    /// <summary>The bookings, in the order they were booked.</summary>
    public required IReadOnlyList<BookedFigure> Figures { get; init; }
}

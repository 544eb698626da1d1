using Bot.Domain.Campaigns;

namespace Bot.Domain.Rollups;

/// <summary>A form filled for a unit and its descendants over a period (汇总).</summary>
public sealed record Rollup
{
    /// <summary>The campaign's lasting name.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The plan's title.</summary>
    public required string CampaignTitle { get; init; }

    /// <summary>The filled form.</summary>
    public required Form Form { get; init; }

    /// <summary>Who hands it in (填报单位).</summary>
    public required string UnitName { get; init; }

    /// <summary>The days it covers; null: everything so far.</summary>
    public DaySpan? Period { get; init; }

    /// <summary>How many of how many units it stands on.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>A cell for every slot of the form, in the form's order.</summary>
    public required IReadOnlyList<RollupCell> Cells { get; init; }

    /// <summary>The same by unit, in official order.</summary>
    public required IReadOnlyList<RollupUnit> Units { get; init; }

    /// <summary>The same by week, Monday to Sunday; weeks without a booking are left out.</summary>
    public required IReadOnlyList<RollupWeek> Weeks { get; init; }

    /// <summary>Every booking the figures are made of, in the order of booking.</summary>
    public required IReadOnlyList<RollupSource> Sources { get; init; }

    /// <summary>The cell of a slot; an empty one for a slot that is not of this form.</summary>
    public RollupCell this[SlotId slot] => Cells.FirstOrDefault(cell => cell.Slot == slot) ?? RollupCell.Empty(slot);
}

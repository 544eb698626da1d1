namespace Bot.Domain.Campaigns;

/// <summary>How a slot's bookings make its total.</summary>
public enum Aggregate
{
    /// <summary>Occurrences and people: 场, 人次, 份. Reports add up.</summary>
    Sum,

    /// <summary>A stock figure: 家, 天. A later report replaces the unit's earlier one; units add up.</summary>
    Latest,

    /// <summary>A yes/no box: 是否. A rollup counts the units that said yes.</summary>
    Any,
}

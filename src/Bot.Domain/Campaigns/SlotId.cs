namespace Bot.Domain.Campaigns;

/// <summary>
/// The lasting name of one blank of a form, such as <c>lifeline.drill.sessions</c>: activity, thing and measure,
/// joined by points. Slots are retired, never renamed or used again.
/// </summary>
public readonly record struct SlotId(string Value) : IComparable<SlotId>
{
    /// <summary>What the slots of one activity share: everything before the last point (<c>lifeline.drill</c>).</summary>
    public string Family => Value.LastIndexOf('.') is var at and > 0 ? Value[..at] : Value;

    /// <inheritdoc />
    public int CompareTo(SlotId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}

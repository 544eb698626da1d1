namespace Bot.Domain.Dues;

/// <summary>How many dues stand how, and the two rates with their denominator (design §4).</summary>
/// <param name="Met">Met in time.</param>
/// <param name="Late">Met after the deadline.</param>
/// <param name="Open">Not met.</param>
/// <param name="Excused">Not asked.</param>
public readonly record struct DueRates(int Met, int Late, int Open, int Excused)
{
    /// <summary>The denominator: all that are not excused.</summary>
    public int Expected => Met + Late + Open;

    /// <summary>Met, in time or late.</summary>
    public int Reported => Met + Late;

    /// <summary>Reported of those asked.</summary>
    public Rate Reporting => new(Reported, Expected);

    /// <summary>Reported in time of those asked.</summary>
    public Rate OnTime => new(Met, Expected);

    /// <summary>Counts dues by their state.</summary>
    public static DueRates Of(IEnumerable<DueState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var counts = states.CountBy(s => s).ToDictionary();
        return new DueRates(
            counts.GetValueOrDefault(DueState.Met), counts.GetValueOrDefault(DueState.Late),
            counts.GetValueOrDefault(DueState.Open), counts.GetValueOrDefault(DueState.Excused));
    }

    /// <summary>Counts dues.</summary>
    public static DueRates Of(IEnumerable<Due> dues) => Of(dues.Select(d => d.State));

    /// <summary>Counts the dues whose deadline has passed at an instant.</summary>
    public static DueRates UpTo(IEnumerable<Due> dues, DateTimeOffset instant) => Of(dues.Where(d => d.ClosesAt < instant));
}

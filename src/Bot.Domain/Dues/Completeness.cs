namespace Bot.Domain.Dues;

/// <summary>How complete some dues are (design §4): what was excused is asked of nobody and stands in no denominator.</summary>
/// <param name="Met">Met in time.</param>
/// <param name="Late">Met after the deadline.</param>
/// <param name="Open">Not met.</param>
/// <param name="Excused">Excused.</param>
public readonly record struct Completeness(int Met, int Late, int Open, int Excused)
{
    /// <summary>How many were asked: all but the excused.</summary>
    public int Asked => Met + Late + Open;

    /// <summary>Reported, in time or late.</summary>
    public Rate Reporting => new(Met + Late, Asked);

    /// <summary>Reported in time.</summary>
    public Rate OnTime => new(Met, Asked);

    /// <summary>Of these dues.</summary>
    public static Completeness Of(IEnumerable<Due> dues)
    {
        ArgumentNullException.ThrowIfNull(dues);
        var counts = new int[Enum.GetValues<DueState>().Length];
        foreach (var due in dues) counts[(int)due.State]++;
        return new Completeness(counts[(int)DueState.Met], counts[(int)DueState.Late], counts[(int)DueState.Open], counts[(int)DueState.Excused]);
    }

    /// <summary>Of those whose deadline has passed at an instant.</summary>
    public static Completeness UpTo(IEnumerable<Due> dues, DateTimeOffset instant) => Of(dues.Where(d => d.ClosesAt < instant));
}

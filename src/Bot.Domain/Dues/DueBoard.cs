using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>What is owed in a place at an instant, as far as somebody may see it.</summary>
public sealed record DueBoard
{
    private const int DaysWorthReminding = 14;

    /// <summary>The instant (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>That instant on the office's clock.</summary>
    public required DateTime Local { get; init; }

    /// <summary>The campaigns that run there.</summary>
    public required IReadOnlyList<RunningCampaign> Campaigns { get; init; }

    /// <summary>Every occurrence that has dues, by deadline, then in the plan's order.</summary>
    public required IReadOnlyList<OccurrenceStanding> Occurrences { get; init; }

    /// <summary>The day in the office's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local);

    /// <summary>The board of some campaigns of a season.</summary>
    /// <param name="season">The office's season.</param>
    /// <param name="campaigns">The campaigns asked about.</param>
    /// <param name="units">The units that may be seen.</param>
    /// <param name="dues">The campaigns' dues, in official order of units.</param>
    /// <param name="now">Now (UTC).</param>
    public static DueBoard Of(Season season, IReadOnlyList<RunningCampaign> campaigns, IReadOnlyList<Unit> units, IEnumerable<Due> dues, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(season);
        ArgumentNullException.ThrowIfNull(dues);
        var seen = units.ToDictionary(u => u.Id);
        var local = TimeZoneInfo.ConvertTime(now, season.Zone).DateTime;
        var running = campaigns.ToDictionary(c => c.Revision.Campaign, c => c.Campaign);
        var occurrences = dues.Where(d => seen.ContainsKey(d.Unit) && running.ContainsKey(d.Of.Campaign)).GroupBy(d => d.Of)
            .Select(o => Standing(running[o.Key.Campaign], [.. o.Select(d => new UnitDue(seen[d.Unit], d)).OrderBy(d => d.Unit.Order)], DateOnly.FromDateTime(local)));
        return new DueBoard
        {
            Now = now, Local = local, Campaigns = campaigns,
            Occurrences = [.. occurrences.OrderBy(o => o.Deadline).ThenBy(o => Place(campaigns, o))],
        };
    }

    /// <summary>What can be handed in by now and is not from everybody: open and overdue, the oldest first.</summary>
    public IReadOnlyList<OccurrenceStanding> Unfinished(DueTopic topic) =>
        [.. Occurrences.Where(o => topic.Fits(o) && o.HasOpened(Today) && o.Missing.Count > 0)];

    /// <summary>
    /// What is worth a reminder now: those of the nearest deadline day, and of each obligation the newest that is overdue by no
    /// more than two weeks; where days or all are named, just those.
    /// </summary>
    public IReadOnlyList<OccurrenceStanding> Pressing(DueTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var unfinished = Unfinished(topic);
        if (topic.Days is not null || topic.Everything) return unfinished;
        var nearest = unfinished.FirstOrDefault(o => !o.IsPast(Now))?.Deadline;
        var overdue = unfinished.Where(o => o.IsPast(Now) && o.Deadline >= Today.AddDays(-DaysWorthReminding)).GroupBy(o => new ObligationKey(o.Of.Campaign, o.Of.Obligation)).Select(o => o.Last());
        return [.. unfinished.Where(o => !o.IsPast(Now) && o.Deadline == nearest).Concat(overdue).OrderBy(o => o.Deadline)];
    }

    /// <summary>What is judged by now: the past occurrences of the days named, else of each obligation the newest.</summary>
    public IReadOnlyList<OccurrenceStanding> Judged(DueTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var past = Occurrences.Where(o => topic.Fits(o) && o.IsPast(Now));
        return topic.Days is not null || topic.Everything ? [.. past] : [.. past.GroupBy(o => new ObligationKey(o.Of.Campaign, o.Of.Obligation)).Select(o => o.Last()).OrderBy(o => o.Deadline)];
    }

    /// <summary>Of each obligation the next deadline, or the last one where none is to come.</summary>
    public IReadOnlyList<OccurrenceStanding> Next(DueTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return [.. Occurrences.Where(topic.Fits).GroupBy(o => new ObligationKey(o.Of.Campaign, o.Of.Obligation))
            .Select(o => o.FirstOrDefault(x => !x.IsPast(Now)) ?? o.Last()).OrderBy(o => o.Deadline)];
    }

    /// <summary>
    /// The unit's dues that are meant where something is to be excused: open ones; of these the nearest deadline's, unless
    /// days or all are named.
    /// </summary>
    public IReadOnlyList<OwedDue> ToExcuse(UnitId unit, DueTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var open = Owed(unit, topic).Where(o => o.Due.State == DueState.Open).ToList();
        if (open.Count == 0 || topic.Days is not null || topic.Everything) return open;
        var nearest = (open.Find(o => !o.Of.IsPast(Now)) ?? open[^1]).Of.Deadline;
        return [.. open.Where(o => o.Of.Deadline == nearest)];
    }

    /// <summary>The unit's dues that an admin excused and that are meant; where nothing is named, the last ones.</summary>
    public IReadOnlyList<OwedDue> ToReopen(UnitId unit, DueTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var excused = Owed(unit, topic).Where(o => o.Due is { State: DueState.Excused, ExcusedBy: not null }).ToList();
        var last = excused.Max(o => o.Due.ExcusedAt);
        return topic.IsEmpty ? [.. excused.Where(o => o.Due.ExcusedAt == last)] : excused;
    }

    /// <summary>
    /// What can be meant by a deadline that is to be moved: those of the days named, else those of the nearest day to come; the
    /// campaign's own subject goes before others.
    /// </summary>
    public IReadOnlyList<OccurrenceStanding> ToMove(DueTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var fitting = Occurrences.Where(o => topic.Fits(o) && (topic.Days is not null || !o.IsPast(Now))).ToList();
        if (fitting.Count == 0) return [];
        var first = (fitting.Find(o => !o.IsPast(Now)) ?? fitting[^1]).Deadline;
        var nearest = fitting.Where(o => o.Deadline == first).ToList();
        var own = nearest.Where(o => o.Obligation.Subject == o.Campaign.Subject).ToList();
        return topic.Obligations is not null && own.Count > 0 ? own : nearest;
    }

    /// <summary>The deadline that follows in the same obligation; null: it is the last one.</summary>
    public DateOnly? After(OccurrenceStanding occurrence)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return Occurrences.Where(o => o.Of.Campaign == occurrence.Of.Campaign && o.Of.Obligation == occurrence.Of.Obligation && o.Of.Day > occurrence.Of.Day)
            .MinBy(o => o.Of.Day)?.Deadline;
    }

    /// <summary>A unit's dues of a topic, by deadline.</summary>
    public IEnumerable<OwedDue> Owed(UnitId unit, DueTopic topic) =>
        Occurrences.Where(topic.Fits).SelectMany(o => o.Dues.Where(d => d.Unit.Id == unit).Select(d => new OwedDue(o, d.Due)));

    private static OccurrenceStanding Standing(Campaign campaign, IReadOnlyList<UnitDue> dues, DateOnly today)
    {
        var first = dues[0].Due;
        return new OccurrenceStanding
        {
            Campaign = campaign, Obligation = campaign.Obligations.FirstOrDefault(o => o.Id == first.Of.Obligation) ?? Gone(campaign, first), Of = first.Of,
            WindowFrom = first.WindowFrom, Deadline = first.Deadline, ClosesAt = first.ClosesAt, Dues = dues,
            Missing = [.. dues.Where(d => d.Due.State == DueState.Open && !(d.Unit.ClosedOn <= today)).Select(d => d.Unit)],
        };
    }

    // The plan's newer revision asks for it no more; what is owed of it still has a name.
    private static Obligation Gone(Campaign campaign, Due due) =>
        new() { Id = due.Of.Obligation, Kind = due.Kind, Subject = campaign.Subject, Schedule = new Schedule.Unspecified() };

    private static (int Campaign, int Obligation) Place(IReadOnlyList<RunningCampaign> campaigns, OccurrenceStanding standing)
    {
        for (var i = 0; i < campaigns.Count; i++)
        {
            if (campaigns[i].Revision.Campaign != standing.Of.Campaign) continue;
            var at = campaigns[i].Campaign.Obligations.ToList().FindIndex(o => o.Id == standing.Of.Obligation);
            return (i, at < 0 ? int.MaxValue : at);
        }

        return (int.MaxValue, 0);
    }
}

/// <summary>A due with its occurrence.</summary>
public sealed record OwedDue(OccurrenceStanding Of, Due Due);

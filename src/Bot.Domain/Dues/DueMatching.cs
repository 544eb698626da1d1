using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;

namespace Bot.Domain.Dues;

/// <summary>Finds what a hand-in of one unit meets (design §4): first which obligation, then which occurrence.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="dues">The unit's dues in it.</param>
/// <param name="told">The submission.</param>
/// <param name="days">The days of what it reports of this unit.</param>
internal sealed class DueMatching(Campaign campaign, IReadOnlyList<Due> dues, ToldSubmission told, IReadOnlyList<DaySpan> days)
{
    private const double MostOfIt = 0.75;

    private readonly ILookup<string, Due> _known = dues.OrderBy(d => d.Deadline).ToLookup(d => d.Of.Obligation, StringComparer.Ordinal);

    /// <summary>What it meets, or what it could have meant instead.</summary>
    public DueFound Find(HandIn handIn)
    {
        foreach (var kind in Kinds(handIn))
        {
            var asked = Asked(handIn, kind).ToList();
            var scheduled = asked.Where(o => o.Schedule is not Schedule.PerActivity && _known.Contains(o.Id)).ToList();
            var each = asked.Find(o => o.Schedule is Schedule.PerActivity);
            if (scheduled.Count == 0 && each is null) continue;
            var found = Scheduled(handIn, scheduled);
            return found.Due is null && each is not null && !told.Reading.Nil ? found with { Each = each } : found;
        }

        return DueFound.Nothing;
    }

    // What it calls itself, else what the subject does ask for: material, or progress.
    private IEnumerable<ObligationKind> Kinds(HandIn handIn) => handIn.Kind switch
    {
        ObligationKind.Summary when IsOfOnePart(handIn) => [ObligationKind.Progress, ObligationKind.Material, ObligationKind.Summary],
        ObligationKind.Summary or ObligationKind.Progress => [handIn.Kind, ObligationKind.Progress, ObligationKind.Material],
        ObligationKind.Statistics => [ObligationKind.Statistics, ObligationKind.Material, ObligationKind.Progress],
        ObligationKind.Material => [ObligationKind.Material, ObligationKind.Progress],
        _ => [handIn.Kind],
    };

    private IEnumerable<Obligation> Asked(HandIn handIn, ObligationKind kind)
    {
        var ofSubject = campaign.Obligations.Where(o => o.Subject == handIn.Subject).ToList();

        // A subject nothing is asked of falls to the main one; a liaison is one whatever it is asked for.
        if (ofSubject.Count == 0) ofSubject = [.. campaign.Obligations.Where(o => o.Subject == campaign.Subject)];
        if (kind == ObligationKind.Liaison) ofSubject = [.. campaign.Obligations];
        return ofSubject.Where(o => o.Kind == kind && kind switch
        {
            ObligationKind.Other => o.Id == handIn.Obligation,
            ObligationKind.Statistics => handIn.Form is null || o.Form is null || o.Form == handIn.Form,
            _ => true,
        });
    }

    // 本周小结, 上半月总结, 沈阳行6月总结: they sum up a part only, and are what is asked for in between, where anything is.
    private bool IsOfOnePart(HandIn handIn) => handIn.Period is { } period
        && Asked(handIn, ObligationKind.Summary).SelectMany(o => _known[o.Id]).All(d => Share(period.Days, d) < MostOfIt);

    // How much of a due's window lies in some days.
    private static double Share(DaySpan days, Due due)
    {
        var from = Math.Max(days.From.DayNumber, due.WindowFrom.DayNumber);
        var to = Math.Min(days.To.DayNumber, due.Deadline.DayNumber);
        return (double)(to - from + 1) / (due.Deadline.DayNumber - due.WindowFrom.DayNumber + 1);
    }

    private DueFound Scheduled(HandIn handIn, List<Obligation> obligations)
    {
        if (obligations.Count == 0) return DueFound.Nothing;
        var matches = obligations.ConvertAll(o => Match(handIn, o, InForce(_known[o.Id])));
        var met = matches.OfType<DueMatch.Meets>().Select(m => m.Due)
            .OrderBy(d => d.State == DueState.Open ? 0 : 1).ThenBy(d => Math.Abs(d.Deadline.DayNumber - told.SaidOn.DayNumber)).FirstOrDefault();
        if (met is not null) return new DueFound(met, null, null);
        if (matches.Exists(m => m is DueMatch.MetBefore)) return DueFound.Nothing;
        var overdue = obligations.SelectMany(o => _known[o.Id]).Where(d => d.State == DueState.Open && !d.IsInTime(told.SaidAt));
        return new DueFound(null, overdue.MaxBy(d => d.Deadline), null);
    }

    private DueMatch Match(HandIn handIn, Obligation obligation, List<Due> known)
    {
        var windows = new DueWindows(known, told.SaidOn, campaign.Period.From);
        if (obligation.Schedule is Schedule.Once or Schedule.Unspecified && known.Count == 1) return Oldest(known);
        if (ByEvidence(handIn, windows) is { } found) return found;
        return obligation.Schedule is Schedule.Dates ? Oldest(known) : windows.ByMoment();
    }

    private static DueMatch Oldest(List<Due> known)
    {
        var oldest = known.Find(d => d.State == DueState.Open) ?? known.Find(d => d.State == DueState.Excused);
        return oldest is null ? new DueMatch.MetBefore() : new DueMatch.Meets(oldest);
    }

    // The days of what took place tell which report of activities it is; any other report says in its title which one it is.
    private DueMatch? ByEvidence(HandIn handIn, DueWindows windows)
    {
        if (told.Reading.Nil) return OfNothing(handIn, windows);
        var title = handIn.Period is { } period ? windows.ByPeriod(period) : null;
        var ofDays = windows.ByDays(Days());
        var named = handIn.Kind == ObligationKind.Material ? ofDays ?? title : title ?? ofDays;
        return named ?? (PeriodGrammar.ReadWeek(told.Text, told.SaidOn) is { } week ? windows.ByPeriod(week) : null);
    }

    // A zero report is all period: 6月27日当周零报告, 6月10日至14日无活动, 本周无活动.
    private DueMatch? OfNothing(HandIn handIn, DueWindows windows)
    {
        var period = handIn.Period ?? PeriodGrammar.Read(told.Text, told.SaidOn);
        var named = period is { } words ? windows.ByPeriod(words) : null;
        return period is { Scale: not PeriodScale.ThisWeek } ? named ?? windows.ByDays(Days()) : windows.ByDays(Days()) ?? named;
    }

    private IReadOnlyList<DaySpan> Days() =>
        days.Count > 0 ? days : told.Reading.Nil ? PeriodGrammar.DaysIn(told.Text, told.SaidOn) : told.Reading.Days;

    // An excused occurrence of a schedule that has since been changed has no window of its own any more.
    private static List<Due> InForce(IEnumerable<Due> dues)
    {
        var all = dues.ToList();
        var live = all.Where(d => d.State != DueState.Excused).ToList();
        return [.. all.Where(d => d.State != DueState.Excused || !live.Exists(l => l.WindowFrom <= d.Deadline && d.WindowFrom <= l.Deadline))];
    }
}

/// <summary>What a hand-in meets.</summary>
/// <param name="Due">The due it meets; null: none.</param>
/// <param name="Overdue">Where it meets none: the newest overdue one that could be what was meant.</param>
/// <param name="Each">Where it meets no scheduled one: the obligation that asks for every activity.</param>
internal sealed record DueFound(Due? Due, Due? Overdue, Obligation? Each)
{
    /// <summary>It meets nothing.</summary>
    public static DueFound Nothing { get; } = new(null, null, null);
}

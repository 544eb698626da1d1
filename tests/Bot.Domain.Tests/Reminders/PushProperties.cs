using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;
using Bot.Domain.Tests.Dues;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Reminders;

public sealed class PushProperties
{
    private static readonly ObligationKind[] Kinds = Enum.GetValues<ObligationKind>();

    private static readonly Gen<(Obligation Obligation, int Earlier, int Ask)> Drawn =
        from drawn in OccurrenceProperties.Drawn
        from kind in Gen.Elements(Kinds)
        from quarter in Gen.Choose(-1, 95)
        from ask in Gen.Choose(0, 60 * 24 * 60)
        select (Owed(drawn.Schedule, kind) with { Time = quarter < 0 ? null : new TimeOnly(quarter / 4, quarter % 4 * 15) }, drawn.Earlier, ask);

    [Fact]
    public void No_planned_instant_of_the_default_policy_lies_in_quiet_hours() =>
        Check(d => Plan(d.Obligation, d.Earlier).SelectMany(p => p.Steps).All(s => !IsQuiet(d.Obligation, s.At)));

    [Fact]
    public void Every_step_keeps_to_working_days_in_its_window_and_before_the_due_hour_or_comes_after_the_deadline() => Check(d =>
        Plan(d.Obligation, d.Earlier).All(p => p.Steps.All(s => Year2024.IsWorking(DayOf(s.At)) && (s.Step.Day == StepDay.WorkingDaysAfter
            ? DayOf(s.At) > p.Occurrence.Deadline
            : DayOf(s.At) >= p.Occurrence.WindowFrom && s.At < p.Occurrence.ClosesAt))));

    [Fact]
    public void Steps_are_in_order_each_once_and_no_two_of_a_kind_at_one_instant() => Check(d => Plan(d.Obligation, d.Earlier).All(p =>
        p.Steps.Select(s => s.At).SequenceEqual(p.Steps.Select(s => s.At).Order())
        && p.Steps.Select(s => s.Step.Name).Distinct().Count() == p.Steps.Count
        && p.Steps.Select(s => (s.Step.Kind, s.At)).Distinct().Count() == p.Steps.Count));

    [Fact]
    public void Planned_twice_it_is_the_same() => Check(d =>
        Plan(d.Obligation, d.Earlier).SelectMany(p => p.Steps).SequenceEqual(Plan(d.Obligation, d.Earlier).SelectMany(p => p.Steps)));

    [Fact]
    public void Once_decided_nothing_is_left_to_decide_but_what_waits() => Check(d => Plan(d.Obligation, d.Earlier).All(p =>
    {
        var sight = Sight(p, p.Occurrence.ClosesAt.AddDays(-30).AddMinutes(d.Ask), d.Obligation, []);
        var decisions = PushPlanner.Decide(sight);
        if (!decisions.SequenceEqual(PushPlanner.Decide(sight))) return false;
        var handled = decisions.Where(x => x is not PushDecision.Wait).Select(x => x.Planned.Step.Name);
        return PushPlanner.Decide(Sight(p, sight.Now, d.Obligation, handled)).SequenceEqual(decisions.Where(x => x is PushDecision.Wait));
    }));

    [Fact]
    public void However_often_and_irregularly_it_is_asked_every_step_is_decided_once_and_sent_out_of_quiet_hours() => Check(d => Plan(d.Obligation, d.Earlier).All(p =>
    {
        var decided = new List<PushDecision>();
        var now = p.Occurrence.ClosesAt.AddDays(-12);
        for (var i = 0; now < p.Occurrence.ClosesAt.AddDays(25); i++)
        {
            var sight = Sight(p, now, d.Obligation, decided.Select(x => x.Planned.Step.Name));
            var decisions = PushPlanner.Decide(sight);
            if (decisions.Any(x => x is PushDecision.Send && (x.Planned.At > now || (IsQuiet(d.Obligation, now) && now - x.Planned.At > PushPlanner.Tolerance)))) return false;
            decided.AddRange(decisions.Where(x => x is not PushDecision.Wait));
            now = now.AddMinutes(1 + ((d.Ask + (i * 977)) % 1500));
        }

        var since = p.Occurrence.ClosesAt.AddDays(-40);
        return decided.Select(x => x.Planned.Step.Name).Order().SequenceEqual(p.Steps.Where(s => s.At > since).Select(s => s.Step.Name).Order());
    }));

    private static List<(Occurrence Occurrence, IReadOnlyList<PlannedStep> Steps)> Plan(Obligation obligation, int earlier)
    {
        var occurrences = Occurrences.Of(obligation, June, Set(obligation, earlier: earlier), new Dictionary<DateOnly, DateOnly>(), Shanghai);
        return [.. occurrences.Take(20).Select(o => (o, PushTimes.Of(o, obligation.Time, PushPolicy.Default(obligation), Year2024, Shanghai)))];
    }

    private static PushSight Sight((Occurrence Occurrence, IReadOnlyList<PlannedStep> Steps) planned, DateTimeOffset now, Obligation obligation, IEnumerable<string> handled) => new()
    {
        Steps = planned.Steps, Handled = handled.ToHashSet(StringComparer.Ordinal), Since = planned.Occurrence.ClosesAt.AddDays(-40),
        ClosesAt = planned.Occurrence.ClosesAt, IsQuiet = IsQuiet(obligation, now), Now = now,
    };

    private static bool IsQuiet(Obligation obligation, DateTimeOffset at) =>
        QuietHours.Holds(PushPolicy.Default(obligation), TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Shanghai).DateTime));

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Shanghai).DateTime);

    private static void Check(Func<(Obligation Obligation, int Earlier, int Ask), bool> holds) =>
        Prop.ForAll(Arb.From(Drawn), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}

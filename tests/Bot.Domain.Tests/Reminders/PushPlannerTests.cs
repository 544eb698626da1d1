using Bot.Domain.Reminders;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Reminders;

public sealed class PushPlannerTests
{
    // Weekly material, due on Thursday the 13th.
    private const string Weekly =
        "eve 2024-06-12 16:00;day-15 2024-06-13 15:00;overdue 2024-06-14 09:00;rollup 2024-06-14 09:30;escalation 2024-06-17 09:00";

    public static TheoryData<string, string, string, string> Asked => new()
    {
        { "before the first step", "2024-06-12 15:59", "", "" },
        { "at its instant", "2024-06-12 16:00", "", "send eve" },
        { "late within the tolerance", "2024-06-12 16:10", "", "send eve" },
        { "sent already", "2024-06-12 16:05", "eve", "" },
        { "the next one", "2024-06-13 15:00", "eve", "send day-15" },
        { "down over one step", "2024-06-13 11:00", "", "send eve" },
        { "down over two: only the newest", "2024-06-13 15:30", "", "skip eve Newer; send day-15" },
        { "down over the night: not before it ends", "2024-06-12 21:30", "", "wait eve" },
        { "down over the night, asked at eight", "2024-06-13 08:00", "", "send eve" },
        { "down over two in the night: the older one is over at once", "2024-06-13 22:00", "", "skip eve Newer; wait day-15" },
        { "down until after the deadline", "2024-06-14 08:30", "eve", "send day-15" },
        { "down until the overdue step came", "2024-06-14 09:05", "eve", "skip day-15 Newer; send overdue" },
        { "figures are a matter of their own", "2024-06-14 10:00", "eve day-15", "send overdue; send rollup" },
        { "a day old after the deadline: over", "2024-06-15 09:00", "eve day-15 rollup", "skip overdue TooOld" },
        { "nearly a day old", "2024-06-15 08:59", "eve day-15 rollup", "send overdue" },
        { "too old at night: over, not waiting", "2024-06-15 22:00", "eve day-15 rollup", "skip overdue TooOld" },
        { "all missed, back after a week", "2024-06-20 10:00", "", "skip eve Newer; skip day-15 Newer; skip overdue Newer; skip escalation TooOld; skip rollup TooOld" },
        { "the newest was sent: what is older is over", "2024-06-13 15:05", "day-15", "skip eve Newer" },
        { "clock back before everything", "2024-06-01 08:00", "eve day-15 overdue", "" },
        { "clock back between: what is sent stays sent", "2024-06-13 15:00", "eve day-15 overdue", "" },
        { "clock back and a step that was never handled", "2024-06-13 15:00", "eve overdue", "send day-15" },
        { "everything handled", "2024-07-01 08:00", "eve day-15 overdue rollup escalation", "" },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void What_is_to_be_done_about_steps_whose_time_has_come(string label, string now, string handled, string decisions)
    {
        var decided = Decide(Sight(Weekly, now, handled));
        Assert.True(decisions == decided, $"{label}: {decided}");
    }

    [Theory]
    [InlineData("2024-06-12 15:59", "send eve")]
    [InlineData("2024-06-12 16:00", "")]
    [InlineData("2024-06-12 16:10", "")]
    public void Steps_up_to_the_binding_are_none_of_ours(string since, string decisions) =>
        Assert.Equal(decisions, Decide(Sight(Weekly, "2024-06-12 16:30", "") with { Since = At(since) }));

    [Fact]
    public void An_old_step_is_sent_while_its_deadline_is_ahead()
    {
        var steps = "before-3 2024-06-21 09:00;before-1 2024-06-24 09:00";
        Assert.Equal("send before-3", Decide(Sight(steps, "2024-06-24 08:59", "", closes: "2024-06-26 00:00")));
        Assert.Equal("send before-1", Decide(Sight(steps, "2024-06-25 20:00", "before-3", closes: "2024-06-26 00:00")));
    }

    [Fact]
    public void A_step_planned_just_before_the_quiet_hours_goes_out_a_little_late() =>
        Assert.Equal("send evening", Decide(Sight("evening 2024-06-13 20:59", "2024-06-13 21:03", "")));

    [Fact]
    public void The_group_and_the_admins_told_at_one_instant_are_both_told()
    {
        var steps = "eve 2024-06-12 16:00;overdue 2024-06-14 09:00;escalation 2024-06-14 09:00";
        Assert.Equal("send overdue; send escalation", Decide(Sight(steps, "2024-06-14 09:01", "eve")));
        Assert.Equal("send escalation", Decide(Sight(steps, "2024-06-14 09:02", "eve overdue")));
    }

    private static string Decide(PushSight sight) => string.Join("; ", PushPlanner.Decide(sight).Select(d => d switch
    {
        PushDecision.Send => $"send {d.Planned.Step.Name}",
        PushDecision.Wait => $"wait {d.Planned.Step.Name}",
        PushDecision.Skip skip => $"skip {d.Planned.Step.Name} {skip.Reason}",
        _ => throw new InvalidOperationException(),
    }));

    private static PushSight Sight(string steps, string now, string handled, string closes = "2024-06-14 00:00") => new()
    {
        Steps = [.. steps.Split(';').Select(Step)], Now = At(now), Since = At("2024-05-30 08:00"), ClosesAt = At(closes),
        IsQuiet = QuietHours.Holds(new PushPolicy { Steps = [] }, TimeOnly.FromDateTime(At(now).DateTime)),
        Handled = handled.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
    };

    private static PlannedStep Step(string written)
    {
        var (name, at) = (written.Split(' ')[0], At(written[(written.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        var kind = name switch { "escalation" => PushKind.Escalation, "rollup" => PushKind.Rollup, _ => PushKind.Reminder };
        return new PlannedStep(new PushStep { Name = name, Kind = kind, Day = StepDay.DaysBefore, At = TimeOnly.FromDateTime(at.DateTime) }, at.ToUniversalTime());
    }
}

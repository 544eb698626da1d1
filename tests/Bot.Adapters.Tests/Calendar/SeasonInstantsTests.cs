using System.Text.Json;
using Bot.Adapters.Calendar;
using Bot.Adapters.Tests.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;
using Xunit;

namespace Bot.Adapters.Tests.Calendar;

/// <summary>The instants of baita-2024 by the shipped campaign and calendar, held against what must come of the scenarios.</summary>
public sealed class SeasonInstantsTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly WorkingDays Days = new WorkCalendar(ShippedCalendar.Rows, []).Days();

    [Theory]
    [InlineData("dev-1")]
    [InlineData("dev-2")]
    public void Every_expected_push_is_planned(string scenario)
    {
        var expected = Expected(scenario).Where(p => p.Kind != PushKind.Thanks).ToHashSet();
        Assert.True(expected.Count > 20, $"{expected.Count}");
        Assert.Empty(expected.Except(Planned()));
    }

    [Theory]
    [InlineData("dev-1")]
    [InlineData("dev-2")]
    public void Every_planned_push_is_expected_unless_all_were_thanked_before(string scenario)
    {
        var expected = Expected(scenario).ToHashSet();
        var last = expected.Max(p => p.At);
        var known = expected.Select(p => (p.Owed, p.Deadline)).ToHashSet();
        foreach (var push in Planned().Where(p => known.Contains((p.Owed, p.Deadline)) && p.At <= last && !expected.Contains(p)))
            Assert.True(IsThanked(expected, push), $"{push} is not expected, though somebody is missing");
    }

    private static bool IsThanked(IEnumerable<Push> expected, Push push) =>
        expected.Any(p => p.Kind == PushKind.Thanks && (p.Owed, p.Deadline) == (push.Owed, push.Deadline) && p.At <= push.At);

    private static HashSet<Push> Planned()
    {
        var campaign = ShippedCampaignsTests.Load("baita-2024");
        var pushes =
            from obligation in campaign.Obligations
            let settings = ObligationSettings.Default(obligation)
            from occurrence in Occurrences.Of(obligation, campaign.Period, settings, new Dictionary<DateOnly, DateOnly>(), Shanghai)
            from step in PushTimes.Of(occurrence, obligation.Time, settings.Pushes, Days, Shanghai)
            where step.Step.Kind is PushKind.Reminder or PushKind.Escalation
            select new Push(step.At, step.Step.Kind, obligation.Kind, occurrence.Deadline);
        return [.. pushes];
    }

    private static List<Push> Expected(string scenario) =>
    [
        .. Root(scenario).GetProperty("pushes").EnumerateArray().Select(p => new Push(
            p.GetProperty("at").GetDateTimeOffset().ToUniversalTime(), Word<PushKind>(p, "kind"), Word<ObligationKind>(p, "obligation"), Deadline(p))),
    ];

    private static JsonElement Root(string scenario) => JsonDocument.Parse(File.ReadAllText(Corpus.File($"simulation/{scenario}.expected.json"))).RootElement;

    private static T Word<T>(JsonElement of, string name)
        where T : struct, Enum => Enum.Parse<T>(of.GetProperty(name).GetString()!, ignoreCase: true);

    private static DateOnly Deadline(JsonElement of) => DateOnly.Parse(of.GetProperty("deadline").GetString()!);

    private sealed record Push(DateTimeOffset At, PushKind Kind, ObligationKind Owed, DateOnly Deadline);
}

using System.Text;
using Xunit;

namespace Bot.Host.Tests.Simulation;

/// <summary>The check itself: it lets a perfect season pass and sees each thing that may be wrong with one.</summary>
public sealed class SimulationCheckTests
{
    private const string Wanted = """
        {"pushes":[
          {"at":"2024-06-06T15:00:00+08:00","kind":"reminder","obligation":"material","deadline":"2024-06-06","units":["甲社区","乙村"]},
          {"at":"2024-06-06T20:30:00+08:00","kind":"thanks","obligation":"material","deadline":"2024-06-06","units":[]}],
         "queries":[{"at":"2024-06-06T12:00:00+08:00","open":[{"obligation":"material","deadline":"2024-06-06","units":["甲社区"]}]}],
         "final":{"dues":[{"obligation":"material","deadline":"2024-06-06","unit":"甲社区","state":"met"}],"totals":{"drill.sessions":2}}}
        """;

    private const string Reply = """{"at":"2024-06-06T12:00:10+08:00","to":"g1","kind":"reply","dues":[{"id":"1","obligation":"material","deadline":"2024-06-06","units":["甲社区"]}],"text":"…"}""";
    private const string Reminder = """{"at":"2024-06-06T15:00:00+08:00","to":"g1","kind":"reminder","dues":[{"id":"1","obligation":"material","deadline":"2024-06-06","units":["乙村","甲社区"]}],"text":"…"}""";
    private const string Thanks = """{"at":"2024-06-06T20:31:00+08:00","to":"g1","kind":"thanks","dues":[{"id":"1","obligation":"material","deadline":"2024-06-06","units":[]}],"text":"…"}""";
    private const string Ending = """{"final":{"dues":[{"id":"1","obligation":"material","deadline":"2024-06-06","unit":"甲社区","state":"met"}],"totals":{"drill.sessions":2,"drill.attendance":0}}}""";

    [Fact]
    public void A_season_as_expected_has_no_difference() => Assert.Empty(SimulationCheck.Differences(Wanted, Output(Reply, Reminder, Thanks, Ending)));

    [Theory]
    [InlineData("a push left out", Reminder, "")]
    [InlineData("a push said twice", Reminder, Reminder + "\n" + Reminder)]
    [InlineData("a push too late", "T15:00:00", "T15:10:01")]
    [InlineData("a push too early", "T15:00:00", "T14:59:59")]
    [InlineData("somebody named who has reported", "\"乙村\",\"甲社区\"", "\"乙村\",\"甲社区\",\"丙村\"")]
    [InlineData("a reminder in place of the thanks", "\"thanks\"", "\"reminder\"")]
    [InlineData("未报 without an answer", Reply, "")]
    [InlineData("未报 answered with another unit", "\"units\":[\"甲社区\"]", "\"units\":[\"丙村\"]")]
    [InlineData("another state", "\"met\"", "\"late\"")]
    [InlineData("another total", "\"drill.sessions\":2", "\"drill.sessions\":3")]
    [InlineData("a figure nobody reported", "\"drill.attendance\":0", "\"drill.attendance\":9")]
    [InlineData("no final line", Ending, "")]
    public void A_difference_is_told(string what, string before, string after)
    {
        var output = Output(Reply, Reminder, Thanks, Ending);
        Assert.Contains(before, output, StringComparison.Ordinal);
        Assert.True(SimulationCheck.Differences(Wanted, output.Replace(before, after, StringComparison.Ordinal)).Count > 0, what);
    }

    [Fact]
    public void Nothing_but_thanks_may_be_said_in_quiet_hours()
    {
        var night = Reminder.Replace("T15:00:00", "T21:00:00", StringComparison.Ordinal);
        var differences = SimulationCheck.Differences(Wanted.Replace("T15:00:00", "T21:00:00", StringComparison.Ordinal), Output(Reply, night, Thanks, Ending));
        Assert.Contains("quiet hours", Assert.Single(differences), StringComparison.Ordinal);
    }

    private static string Output(params string[] lines) => new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString();
}

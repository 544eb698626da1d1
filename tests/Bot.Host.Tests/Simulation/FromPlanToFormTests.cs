using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Host.Tests.Verbs;
using Bot.Host.Verbs;
using Xunit;

namespace Bot.Host.Tests.Simulation;

/// <summary>
/// From a plan's text to the filled form: the plan is compiled, and a season is run by the campaign file that came of it. What
/// must stand at its end was worked out by hand (tests/Corpus/plans/seasons).
/// </summary>
public sealed class FromPlanToFormTests : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-season");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("dev-05.txt", "dev-05")]
    [InlineData("fresh/open/a3.txt", "fresh-a3")]
    public async Task A_plan_becomes_a_campaign_whose_season_ends_with_the_right_dues_and_figures(string plan, string season)
    {
        var campaign = Path.Combine(folder.FullName, "campaign.yaml");
        Assert.Equal(0, (await PlanCorpus.CompileAsync(Path.Combine(PlanCorpus.Folder, plan), "--out", campaign)).Code);
        var scenario = Path.Combine(folder.FullName, "season.jsonl");
        File.Copy(Path.Combine(PlanCorpus.Folder, "seasons", $"{season}.scenario.jsonl"), scenario);
        using var output = new StringWriter();
        Assert.Equal(0, await Simulate.RunAsync(scenario, null, output, TestContext.Current.CancellationToken));
        var final = JsonNode.Parse(output.ToString().TrimEnd('\n').Split('\n')[^1])!["final"]!;
        var expected = JsonSerializer.Deserialize<Expected>(await File.ReadAllTextAsync(Path.Combine(PlanCorpus.Folder, "seasons", $"{season}.expected.json")), Json)!;
        Assert.Equal(expected.Lines(), Dues(final, expected.Units).Order(StringComparer.Ordinal));
        Assert.Equal(
            expected.Totals.OrderBy(t => t.Key, StringComparer.Ordinal),
            final["totals"]!.AsObject().Select(t => KeyValuePair.Create(t.Key, (decimal)t.Value!)).OrderBy(t => t.Key, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Dues(JsonNode final, IReadOnlyList<string> units) =>
        from due in final["dues"]!.AsArray()
        group due by $"{due["obligation"]} {due["deadline"]}" into one
        select $"{one.Key}: {string.Join(' ', units.Select(unit => string.Join(',', one.Where(due => (string?)due!["unit"] == unit).Select(due => due!["state"]))))}";

    /// <summary>How it must end: per kind and deadline a state for each unit, and the totals.</summary>
    private sealed record Expected(IReadOnlyList<string> Units, IReadOnlyDictionary<string, string[]> Dues, IReadOnlyDictionary<string, decimal> Totals)
    {
        public IEnumerable<string> Lines() => Dues.Select(due => $"{due.Key}: {string.Join(' ', due.Value)}").Order(StringComparer.Ordinal);
    }
}

using Bot.Host.Verbs;
using Xunit;

namespace Bot.Host.Tests.Simulation;

/// <summary>Whole seasons through the real program. What must come of them was worked out without it (tests/Corpus/simulation/oracle.py).</summary>
public sealed class RehearsalTests
{
    private const string Ending = ".scenario.jsonl";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus", "simulation");

    public static TheoryData<string> Seasons => [.. Directory.EnumerateFiles(Folder, "*" + Ending).Select(f => Path.GetFileName(f)[..^Ending.Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seasons))]
    public async Task A_rehearsed_season_comes_out_as_expected(string name)
    {
        var cancel = TestContext.Current.CancellationToken;
        var expected = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.expected.json"), cancel);
        using var output = new StringWriter();
        Assert.Equal(0, await Simulate.RunAsync(Path.Combine(Folder, name + Ending), null, output, cancel));
        var differences = SimulationCheck.Differences(expected, output.ToString());
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join('\n', differences)}");
    }
}

using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Bot.Host.Tests.Deploy;

/// <summary>The Grafana board and the guides name the metrics the program has.</summary>
public sealed partial class BoardTests
{
    [Theory]
    [InlineData("docs/operating.md")]
    [InlineData("docs/operating.zh-CN.md")]
    public void Every_metric_on_the_board_is_explained_in_the_guide_and_the_other_way_round(string guide)
    {
        var explained = Documented().Matches(DeployFiles.Text(guide)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(explained.Select(Exported).Order(StringComparer.Ordinal), OnBoard().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_metric_on_the_board_is_one_the_program_has()
    {
        var instruments = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == "SafetyMonth") lock (instruments) instruments.Add(instrument.Name); } };
        listener.Start();
        await using var bot = await RunningBot.StartAsync();

        Assert.Empty(OnBoard().Except(instruments.Select(Exported)));
    }

    [Fact]
    public void No_two_panels_share_a_number()
    {
        using var board = Board();
        var ids = board.RootElement.GetProperty("panels").EnumerateArray().Select(p => p.GetProperty("id").GetInt32()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    // As Prometheus knows it: no dots; what exporters put behind a name for its kind and unit is left out.
    private static string Exported(string instrument) => instrument.Replace('.', '_');

    private static HashSet<string> OnBoard()
    {
        using var board = Board();
        var expressions = board.RootElement.GetProperty("panels").EnumerateArray().SelectMany(p => p.GetProperty("targets").EnumerateArray()).Select(t => t.GetProperty("expr").GetString()!).ToList();
        Assert.All(expressions, e => Assert.Matches(Shown(), e));
        return [.. expressions.SelectMany(e => Shown().Matches(e)).Select(m => m.Groups["name"].Value)];
    }

    private static JsonDocument Board() => JsonDocument.Parse(DeployFiles.Text("deploy/grafana/safetymonth.json"));

    [GeneratedRegex("(?<name>safetymonth_[a-z_]+?)(_total|\\(_seconds\\)\\?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex("safetymonth(\\.[a-z_]+){2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Documented();
}

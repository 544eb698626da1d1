using System.Text.Json.Nodes;
using Xunit;

namespace Bot.Host.Tests.Verbs;

/// <summary>How well plans are read. Floors lie a little under what was measured; they only rise.</summary>
public sealed class PlanScoreTests
{
    [Theory]
    [InlineData("")]
    [InlineData("own")]
    public async Task The_plans_it_was_made_with_are_read_to_the_last_blank(string folder)
    {
        var score = await PlanCorpus.ScoreAsync(folder);
        Assert.True(score.Plans > 4 && score.Whole == score.Plans && new[] { "obligations", "events", "activities", "slots", "head" }.All(what => score.F1(what) >= 1), score.ToString());
    }

    [Theory]
    [InlineData("fresh/open", 0.98, 0.98, 0.98, 0.98, 0.98)]
    [InlineData("fresh/more", 0.98, 0.98, 0.98, 0.98, 0.98)]
    [InlineData("fresh/devlike", 0.98, 0.98, 0.98, 0.98, 0.97)]
    [InlineData("fresh/kept", 0.91, 0.98, 0.88, 0.97, 0.96)]
    public async Task Plans_written_afterwards_are_read_as_well_as_they_were(string folder, double obligations, double events, double activities, double slots, double head)
    {
        var score = await PlanCorpus.ScoreAsync(folder);
        (string What, double Floor)[] floors = [("obligations", obligations), ("events", events), ("activities", activities), ("slots", slots), ("head", head)];
        Assert.True(score.Plans >= 7 && floors.All(f => score.F1(f.What) >= f.Floor), score.ToString());
    }

    [Fact]
    public void A_score_counts_what_is_wrong_and_what_is_lost()
    {
        var gold = Reading("""{"kind":"summary","schedule":"once","due":"2024-06-25"},{"kind":"material","schedule":"dates","due":["2024-06-01","2024-06-08"]}""");
        var read = Reading("""{"id":"a","kind":"material","schedule":"dates","due":["2024-06-08","2024-06-01"],"asks":[]},{"kind":"summary","schedule":"once","due":"2024-06-26"}""");
        var score = new PlanScore();
        score.Add(gold, null, gold);
        Assert.Equal((1, 1.0), (score.Whole, score.F1("obligations")));
        score.Add(gold, null, read);
        Assert.Equal((1, 2, 0.75, 1.0), (score.Whole, score.Plans, score.F1("obligations"), score.F1("head")));
    }

    private static JsonNode Reading(string obligations) => JsonNode.Parse($$"""{"title":"一、甲","obligations":[{{obligations}}],"events":[],"activities":[],"forms":[]}""")!;
}

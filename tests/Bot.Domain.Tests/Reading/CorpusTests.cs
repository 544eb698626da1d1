using System.Text.Json;
using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>The report corpus; floors lie slightly under what was reached.</summary>
public class CorpusTests
{
    [Fact]
    public void Both_files_together_keep_their_floors()
    {
        var score = new CorpusScore();
        foreach (var line in Lines("dev-baita.jsonl").Concat(Lines("dev-changzhou.jsonl")))
            score.Add(line, Read(line));
        Assert.True(score is { Kind: >= 0.98, F1: >= 0.98, Silent: <= 0.03, Days: >= 0.98, Bound: >= 0.98 }, score.ToString());
    }

    [Fact]
    public void Every_span_lies_inside_the_message_and_every_component_names_its_rule()
    {
        foreach (var line in Lines("dev-baita.jsonl").Concat(Lines("dev-changzhou.jsonl")))
        {
            var text = line.GetProperty("text").GetString()!;
            var reading = Read(line);
            foreach (var span in Spans(reading))
                Assert.True(0 <= span.From && span.From < span.To && span.To <= text.Length, text);
            Assert.All(reading.Activities.SelectMany(activity => activity.Components), part => Assert.NotEmpty(part.Rule));
        }
    }

    [Fact]
    public void A_figure_s_span_holds_its_figure()
    {
        var text = "６月13日，我社區組織開展消防應急疏散演練２場，參與群眾一百二十餘人，張貼海報30張。";
        var reading = CorpusCampaigns.Reader("baita-2024").Read(text, new ReadingContext { SaidAt = new DateTime(2024, 6, 13, 15, 20, 0) });
        var words = reading.Activities.SelectMany(activity => activity.Components).ToDictionary(part => part.Slot.Value, part => text[part.Span.From..part.Span.To], StringComparer.Ordinal);
        Assert.Equal("２場", words["lifeline.drill.sessions"]);
        Assert.Equal("一百二十餘人", words["lifeline.drill.attendance"]);
        Assert.Equal("30張", words["consult.poster.count"]);
    }

    [Fact]
    public void An_explanation_accounts_for_every_quantity()
    {
        foreach (var line in Lines("dev-baita.jsonl"))
        {
            var text = line.GetProperty("text").GetString()!;
            var explained = Explanation.Of(text, Read(line));
            Assert.StartsWith(line.GetProperty("gold").GetProperty("kind").GetString()!, explained[0], StringComparison.Ordinal);
        }
    }

    private static IEnumerable<TextSpan> Spans(ReportReading reading) =>
        reading.Activities.SelectMany(activity => activity.Components.Select(part => part.Span).Append(activity.Span))
            .Concat(reading.Extras.Select(extra => extra.Span)).Concat(reading.Asks.Select(ask => ask.Span)).Concat(reading.LeftOver);

    private static ReportReading Read(JsonElement line) => CorpusCampaigns.Reader(line.GetProperty("campaign").GetString()!).Read(
        line.GetProperty("text").GetString()!,
        new ReadingContext { SaidAt = line.GetProperty("sent_at").GetDateTimeOffset().DateTime, Unit = line.GetProperty("unit").GetString() });

    internal static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Corpus", file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
}

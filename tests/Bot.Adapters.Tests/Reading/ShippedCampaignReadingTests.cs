using System.Text.Json;
using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;
using Bot.Domain.Tests.Reading;
using Xunit;

namespace Bot.Adapters.Tests.Reading;

/// <summary>The corpus read with the campaigns as shipped: their forms' printed lines and all.</summary>
public class ShippedCampaignReadingTests
{
    [Theory]
    [InlineData("dev-baita.jsonl")]
    [InlineData("dev-changzhou.jsonl")]
    public void The_shipped_campaigns_read_the_corpus(string file)
    {
        var score = new CorpusScore();
        ScoreLines(score, [file], static _ => true);
        Assert.True(score is { Kind: >= 0.97, F1: >= 0.97, Silent: <= 0.04, Days: >= 0.97, Bound: >= 0.97 }, score.ToString());
    }

    /// <summary>
    /// Messages the reader was not written by: of fresh and wide the odd ones were looked at afterwards, the even ones never;
    /// those of more, third, fourth, fifth and sixth all were.
    /// </summary>
    [Theory]
    [InlineData("fresh", 1, 0.97, 0.98)]
    [InlineData("fresh", 0, 0.87, 0.95)]
    [InlineData("wide", 1, 0.95, 0.97)]
    [InlineData("wide", 0, 0.85, 0.94)]
    [InlineData("more", null, 0.94, 0.97)]
    [InlineData("third", null, 0.96, 0.98)]
    [InlineData("fourth", null, 0.97, 0.98)]
    [InlineData("fifth", null, 0.96, 0.98)]
    [InlineData("sixth", null, 0.93, 0.98)]
    public void Fresh_messages_keep_their_floors(string corpus, int? remainder, double f1, double kind)
    {
        var score = new CorpusScore();
        var files = Directory.GetFiles(Path.GetDirectoryName(Corpus.File("README.md"))!, corpus + "-*.jsonl").Select(file => Path.GetFileName(file)).ToList();
        Assert.NotEmpty(files);
        ScoreLines(score, files, line => remainder is null || Number(line) % 2 == remainder);
        TestContext.Current.TestOutputHelper?.WriteLine($"{corpus}: {score}");
        Assert.True(score.F1 >= f1 && score.Kind >= kind, $"{corpus}: {score}");
    }

    [Fact]
    public void Every_shipped_form_filled_in_as_printed_is_read_back_slot_by_slot()
    {
        foreach (var id in ShippedCampaigns.Ids)
        {
            var campaign = Open(id);
            var reader = ReportReader.Compile(campaign);
            foreach (var form in campaign.Forms)
                AssertReadBack(reader, form, id);
        }
    }

    private static void ScoreLines(CorpusScore score, IReadOnlyList<string> files, Func<JsonElement, bool> wanted)
    {
        var readers = new Dictionary<string, IReportReader>(StringComparer.Ordinal);
        foreach (var line in files.SelectMany(file => File.ReadLines(Corpus.File(file))).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).Where(wanted))
        {
            var id = line.GetProperty("campaign").GetString()!;
            if (!readers.TryGetValue(id, out var reader))
                readers.Add(id, reader = ReportReader.Compile(Open(id)));
            score.Add(line, reader.Read(line.GetProperty("text").GetString()!, new ReadingContext
            {
                SaidAt = line.GetProperty("sent_at").GetDateTimeOffset().DateTime, Unit = line.GetProperty("unit").GetString(),
            }));
        }
    }

    // fresh-b012: 12.
    private static int Number(JsonElement line) => int.Parse(line.GetProperty("id").GetString()![^3..], System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertReadBack(IReportReader reader, Form form, string id)
    {
        var next = 1;
        var expected = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var lines = form.Rows.SelectMany(row => row.Lines).ToList();
        foreach (var slot in form.Slots.Where(slot => slot.Measure != Slot.YesNo))
        {
            for (var i = 0; i < lines.Count; i++)
            {
                if (!lines[i].Contains("{" + slot.Id.Value + "}", StringComparison.Ordinal))
                    continue;
                expected[slot.Id.Value] = next;
                lines[i] = lines[i].Replace("（{" + slot.Id.Value + "}）", $"（ {next} ）", StringComparison.Ordinal).Replace("({" + slot.Id.Value + "})", $"( {next} )", StringComparison.Ordinal)
                    .Replace("{" + slot.Id.Value + "}", $"（ {next} ）", StringComparison.Ordinal);
                next++;
            }
        }

        var read = reader.Read(string.Join('\n', lines), new ReadingContext { SaidAt = new DateTime(2024, 6, 20, 9, 0, 0) })
            .Metrics().ToDictionary(metric => metric.Slot.Value, metric => metric.Value, StringComparer.Ordinal);
        var wrong = expected.Where(pair => !read.TryGetValue(pair.Key, out var value) || value != pair.Value).Select(pair => pair.Key).ToList();
        Assert.True(wrong.Count == 0, $"{id} {form.Id}: {string.Join(", ", wrong)}");
    }

    // A shipped one, or one of the Corpus folder's own.
    private static Campaign Open(string id) => (ShippedCampaigns.Ids.Contains(id, StringComparer.Ordinal) ? ShippedCampaigns.Open(id) : CampaignYaml.Open(Corpus.File($"campaigns/{id}.yaml"))).Match(campaign => campaign, faults => throw new InvalidOperationException(faults[0].ToString()));
}

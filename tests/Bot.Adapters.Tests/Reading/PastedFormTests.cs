using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;
using Xunit;

namespace Bot.Adapters.Tests.Reading;

/// <summary>The shipped forms, filled in at random and distorted in every way people distort them, come out blank by blank.</summary>
public sealed class PastedFormTests
{
    private const int Seeds = 8;

    // Ways that say how one and the same blank is written do not go together.
    private const Distortion Blanks = Distortion.UnderscoresInside | Distortion.Underscores | Distortion.NoBrackets | Distortion.MeasureInside | Distortion.OtherBrackets;

    private static readonly List<(Form Form, IReportReader Reader, int Year)> Forms = [.. ShippedCampaigns.Ids
        .Select(id => ShippedCampaigns.Open(id).Match(c => c, faults => throw new InvalidOperationException(faults[0].ToString())))
        .SelectMany(c => (IEnumerable<(Form, IReportReader, int)>)[.. c.Forms.Select(form => (form, ReportReader.Compile(c), c.Year))])];

    public static TheoryData<string> Ways => [.. Enum.GetNames<Distortion>()];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_form_distorted_in_one_way_comes_out_blank_by_blank(string way)
    {
        var score = Score(Enum.Parse<Distortion>(way), 1);
        Assert.True(score is { Recovered: >= 0.99, Misplaced: <= 0.001, Extras: 0 }, $"{way}: {score}\n{string.Join('\n', score.Faults.Take(5))}");
    }

    [Fact]
    public void A_form_distorted_in_several_ways_comes_out_blank_by_blank()
    {
        var total = new PastedFormScore();
        var all = Enum.GetValues<Distortion>().Where(way => way != Distortion.None).ToArray();
        var random = new Random(6);
        for (var run = 0; run < 150; run++)
        {
            var ways = Distortion.None;
            for (var more = random.Next(2, 5); more > 0;)
            {
                var way = all[random.Next(all.Length)];
                if ((ways & way) != 0 || ((ways & Blanks) != 0 && (way & Blanks) != 0) || ((ways | way) & (Distortion.NoMeasure | Distortion.NoBrackets)) == (Distortion.NoMeasure | Distortion.NoBrackets)
                    || ((ways | way) & (Distortion.NoMeasure | Distortion.Underscores)) == (Distortion.NoMeasure | Distortion.Underscores))
                    continue;
                ways |= way;
                more--;
            }

            Add(total, ways, Forms[run % Forms.Count], run);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"combined: {total}");
        Assert.True(total is { Recovered: >= 0.97, Misplaced: <= 0.002 }, $"combined: {total}\n{string.Join('\n', total.Faults.Take(8))}");
    }

    private static PastedFormScore Score(Distortion ways, int first)
    {
        var score = new PastedFormScore();
        foreach (var form in Forms)
        {
            for (var seed = first; seed < first + Seeds; seed++)
                Add(score, ways, form, seed);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{ways}: {score}");
        return score;
    }

    private static void Add(PastedFormScore score, Distortion ways, (Form Form, IReportReader Reader, int Year) one, int seed)
    {
        var pasted = new PastedForm(one.Form, ways, seed);
        score.Add(pasted, one.Reader.Read(pasted.Text, new ReadingContext { SaidAt = new DateTime(one.Year, 6, 25, 10, 0, 0), Unit = "白塔社区" }));
    }
}

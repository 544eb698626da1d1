using System.Text;
using System.Text.Json;
using Bot.Domain.Reading;
using Bot.Host.Verbs;
using Xunit;

namespace Bot.Host.Tests.Verbs;

public class ParseTests
{
    [Fact]
    public async Task A_message_becomes_one_line_with_its_Chinese_as_it_is()
    {
        var (code, lines) = await RunAsync("""{"id":"a","campaign":"baita-2024","unit":"白塔社区","sent_at":"2024-06-13T15:20:00+08:00","photos":3,"style":"free","text":"6月13日演练2场，一百二十余人参加，发放明白纸500份。"}""");
        Assert.Equal(0, code);
        var line = Assert.Single(lines);
        Assert.Contains("明白纸", line, StringComparison.Ordinal);
        var reading = JsonDocument.Parse(line).RootElement;
        Assert.Equal("a", reading.GetProperty("id").GetString());
        Assert.Equal("report", reading.GetProperty("kind").GetString());
        Assert.Equal("incremental", reading.GetProperty("basis").GetString());
        Assert.Equal("2024-06-13", reading.GetProperty("dates")[0].GetString());
        Assert.False(reading.TryGetProperty("nil", out _));
        var people = reading.GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("slot").GetString() == "lifeline.drill.attendance");
        Assert.Equal((120, "over"), (people.GetProperty("value").GetInt32(), people.GetProperty("bound").GetString()));
    }

    [Theory]
    [InlineData("{", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("""{"id":"b","sent_at":"2024-06-13T15:20:00+08:00"}""", "b")]
    [InlineData("""{"id":7,"text":"演练1场","sent_at":"yesterday"}""", "7")]
    [InlineData("""{"id":"c","text":"\ud83d","sent_at":"2024-06-13T15:20:00+08:00"}""", "c")]
    public async Task A_malformed_line_gives_an_error_line_and_the_rest_is_still_read(string malformed, string? id)
    {
        var good = """{"id":"z","sent_at":"2024-06-13T15:20:00+08:00","text":"演练1场"}""";
        var (code, lines) = await RunAsync(malformed + "\n\n" + good);
        Assert.Equal(1, code);
        Assert.Equal(2, lines.Length);
        var error = JsonDocument.Parse(lines[0]).RootElement;
        Assert.NotEmpty(error.GetProperty("error").GetString()!);
        Assert.Equal(id, error.TryGetProperty("id", out var told) ? told.ToString() : null);
        Assert.Equal("z", JsonDocument.Parse(lines[1]).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Ten_thousand_lines_stream_through_each_answered_before_the_next_is_taken()
    {
        using var output = new Counting();
        using var input = new Endless(output, """{"id":"a","sent_at":"2024-06-13T15:20:00+08:00","text":"6月13日演练2场，120人参加。"}""", 10_000);
        Assert.Equal(0, await Parse.RunAsync(input, output, Shipped.Reader, TestContext.Current.CancellationToken));
        Assert.Equal(10_000, output.Lines);
        Assert.Equal(0, input.MostUnanswered);
    }

    [Fact]
    public async Task Quantities_are_told_by_value_or_by_range()
    {
        var output = new StringWriter();
        var code = await Host.Verbs.Quantities.RunAsync(
            new StringReader("""{"id":1,"text":"计划演练3-5场，取消宣讲1场，发放1.2万份"}"""), output, TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        Assert.Equal(
            """{"id":1,"quantities":[{"min":3,"max":5,"unit":"场","status":"plan","span":[4,8]},{"value":1,"unit":"场","status":"plan","span":[13,15]},{"value":12000,"unit":"份","status":"plan","span":[18,23]}]}""" + "\n",
            output.ToString());
    }

    [Fact]
    public async Task Explain_names_every_figure_and_the_rule_that_placed_it()
    {
        var output = new StringWriter();
        var context = new ReadingContext { SaidAt = new DateTime(2024, 6, 13, 15, 0, 0) };
        await Explain.RunAsync(new StringReader("演练2场，参与80人，用时8分钟\n"), output, Shipped.Reader, context, TestContext.Current.CancellationToken);
        Assert.Contains("lifeline.drill.sessions = 2 ← 2–4 “2场” [activity:演练]", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("left over ← 13–16 “8分钟”", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-06-20T09:00", "2024-06-20T09:00")]
    [InlineData("2024-11-20T09:00", "2024-11-20T09:00")]
    [InlineData("2026-11-20T09:00", "2024-06-30T09:00")]
    public void Explain_takes_a_message_without_a_time_for_one_of_the_campaigns_year(string now, string said) =>
        Assert.Equal(DateTime.Parse(said, System.Globalization.CultureInfo.InvariantCulture), Explain.SaidAt(Shipped.Campaign("baita-2024"), DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    private static async Task<(int Code, string[] Lines)> RunAsync(string input)
    {
        var output = new StringWriter();
        var code = await Parse.RunAsync(new StringReader(input), output, Shipped.Reader, TestContext.Current.CancellationToken);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    // Gives lines for as long as it is asked, and notes how many were without an answer when the next one was taken.
    private sealed class Endless(Counting answers, string line, int times) : TextReader
    {
        private int given;

        public int MostUnanswered { get; private set; }

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            MostUnanswered = Math.Max(MostUnanswered, given - answers.Lines);
            return new(given < times ? Next() : null);
        }

        private string Next()
        {
            given++;
            return line;
        }
    }

    private sealed class Counting : TextWriter
    {
        public int Lines { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Lines += value == '\n' ? 1 : 0;

        public override Task WriteAsync(char value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

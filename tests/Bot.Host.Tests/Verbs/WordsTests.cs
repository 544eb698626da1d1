using System.Text.Json;
using Bot.Host.Verbs;
using Xunit;

namespace Bot.Host.Tests.Verbs;

/// <summary><c>words</c>: what is wrong in the office's own words, and what a further line changes.</summary>
public sealed class WordsTests : IDisposable
{
    private const string Line = "演练 = 警铃行动";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-words");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_line_s_changes_are_told_message_by_message_with_better_and_worse_where_gold_says()
    {
        var corpus = Put("corpus.jsonl", Message("good", "今天警铃行动2次", """,{"gold":{"kind":"report","metrics":[{"slot":"lifeline.drill.sessions","value":2}]}}"""),
            Message("bad", "今天警铃行动2次，张贴海报30张", """,{"gold":{"kind":"report","metrics":[{"slot":"consult.poster.count","value":30}]}}"""),
            Message("plain", "今天警铃行动5次"), Message("same", "今天张贴海报30张"));
        var (code, said, complained) = await RunAsync("try", Line, "--corpus", corpus);
        Assert.Equal((0, ""), (code, complained));
        var lines = said.TrimEnd('\n').Split('\n');
        Assert.Equal(["good  better", "bad  worse", "plain"], lines.Where(l => !l.StartsWith(' ')).SkipLast(1));
        Assert.Contains("  words: 警铃行动", lines);
        Assert.Contains(lines, l => l.StartsWith("  lifeline.drill.sessions: – → 2  (", StringComparison.Ordinal));
        Assert.Equal("3 messages changed, 1 better, 1 worse (4 read, 2 of them with gold)", lines[^1]);
    }

    [Fact]
    public async Task With_json_every_line_is_JSON_and_the_last_one_sums_up()
    {
        var (code, said, _) = await RunAsync("try", Line, "--json", "--corpus", Put("a.jsonl", Message("a", "今天警铃行动2次")), "--corpus", Put("b.jsonl", Message("b", "下周开会")));
        Assert.Equal(0, code);
        var lines = said.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal(("a", "警铃行动"), (lines[0].GetProperty("id").GetString(), lines[0].GetProperty("words")[0].GetString()));
        Assert.Equal(2, lines[0].GetProperty("figures")[0].GetProperty("after").GetInt32());
        Assert.False(lines[0].TryGetProperty("verdict", out _));
        Assert.Equal((1, 0, 0, 2, 0), (Number("changed"), Number("better"), Number("worse"), Number("read"), Number("with_gold")));

        int Number(string name) => lines[1].GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Without_a_corpus_the_two_that_come_with_the_program_are_read()
    {
        var (code, said, _) = await RunAsync("try", Line);
        Assert.Equal(0, code);
        Assert.Equal("0 messages changed, 0 better, 0 worse (180 read, 180 of them with gold)\n", said);
    }

    [Fact]
    public async Task The_file_in_force_is_tried_against_the_program_s_own_words_and_a_further_line_against_the_file()
    {
        var own = Put("words.txt", Line);
        var corpus = Put("corpus.jsonl", Message("a", "今天警铃行动2次"));
        Assert.StartsWith("a\n", (await RunAsync("try", "--file", own, "--corpus", corpus)).Said, StringComparison.Ordinal);
        Assert.StartsWith("0 messages changed", (await RunAsync("try", Line, "--corpus", corpus)).Said, StringComparison.Ordinal);
        Assert.StartsWith("0 messages changed", (await RunAsync("try", "--file", Put("more.txt", "演练 = 紧急警铃"), "--corpus", corpus)).Said, StringComparison.Ordinal);
        Assert.Equal((0, $"{own}: 1 lines, all good\n", ""), await RunAsync("check"));
        Assert.Contains(" 警铃行动", (await RunAsync("list")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_line_is_named_with_its_file_and_number_and_nothing_is_read()
    {
        var file = Put("bad.txt", "演练 消防拉动", "演练 = 警铃行动", "警铃 = 演练");
        foreach (var verb in new[] { "check", "try" })
        {
            var (code, said, complained) = await RunAsync(verb, "--file", file);
            Assert.Equal((1, ""), (code, said));
            Assert.Equal([$"{file}:1", $"{file}:3"], complained.TrimEnd().Split('\n').Select(l => string.Join(':', l.Split(':')[..2])));
        }
    }

    [Fact]
    public async Task A_line_of_a_corpus_that_is_no_message_is_named_and_the_rest_is_read()
    {
        var corpus = Put("corpus.jsonl", "{", """{"id":"x","text":"t","sent_at":"2024-06-13T15:20:00+08:00"}""", Message("a", "今天警铃行动2次"), Message("b", "今天警铃行动2次").Replace("baita-2024", "nowhere"));
        var (code, said, complained) = await RunAsync("try", Line, "--corpus", corpus);
        Assert.Equal(1, code);
        Assert.EndsWith("1 messages changed, 0 better, 0 worse (1 read, 0 of them with gold)\n", said, StringComparison.Ordinal);
        Assert.Equal([$"{corpus}:1", $"{corpus}:2"], complained.TrimEnd().Split('\n').Take(2).Select(l => string.Join(':', l.Split(':')[..2])));
        Assert.Equal((1, 0), ((await RunAsync("try", "演练 = 拉")).Code, (await RunAsync("try", Line, "--campaign", "changzhou-2022", "--corpus", Put("c.jsonl", Message("a", "好")))).Code));
        Assert.Equal(64, (await RunAsync("try", Line, "--corpus", Path.Combine(folder.FullName, "none.jsonl"))).Code);
    }

    [Fact]
    public async Task Kept_messages_of_an_office_are_tried_too()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, "6月13日演练1场，20人参加。开展警铃行动2次");
        var (code, said, complained) = await RunAsync("try", Line, "--database", Path.Combine(bot.Folder, "safetymonth.db"));
        Assert.Equal((0, ""), (code, complained));
        Assert.Contains("  words: 警铃行动\n", said, StringComparison.Ordinal);
        Assert.Contains("1 messages changed, 0 better, 0 worse", said, StringComparison.Ordinal);
        Assert.Equal(64, (await RunAsync("try", Line, "--database", Path.Combine(folder.FullName, "none.db"))).Code);
    }

    [Theory]
    [InlineData("Host=/nowhere;Username=x;Database=y")]
    [InlineData("Wirt=/nowhere")]
    [InlineData(null)]
    public async Task A_database_that_cannot_be_used_is_said_in_one_sentence(string? place)
    {
        var (code, said, complained) = await RunAsync("try", Line, "--database", place ?? Put("words.db", "no database at all, only words"));
        Assert.Equal((64, ""), (code, said));
        Assert.StartsWith("The database cannot be used: ", complained, StringComparison.Ordinal);
        Assert.Single(complained.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData]
    [InlineData("fly")]
    [InlineData("try")]
    [InlineData("check", Line)]
    [InlineData("try", Line, "--file", "a.txt")]
    [InlineData("try", Line, "--corpus")]
    [InlineData("try", Line, "--corpse", "a")]
    [InlineData("try", Line, "--campaign", "a", "--campaign", "b")]
    [InlineData("try", Line, "--corpus", "a", "--database", "b")]
    public void Misuse_is_told_in_one_sentence(params string[] args)
    {
        var (read, fault) = WordsArguments.Read(args);
        Assert.Null(read);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }

    private static string Message(string id, string text, string more = "") =>
        JsonSerializer.Serialize(new { id, campaign = "baita-2024", unit = "白塔社区", sent_at = "2024-06-13T15:20:00+08:00", text })[..^1] + (more.Length > 0 ? "," + more[2..] : "}");

    private string Put(string name, params string[] lines)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private async Task<(int Code, string Said, string Complained)> RunAsync(params string[] args)
    {
        var (read, fault) = WordsArguments.Read([.. args, "--data", folder.FullName]);
        Assert.Null(fault);
        var (said, complained) = (new StringWriter(), new StringWriter());
        var code = await new Words(read!, said, complained).RunAsync(TestContext.Current.CancellationToken);
        return (code, said.ToString(), complained.ToString());
    }
}

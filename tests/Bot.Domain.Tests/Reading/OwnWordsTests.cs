using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>An office's own words: what they change, and what is said about a line that cannot be taken.</summary>
public sealed class OwnWordsTests
{
    private static readonly ReadingContext Context = new() { SaidAt = new DateTime(2024, 6, 13, 15, 0, 0), Unit = "云杉社区" };

    [Theory]
    [InlineData("演练 = 警铃行动", "今天警铃行动2次，40人参加", "lifeline.drill.attendance=40 lifeline.drill.sessions=2")]
    [InlineData("  演練＝警鈴行動、紧急警铃  ", "今天警铃行动2次，40人参加", "lifeline.drill.attendance=40 lifeline.drill.sessions=2")]
    [InlineData("# 我们街道的说法\n\n海报 = 墙纸画", "贴了墙纸画30张", "consult.poster.count=30")]
    [InlineData("警铃行动 < 演练 = 拉警铃 警铃+集合", "今天拉警铃2次，40人参加", "lifeline.drill.attendance=40 lifeline.drill.sessions=2")]
    [InlineData("演练 = @干部+拉警铃 警铃++集合", "今天村主任带头拉警铃2次，40人参加", "lifeline.drill.attendance=40 lifeline.drill.sessions=2")]
    [InlineData("演练 = -演练广场", "今天在演练广场发了传单", "")]
    public void A_further_word_is_read_like_the_program_s_own(string line, string text, string metrics)
    {
        var reader = ReportReader.Compile(CorpusCampaigns.Load("baita-2024"), Taken(line));
        Assert.Equal(metrics, string.Join(' ', reader.Read(text, Context).Metrics().Select(m => FormattableString.Invariant($"{m.Slot.Value}={m.Value}")).Order(StringComparer.Ordinal)));
        Assert.NotEqual(metrics, string.Join(' ', CorpusCampaigns.Reader("baita-2024").Read(text, Context).Metrics().Select(m => FormattableString.Invariant($"{m.Slot.Value}={m.Value}")).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_new_activity_finds_the_blank_that_names_it()
    {
        var campaign = CorpusCampaigns.Of([("a.walk.sessions", "1", "巡游", "举办安全巡游", "场"), ("a.walk.people", "1", "巡游", "举办安全巡游 · 参加", "人次")]);
        var reading = ReportReader.Compile(campaign, Taken("[活动]\n安全巡游 = 安全巡游 花车走街")).Read("昨天花车走街3场，200人参加", Context);
        Assert.Equal(["a.walk.people=200", "a.walk.sessions=3"], reading.Metrics().Select(m => FormattableString.Invariant($"{m.Slot.Value}={m.Value}")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("演练 消防拉动", "no =")]
    [InlineData("演练 = a=b", "more than one =")]
    [InlineData("演练 =", "no word")]
    [InlineData("= 消防拉动", "no name")]
    [InlineData("演练 < 宣讲 < 观影 = 消防拉动", "more than one <")]
    [InlineData("演练*! = 消防拉动", "more than one sign")]
    [InlineData("演-练 = 消防拉动", "no name")]
    [InlineData("拉警报 = 警铃行动", "not known as a name")]
    [InlineData("警铃行动 = 演练", "The known name stands first: 演练 = 警铃行动")]
    [InlineData("警铃行动 < 没有的事 = 拉警铃", "没有的事 behind < is not known")]
    [InlineData("海报 < 演练 = 墙纸画", "not of one kind")]
    [InlineData("中心组学习 < 演练 = 党组会", "is a kind of 宣讲 already")]
    [InlineData("参观 < 参观 = 看展", "is a kind of 参观 itself")]
    [InlineData("[食品]", "heading")]
    [InlineData("[物品]\n演练 = 警铃行动", "is an activity")]
    [InlineData("演练 = 拉", "single character")]
    [InlineData("演练 = “警铃”", "sign")]
    [InlineData("演练 = 警+铃+响", "joins")]
    [InlineData("演练 = 警铃+", "joins")]
    [InlineData("演练 = -", "stands alone")]
    [InlineData("演练 = @没有的+课", "@没有的 is not known")]
    [InlineData("演练 = @干部", "sign")]
    [InlineData("@大家 = 你们 我们", "no name")]
    [InlineData("演练 = 119", "number")]
    [InlineData("演练 = 一二三四五六七八九十一二三四五六七八九十一", "longer than")]
    public void A_bad_line_is_refused_with_one_sentence_that_says_what_to_write(string lines, string said)
    {
        var fault = Assert.Single(Assert.IsType<OwnWordsText.Refused>(OwnWords.Read("演练 = 警铃响\n" + lines)).Faults);
        Assert.Equal(1 + lines.Split('\n').Length, fault.Line);
        Assert.Contains(said, fault.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(fault.Remedy);
    }

    [Fact]
    public void Every_bad_line_is_named_and_none_of_the_others_is_taken()
    {
        var refused = Assert.IsType<OwnWordsText.Refused>(OwnWords.Read("演练 消防拉动\n演练 = 拉动演\n海报 = 画\n"));
        Assert.Equal([1, 3], refused.Faults.Select(f => f.Line));
    }

    [Fact]
    public void All_that_is_known_is_listed_in_the_syntax_it_is_read_in()
    {
        var listed = Taken("演练 = 警铃行动").Lines().ToList();
        Assert.Contains(listed, line => line.StartsWith("演练 = ", StringComparison.Ordinal) && line.Contains(" 警铃行动", StringComparison.Ordinal));

        // Names that only group others have no words of their own, classes of words are the program's; a joined word of three parts is refused of an office.
        var again = OwnWords.Read(string.Join('\n', listed.Where(line => line[0] != '@' && !line.EndsWith("= ", StringComparison.Ordinal))));
        Assert.All((again as OwnWordsText.Refused)?.Faults ?? [], fault => Assert.Contains("joins", fault.Wrong, StringComparison.Ordinal));
    }

    [Fact]
    public void A_trial_tells_the_words_and_the_figures_before_and_after()
    {
        var trial = new WordTrial(CorpusCampaigns.Load("baita-2024"), OwnWords.None, Taken("演练 = 警铃行动"));
        var change = Assert.IsType<WordChange>(trial.Of("今天警铃行动2次，40人参加，张贴海报30张", Context));
        Assert.Equal(["警铃行动"], change.Words);
        Assert.Equal(
            [("lifeline.drill.attendance", null, 40m), ("lifeline.drill.sessions", null, (decimal?)2m)],
            change.Figures.Select(f => (f.Slot.Value, f.Before?.Value, f.After?.Value)).OrderBy(f => f.Item1, StringComparer.Ordinal));
        Assert.Null(trial.Of("今天张贴海报30张", Context));
    }

    private static OwnWords Taken(string text) => Assert.IsType<OwnWordsText.Taken>(OwnWords.Read(text)).Words;
}

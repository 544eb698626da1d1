using Bot.Adapters.Erasure;
using Xunit;

namespace Bot.Adapters.Tests.Erasure;

public sealed class TracesTests
{
    private static readonly Traces Of = new(["赵铁柱", "赵"], ["6月3日组织应急疏散演练1场，103人参加\n电话139 1234 5678", "请假 老母亲做手术"], ["老母亲做手术", "全体培训"]);

    [Theory]
    [InlineData("赵铁柱到场，演练3场，96人", "***到场，演练3场，96人")]
    [InlineData("请打13800001111找赵铁柱\n李四13900002222", "请打***********找***\n李四13900002222")]
    [InlineData("打139 1234 5678", "打*************")]
    [InlineData("赵家村演练2场", "赵家村演练2场")]
    [InlineData("演练1场，2024-06-13，共103人", "演练1场，2024-06-13，共103人")]
    [InlineData("", "")]
    public void Names_and_numbers_are_covered_place_for_place_and_figures_stay(string text, string covered)
    {
        Assert.Equal(covered, Of.InWords(text));
        Assert.Equal(text.Length, covered.Length);
    }

    [Fact]
    public void A_line_of_theirs_is_covered_where_the_bot_repeats_it_but_not_in_the_words_of_others()
    {
        const string Repeated = "没看懂：6月3日组织应急疏散演练1场，103人参加";
        Assert.Equal(Repeated, Of.InWords(Repeated));
        Assert.Equal(new string('*', Repeated.Length), Of.InAnswers(Repeated));
    }

    [Fact]
    public void A_reason_they_gave_is_covered_and_one_of_somebody_else_is_not()
    {
        Assert.Equal("已免报。原因：******", Of.InAnswers("已免报。原因：老母亲做手术"));
        Assert.Equal("***", Of.InReasons("做手术"));
        Assert.Equal("全体培训", Of.InReasons("全体培训"));
    }

    [Fact]
    public void A_document_without_a_trace_stays_as_it_is_byte_for_byte()
    {
        const string Json = """{ "text": "演练3场", "n": 1.50 }""";
        Assert.Same(Json, Traces.InJson(Json, Of.InWords));
        Assert.Equal("""{"label":"***","deep":[{"n":3,"who":"***"}]}""", Traces.InJson("""{"label":"赵铁柱","deep":[{"n":3,"who":"赵铁柱"}]}""", Of.InWords));
    }
}

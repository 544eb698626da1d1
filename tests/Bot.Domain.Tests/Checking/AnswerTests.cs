using Bot.Domain.Checking;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Reading;
using Bot.Domain.Replies;
using Bot.Domain.Tests.Ledger;
using Xunit;
using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Checking;

public sealed class AnswerTests
{
    private static readonly Saying First = Report("6-5", "6-5: ds=1 da=88 p=5");

    private static readonly Dictionary<string, (Saying[] Before, Saying Asked, CheckCode Code, Answer Answer, decimal? Number, string Totals, string Reply)> Cases =
        new(StringComparer.Ordinal)
        {
            ["a transcription that is right"] = (
                [], First with { Transcribed = true }, CheckCode.Transcribed, Answer.Right, null, "ds=1 da=88 p=5", "好的，已记为核对无误。"),
            ["a transcription that is wrong"] = (
                [], Report("6-5", "6-5: ds=1 | 6-5: p=5") with { Transcribed = true }, CheckCode.Transcribed, Answer.Wrong, null,
                "", "已撤回 白塔社区：6月5日应急疏散演练1场；6月5日张贴宣传海报等5件。"),
            ["a number for a vague figure"] = (
                [], Report("6-5", "6-5: ds=1i") with { Asks = "da" }, CheckCode.Vague, Answer.Number, 35, "ds=1 da=35", "已记 白塔社区 6月5日：应急疏散演练参与35人次。"),
            ["a number where nothing else was told"] = (
                [], Report("6-5", "") with { Asks = "p" }, CheckCode.Vague, Answer.Number, 40, "p=40", "已记 白塔社区：张贴宣传海报等40件。"),
            ["a vague figure in a total"] = (
                [First], Total("6-21", "ds=1") with { Asks = "da" }, CheckCode.Vague, Answer.Number, 100, "ds=1 da=100 p=5", "累计应急疏散演练参与100人次，比台账多12人次，已补记。"),
            ["a vague figure nobody can name"] = (
                [], Report("6-5", "6-5: ds=1i") with { Asks = "da" }, CheckCode.Vague, Answer.Dismiss, null, "ds=1", "好的，没有计入。"),
            ["a conflict: another session"] = (
                [First], Report("6-6", "6-5: ds=1 da=80") with { Sender = Li }, CheckCode.Conflict, Answer.Another, null,
                "ds=2 da=168 p=5", "已记 白塔社区 6月5日：应急疏散演练1场、80人次。"),
            ["a conflict: the same, the later one is right"] = (
                [First], Report("6-6", "6-5: ds=1 da=80 p=7") with { Sender = Li }, CheckCode.Conflict, Answer.SameTakeLater, null,
                "ds=1 da=80 p=7", "已更正 白塔社区：应急疏散演练参与 88→80人次（6月5日）；张贴宣传海报等 5→7件（6月5日）。"),
            ["a conflict: the same, the first one is right"] = (
                [First], Report("6-6", "6-5: ds=1 da=80") with { Sender = Li }, CheckCode.Conflict, Answer.SameKeepFirst, null, "ds=1 da=88 p=5", "好的，以先报的为准，未改动。"),
            ["the same day: another session"] = (
                [First], Report("6-5", "6-5: ds=2 da=30"), CheckCode.SameDayOtherFigures, Answer.Another, null, "ds=3 da=118 p=5", "好的，两场都计入。"),
            ["the same day: the later figures replace the earlier"] = (
                [First], Report("6-5", "6-5: ds=2 da=30"), CheckCode.SameDayOtherFigures, Answer.SameTakeLater, null,
                "ds=2 da=30 p=5", "已更正 白塔社区：应急疏散演练 3→2场（6月5日）；应急疏散演练参与 118→30人次（6月5日）。"),
            ["the same day: the first figures stay"] = (
                [First], Report("6-5", "6-5: ds=2 da=30"), CheckCode.SameDayOtherFigures, Answer.SameKeepFirst, null,
                "ds=1 da=88 p=5", "已更正 白塔社区：应急疏散演练 3→1场（6月5日）；应急疏散演练参与 118→88人次（6月5日）。"),
            ["a low total that stands"] = (
                [First], Total("6-21", "da=80"), CheckCode.BelowKnown, Answer.Adopt, null, "ds=1 da=80 p=5", "已更正 白塔社区：应急疏散演练参与 88→80人次（6月21日）。"),
            ["a low total out of an earlier difference"] = (
                [First, Total("6-20", "da=100")], Total("6-21", "da=80"), CheckCode.BelowKnown, Answer.Adopt, null,
                "ds=1 da=80 p=5", "已更正 白塔社区：应急疏散演练参与 100→80人次（6月21日）。"),
            ["a low total that was a slip"] = (
                [First], Total("6-21", "da=80"), CheckCode.BelowKnown, Answer.Dismiss, null, "ds=1 da=88 p=5", "好的，没有计入。"),
            ["a correction that was a report"] = (
                [], Correction("6-5", "6-5: ds=1 da=80"), CheckCode.NothingToCorrect, Answer.BookAsNew, null,
                "ds=1 da=80", "已记 白塔社区 6月5日：应急疏散演练1场、80人次。"),
            ["several low totals that stand"] = (
                [First], Total("6-21", "da=80 p=4"), CheckCode.BelowKnown, Answer.Adopt, null,
                "ds=1 da=80 p=4", "已更正 白塔社区：应急疏散演练参与 88→80人次（6月21日）；张贴宣传海报等 5→4件（6月21日）。"),
            ["a doubtful day that is wrong"] = (
                [], Report("6-5", "6-20: ds=1"), CheckCode.DayInFuture, Answer.Wrong, null, "", "已撤回 白塔社区：6月20日应急疏散演练1场。"),
            ["an answer that does not fit"] = (
                [], Report("6-5", "6-20: ds=1"), CheckCode.DayInFuture, Answer.Adopt, null, "ds=1", ""),
        };

    public static TheoryData<string> Labels => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void An_answer_does_what_it_says(string label)
    {
        var (before, asked, code, answer, number, totals, reply) = Cases[label];
        var ledger = new LedgerReplay();
        foreach (var said in before) ledger.Say(said);
        var original = ledger.Request(asked);
        var open = ledger.Say(original).Remarks;
        var request = Request(original, open, new GivenAnswer(open.First(r => r.Code == code), answer, number));

        var decision = AnswerRemark.Decide(request, ledger.State, ledger.Ids);
        ledger.Write(decision.Ledger);

        Assert.Equal(totals, ledger.Totals());
        Assert.Equal(reply, Receipt.Compose(request, decision)?.Text ?? "");
        Assert.Equal(reply.Length > 0, decision.Settled.Contains(request.Given.Remark.Id));
    }

    [Fact]
    public void One_answer_settles_every_transcription_of_the_unit_and_no_other()
    {
        var ledger = new LedgerReplay();
        var original = ledger.Request(Report("6-5", "6-5: ds=1 | 6-6: p=5") with { Transcribed = true });
        original = original with { Parts = [original.Parts[0], original.Parts[0] with { Unit = Taoxian }] };
        var open = ledger.Say(original).Remarks.Where(r => r.Code == CheckCode.Transcribed).ToList();
        var request = Request(original, open, new GivenAnswer(open[0], Answer.Wrong));

        var decision = AnswerRemark.Decide(request, ledger.State, ledger.Ids);
        ledger.Write(decision.Ledger);

        Assert.Equal(open.Where(r => r.Unit == Baita.Id).Select(r => r.Id), decision.Settled);
        Assert.Equal(("", "ds=1 p=5"), (ledger.Totals(), ledger.Totals(Taoxian)));
    }

    [Fact]
    public void A_number_given_by_answer_outlives_an_edit_of_the_report()
    {
        var ledger = new LedgerReplay();
        var original = ledger.Request(Report("6-5", "6-5: ds=1i p=3") with { Asks = "da", Name = "one" });
        var open = ledger.Say(original).Remarks;
        ledger.Write(AnswerRemark.Decide(Request(original, open, new GivenAnswer(open[0], Answer.Number, 35)), ledger.State, ledger.Ids).Ledger);
        ledger.Say(Report("6-5", "6-5: ds=1i p=4") with { Asks = "da", Name = "one", Change = SubmissionChange.Edited });
        Assert.Equal("ds=1 da=35 p=4", ledger.Totals());
    }

    [Fact]
    public void A_remark_that_is_settled_already_is_not_answered_again()
    {
        var ledger = new LedgerReplay();
        var original = ledger.Request(Report("6-5", "6-5: ds=1i") with { Asks = "da" });
        var remark = ledger.Say(original).Remarks[0];
        var decision = AnswerRemark.Decide(Request(original, [], new GivenAnswer(remark, Answer.Number, 35)), ledger.State, ledger.Ids);
        Assert.Empty(decision.Settled);
        Assert.Empty(decision.Ledger.Bookings);
    }

    [Theory]
    [InlineData("35", CheckCode.Vague, Answer.Number, 35, Bound.Exact)]
    [InlineData("35人", CheckCode.Vague, Answer.Number, 35, Bound.Exact)]
    [InlineData("３５", CheckCode.Vague, Answer.Number, 35, Bound.Exact)]
    [InlineData("约三十五人", CheckCode.Vague, Answer.Number, 35, Bound.About)]
    [InlineData("120余人。", CheckCode.Vague, Answer.Number, 120, Bound.Over)]
    [InlineData("对！", CheckCode.Transcribed, Answer.Right, null, Bound.Exact)]
    [InlineData("不对", CheckCode.Transcribed, Answer.Wrong, null, Bound.Exact)]
    [InlineData(" 另一场 ", CheckCode.Conflict, Answer.Another, null, Bound.Exact)]
    [InlineData("同一场", CheckCode.SameDayOtherFigures, Answer.SameTakeLater, null, Bound.Exact)]
    [InlineData("以此为准", CheckCode.BelowKnown, Answer.Adopt, null, Bound.Exact)]
    [InlineData("写错了", CheckCode.BelowKnown, Answer.Dismiss, null, Bound.Exact)]
    public void Plain_words_answer_too(string text, CheckCode code, Answer answer, int? number, Bound bound)
    {
        var given = PlainAnswers.Read(text, [Open(code)]);
        Assert.Equal((answer, (decimal?)number, bound), (given!.Answer, given.Number, given.Bound));
    }

    [Theory]
    [InlineData("好的", CheckCode.Transcribed)]
    [InlineData("收到", CheckCode.Vague)]
    [InlineData("三四十人", CheckCode.Vague)]
    [InlineData("35", CheckCode.Conflict)]
    [InlineData("对", CheckCode.Vague)]
    [InlineData("6月5日组织演练1场，35人参加", CheckCode.Vague)]
    [InlineData("", CheckCode.Vague)]
    public void Other_words_are_no_answer(string text, CheckCode code) => Assert.Null(PlainAnswers.Read(text, [Open(code)]));

    [Fact]
    public void A_buttons_data_reads_back()
    {
        var id = new CountedIds().Next();
        foreach (var answer in Enum.GetValues<Answer>()) Assert.Equal((id, answer), AnswerData.Read(AnswerData.Write(id, answer)));
        Assert.Null(AnswerData.Read("unit:" + id.ToString("N")));
        Assert.Null(AnswerData.Read(id.ToString("N") + ":nothing"));
        Assert.Null(AnswerData.Read(""));
    }

    private static Remark Open(CheckCode code) => new()
    {
        Id = new CountedIds().Next(), Submission = default, Unit = Baita.Id, Code = code, Blocks = true,
    };

    private static AnswerRequest Request(RecordRequest original, IReadOnlyList<Remark> open, GivenAnswer given) => new()
    {
        Original = original, Open = open, Given = given, Message = new MessageId(new Guid(77, 0, 0, new byte[8])), Text = "35", By = Zhang,
        Now = original.Now.AddHours(1),
    };
}

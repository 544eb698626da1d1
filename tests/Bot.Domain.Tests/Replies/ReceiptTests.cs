using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Reading;
using Bot.Domain.Replies;
using Bot.Domain.Tests.Ledger;
using Xunit;
using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Replies;

public sealed class ReceiptTests
{
    private static readonly Saying Drill = Report("6-13", "6-13: ds=2 da=120+ p=30") with { Text = "6月13日下午组织应急疏散演练2场，一百二十余人参加，张贴海报30张" };

    private static readonly Dictionary<string, (Saying[] Before, Saying Said, string Text)> Cases = new(StringComparer.Ordinal)
    {
        ["a report"] = ([], Drill, "已记 白塔社区 6月13日：应急疏散演练2场、120余人次；张贴宣传海报等30件。"),
        ["a list names what the message names"] = ([], Report("6-13", "p=40") with { Text = "张贴安全标语40条" }, "已记 白塔社区：安全标语等40件。"),
        ["bounds and implied counts"] = (
            [], Report("6-13", "6-10/6-12: ds=1i da=90- | 6-13: ls=1 la=50~") with { Text = "x" },
            "已记 白塔社区 6月10日至12日：应急疏散演练（按1场计）、近90人次；6月13日：专题研讨等1场、约50人次。"),
        ["attendance alone is named"] = ([], Report("6-13", "6-13: da=90") with { Text = "x" },
            "已记 白塔社区 6月13日：应急疏散演练参与90人次。待核：应急疏散演练参与90人次没有写活动场次。如有误请更正。"),
        ["a box"] = ([], Report("6-13", "y=1") with { Text = "x" }, "已记 白塔社区：《生命重于泰山》电视专题片：是。"),
        ["a repeat"] = ([Drill], Drill, "与6月13日已报的相同，未重复计入。"),
        ["a repeat of a part"] = ([Drill], Report("6-13", "6-13: ds=2 da=120+ ls=1") with { Text = "y" },
            "已记 白塔社区 6月13日：专题研讨等1场。应急疏散演练2场、120余人次与6月13日已报的相同，未重复计入。"),
        ["a total that agrees"] = ([Drill], Total("6-21", "ds=2 p=30") with { Text = "累计海报30张" }, "累计应急疏散演练2场；张贴宣传海报等30件，与台账一致。"),
        ["a total of one activity that agrees"] = ([Drill], Total("6-21", "ds=2 da=120+") with { Text = "累计" }, "累计应急疏散演练2场、120余人次，与台账一致。"),
        ["a total with a difference"] = ([Drill], Total("6-21", "ds=3") with { Text = "累计" }, "累计应急疏散演练3场，比台账多1场，已补记。"),
        ["a total with several differences"] = ([Drill], Total("6-21", "ds=3 da=150 w=2") with { Text = "累计" },
            "累计应急疏散演练3场（比台账多1场）、150人次（比台账多30人次）；制作安全生产公益宣传作品2件，已补记。"),
        ["several totals below what is known"] = ([Drill], Total("6-21", "ds=1 p=20") with { Text = "累计" },
            "累计应急疏散演练1场（台账2场）；张贴宣传海报等20件（台账30件），比台账少，暂未改动。以哪个为准？"),
        ["one figure for two activities"] = ([], Report("6-6", "6-6: ds=1 | 6-6: ls=1") with { Asks = "la da", Text = "共la da人" },
            "已记 白塔社区 6月6日：应急疏散演练1场；专题研讨等1场。\n“la da”是几项合计，请逐个回复各是多少：专题研讨等参与、应急疏散演练参与。"),
        ["a first total"] = ([], Total("6-21", "w=3") with { Text = "累计" }, "累计制作安全生产公益宣传作品3件，已补记。"),
        ["a total below what is known"] = ([Drill], Total("6-21", "ds=1") with { Text = "累计" }, "累计应急疏散演练1场，比台账的2场少，暂未改动。以哪个为准？"),
        ["a correction"] = ([Report("6-5", "6-5: ds=1 da=88")], Correction("6-5", "6-5: da=98"), "已更正 白塔社区：应急疏散演练参与 88→98人次（6月5日）。"),
        ["a correction sent twice"] = ([Report("6-5", "6-5: ds=1 da=88"), Correction("6-5", "6-5: da=98")], Correction("6-5", "6-5: da=98"), "应急疏散演练参与98人次，台账已是此数。"),
        ["a correction of nothing"] = ([], Correction("6-5", "6-5: da=98"), "没有找到要更正的记录（应急疏散演练参与98人次），暂未记入。是新增的吗？"),
        ["a retraction"] = ([Report("6-5", "6-5: ds=1 da=88")], Retraction("6-5"), "已撤回 白塔社区：6月5日应急疏散演练1场、88人次。"),
        ["a retraction of nothing"] = ([], Retraction("6-5"), "没有找到可撤回的报送。请直接回复要撤回的那条消息，写“撤回”。"),
        ["a zero report"] = ([], Zero("6-6"), "已记 白塔社区零报告。"),
        ["a zero report taken back"] = ([Zero("6-6")], Retraction("6-6"), "已撤回 白塔社区的那条，台账数不变。"),
        ["a vague figure"] = ([], Report("6-6", "6-6: ds=1i") with { Asks = "da", Text = "6月6日演练da人" },
            "已记 白塔社区 6月6日：应急疏散演练（按1场计）。\n“da”具体是多少？请直接回复数字（应急疏散演练参与）。"),
        ["a conflict"] = ([Report("6-5", "6-5: ds=1 da=88")], Report("6-6", "6-5: ds=1 da=80") with { Sender = Li },
            "6月5日另一位联络员已报应急疏散演练1场、88人次，这条是应急疏散演练1场、80人次，暂未计入。是同一场还是另一场？"),
        ["the same day with other figures"] = ([Report("6-5", "6-5: ds=1 da=88")], Report("6-5", "6-5: ds=1 da=30"),
            "已记 白塔社区 6月5日：应急疏散演练1场、30人次。\n6月5日已报过应急疏散演练，这次的也已计入。是同一场还是另一场？"),
        ["a transcription"] = ([], Report("6-5", "6-5: ds=1 da=88") with { Transcribed = true }, "已代记 白塔社区 6月5日：应急疏散演练1场、88人次。\n请白塔社区核对：以上对不对？"),
        ["a day to come"] = ([], Report("6-5", "6-20: ds=1 da=88"), "已记 白塔社区 6月20日：应急疏散演练1场、88人次。待核：6月20日还没到。如有误请更正。"),
        ["an edit"] = ([Report("6-5", "6-5: ds=1 da=88") with { Name = "one" }],
            Report("6-5", "6-5: ds=1 da=90") with { Name = "one", Change = SubmissionChange.Edited }, "已按修改更新 白塔社区：应急疏散演练参与 88→90人次（6月5日）。"),
        ["a figure nobody can mean"] = ([], Report("6-5", "6-5: ds=1 da=1000000000000"), "已记 白塔社区 6月5日：应急疏散演练1场。应急疏散演练参与的数过大，没有计入，请核对后重报。"),
    };

    public static TheoryData<string> Labels => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void One_reply_says_all(string label)
    {
        var (before, said, text) = Cases[label];
        Assert.Equal(text, Say(before, said)?.Text);
    }

    [Fact]
    public void The_first_receipt_of_a_person_is_line_by_line_and_tells_how_to_correct()
    {
        var ledger = new LedgerReplay();
        var request = ledger.Request(Drill);
        var receipt = Receipt.Compose(request, ledger.Say(request), firstOfPerson: true);
        Assert.Equal(
            "已记 白塔社区 6月13日：\n· 应急疏散演练2场\n· 应急疏散演练参与120余人次\n· 张贴宣传海报等30件\n有误请直接回复“更正：……”，或“撤回”。", receipt!.Text);
    }

    [Fact]
    public void What_has_no_slot_and_what_was_not_understood_is_shown()
    {
        var ledger = new LedgerReplay();
        var request = ledger.Request(Drill);
        request = request with
        {
            Reading = request.Reading with { Extras = [new Extra("宣传资料", 500, "份", new TextSpan(0, 2))], LeftOver = [new TextSpan(0, 5)] },
        };
        Assert.EndsWith("未入表：宣传资料500份。未识别：“6月13日”。", Receipt.Compose(request, ledger.Say(request), firstOfPerson: false)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_about_what_leaves_no_record() =>
        Assert.Null(Say([], new Saying(ReadingKind.Other, "6-5", "")));

    [Fact]
    public void An_edit_that_changes_nothing_is_not_answered() => Assert.Null(Say(
        [Report("6-5", "6-5: ds=1 da=88") with { Name = "one" }], Report("6-5", "6-5: ds=1 da=88") with { Name = "one", Change = SubmissionChange.Edited, Text = "x" }));

    [Fact]
    public void Several_questions_stand_numbered_in_one_message_and_their_buttons_fit()
    {
        var receipt = Say([Report("6-5", "6-5: ds=1 p=51")], Report("6-6", "6-5: ds=2 | 6-4: ls=1") with { Transcribed = true, Asks = "la" })!;
        Assert.Contains("\n2. ", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(OutgoingKind.Question, receipt.Kind);
        Assert.Equal(["1. 另一场", "1. 同一场，以这条为准", "1. 同一场，以先报的为准", "2. 对", "2. 不对"], receipt.Buttons.Select(b => b.Label));
        Assert.All(receipt.Buttons, b => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(b.Data), 1, 64));
    }

    [Fact]
    public void A_round_up_is_told_unit_by_unit()
    {
        var ledger = new LedgerReplay();
        var request = ledger.Request(Drill with { Transcribed = true });
        request = request with { Parts = [request.Parts[0], request.Parts[0] with { Unit = Taoxian }] };
        var receipt = Receipt.Compose(request, ledger.Say(request), firstOfPerson: false)!;
        Assert.StartsWith("已代记 白塔社区 6月13日：应急疏散演练2场、120余人次；张贴宣传海报等30件。已代记 桃仙社区 6月13日：", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(4, receipt.Buttons.Count);
    }

    [Theory]
    [InlineData("6-13", "6月13日")]
    [InlineData("6-10/6-12", "6月10日至12日")]
    [InlineData("5-31/6-2", "5月31日至6月2日")]
    [InlineData("6-13,6-15", "6月13日、15日")]
    public void Days_are_written_as_people_do(string days, string expected) => Assert.Equal(expected, SpokenDays.Of(Days(days)));

    private static DaySpan[] Days(string written) => [.. Report("6-1", written + ": ds=1").Reading().Days];

    private static ReceiptText? Say(Saying[] before, Saying said)
    {
        var ledger = new LedgerReplay();
        foreach (var one in before) ledger.Say(one);
        var request = ledger.Request(said);
        return Receipt.Compose(request, ledger.Say(request), firstOfPerson: false);
    }
}

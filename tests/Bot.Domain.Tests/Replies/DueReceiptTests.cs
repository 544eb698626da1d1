using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Replies;
using Bot.Domain.Tests.Dues;
using Bot.Domain.Tests.Reading;
using Xunit;

namespace Bot.Domain.Tests.Replies;

/// <summary>What a receipt says about the dues: one line still, and only what people want to know.</summary>
public sealed class DueReceiptTests
{
    private const string Unit = "白塔社区";
    private const string Drill = "组织应急疏散演练1场，参加50人。";
    private const string Recorded = "：应急疏散演练1场、50人次。";

    private static readonly Campaign Season = CorpusCampaigns.Load("baita-2024") with
    {
        Obligations =
        [
            new Obligation
            {
                Id = "m", Kind = ObligationKind.Material, Subject = "安全生产月", Asks = Asked.Words | Asked.Photos | Asked.Video,
                Schedule = new Schedule.Weekly([DayOfWeek.Thursday], new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)),
            },
            new Obligation { Id = "s", Kind = ObligationKind.Summary, Subject = "安全生产月", Schedule = new Schedule.Once(new DateOnly(2024, 6, 25)) },
            new Obligation
            {
                Id = "p", Kind = ObligationKind.Progress, Subject = "沈阳行",
                Schedule = new Schedule.Monthly([25], new DateOnly(2024, 6, 1), new DateOnly(2024, 12, 1)),
            },
            new Obligation { Id = "l", Kind = ObligationKind.Liaison, Subject = "安全生产月", Schedule = new Schedule.Once(new DateOnly(2024, 5, 30)) },
        ],
    };

    [Theory]
    [InlineData("06-12 10:00", "6月12日" + Drill, 2, null, "已记 白塔社区 6月12日" + Recorded)]
    [InlineData("06-12 10:00", "6月12日" + Drill, 0, null, "已记 白塔社区 6月12日" + Recorded + "还差照片，可在十分钟内补发。")]
    [InlineData("06-14 10:00", "6月12日" + Drill, 1, null, "已记 白塔社区 6月12日" + Recorded + "（补报6月13日的）")]
    [InlineData("06-12 10:00", "本周无活动，零报告。", 0, null, "已记 白塔社区零报告。")]
    [InlineData("06-24 10:00", "安全生产月总结：高度重视，精心组织，广泛宣传，效果良好。", 0, null, "已收 白塔社区安全生产月总结。")]
    [InlineData("06-26 10:00", "安全生产月总结：高度重视，精心组织，广泛宣传，效果良好。", 0, null, "已收 白塔社区安全生产月总结。")]
    [InlineData("06-24 10:00", "安全生产月总结：6月24日" + Drill, 0, null, "已记 白塔社区 6月24日" + Recorded + "安全生产月总结已收。")]
    [InlineData("06-24 10:00", "", 0, "安全生产月总结.docx", "已收 白塔社区安全生产月总结。")]
    [InlineData("05-29 10:00", "安全生产月联络员：张工，电话139****0000", 0, null, "已收 白塔社区安全生产月联络员。")]
    [InlineData("07-02 10:00", "沈阳行6月进展情况：集中曝光突出问题1个。", 0, null, "已记 白塔社区：集中曝光突出问题1个。沈阳行进展情况已收（补报6月25日的）。")]
    [InlineData("06-12 10:00", "发放宣传手册500份，排查隐患12处。", 1, null, "已收 白塔社区安全生产月活动材料。未入表：宣传手册500份、隐患12处。")]
    [InlineData("06-20 10:00", "请问安全生产月总结什么时候交？", 0, null, null)]
    public void A_receipt_names_what_it_was_taken_for(string at, string text, int photos, string? file, string? expected)
    {
        var replay = Replay();
        replay.Say(At(at), Unit, text, photos, file is null ? [] : [file]);
        Assert.Equal(expected, Text(replay));
    }

    [Fact]
    public void What_is_missing_is_said_once_with_the_report_that_meets()
    {
        var replay = Replay();
        replay.Say(At("06-11 10:00"), Unit, "6月11日" + Drill);
        Assert.Contains("还差照片", Text(replay), StringComparison.Ordinal);
        replay.Say(At("06-12 10:00"), Unit, "6月12日" + Drill);
        Assert.Equal("已记 白塔社区 6月12日" + Recorded, Text(replay));
    }

    [Fact]
    public void An_older_due_is_offered_as_a_button()
    {
        var replay = Replay();
        replay.Say(At("06-11 10:00"), Unit, "6月11日" + Drill, 1);
        replay.Say(At("06-12 10:00"), Unit, "开展专题宣讲1场，30人参加。", 1);
        var receipt = Receipt.Compose(replay.Last!.Value.Request, replay.Last.Value.Decision, firstOfPerson: false)!;
        Assert.EndsWith("如果是补报6月6日的，点一下就行。", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(OutgoingKind.Receipt, receipt.Kind);
        var button = Assert.Single(receipt.Buttons);
        Assert.Equal("算6月6日的", button.Label);
        Assert.Equal(new Press.CountFor(replay.Last.Value.Request.Submission, replay.Find(Unit, "m", new DateOnly(2024, 6, 6)).Id), Press.Read(button.Data));
    }

    [Fact]
    public void What_is_open_again_is_said()
    {
        var replay = Replay();
        replay.Say(At("06-12 10:00"), Unit, "6月12日" + Drill, 1);
        replay.Say(At("06-12 10:05"), Unit, "上一条作废");
        Assert.Equal("已撤回 白塔社区：6月12日应急疏散演练1场、50人次。安全生产月活动材料（6月13日）待重新报送。", Text(replay));
    }

    private static DueReplay Replay() => new(Season, [Unit], At("05-01 00:00"));

    private static string? Text(DueReplay replay) =>
        replay.Last is { } last ? Receipt.Compose(last.Request, last.Decision, firstOfPerson: false)?.Text : null;

    private static DateTimeOffset At(string written) => DateTimeOffset.ParseExact($"2024-{written} +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture).ToUniversalTime();
}

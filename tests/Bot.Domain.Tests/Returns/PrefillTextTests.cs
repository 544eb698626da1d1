using System.Text;
using Bot.Domain.GroupWords;
using Bot.Domain.Reading;
using Bot.Domain.Replies;
using Bot.Domain.Returns;
using Xunit;

namespace Bot.Domain.Tests.Returns;

/// <summary>What a liaison reads before a deadline, and what counts as 确认.</summary>
public sealed class PrefillTextTests
{
    private static readonly DateOnly Deadline = new(2024, 6, 25);

    [Fact]
    public void The_own_form_the_draft_and_how_to_confirm_stand_in_one_message()
    {
        var text = PrefillText.Compose([Offer(new ReturnSamples().Book("ds", 2).Book("da", 85).Book("p", 30))], mayConfirm: true);
        Assert.Equal(
            """
            张村的安全生产月总结（6月25日截止）已按台账填好，请您看一下。
            【统计表】
            应急疏散演练 2场、85人次
            张贴宣传海报等 30件
            【总结草稿】
            张村2024年安全生产月活动总结
            按照《安全生产月活动方案》要求，张村组织开展了安全生产月活动，情况总结如下。
            一、宣传教育方面，累计张贴宣传海报等30件。
            二、应急演练方面，累计应急疏散演练2场、85人次。
            三、下一步，继续做好宣传教育、应急演练工作。

            没有问题就点“确认”（回复“确认”也行），就算报送了。数不对请直接发“更正：……”，改好后再请您确认。
            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void Who_may_not_confirm_is_told_so_before_trying()
    {
        var text = PrefillText.Compose([Offer(new ReturnSamples())], mayConfirm: false);
        Assert.Contains("有确认权限的联络员", text, StringComparison.Ordinal);
        Assert.DoesNotContain("点“确认”", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_without_figures_sees_that_and_no_zeros()
    {
        var text = PrefillText.Compose([Offer(new ReturnSamples())], mayConfirm: true);
        Assert.Contains("（还没有记到数字）", text, StringComparison.Ordinal);
        Assert.Contains("台账中还没有张村的活动数字。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0场", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_says_what_changed()
    {
        var village = new ReturnSamples().Book("ds", 2);
        var before = village.Fill();
        village.Book("ds", 1).Book("p", 12);
        var offer = Offer(village) with { Changed = FigureChange.Between(before, village.Fill()) };
        Assert.Contains("和上次发您的比：\n应急疏散演练：2场→3场\n张贴宣传海报等：空→12件\n", PrefillText.Compose([offer], true), StringComparison.Ordinal);
    }

    [Fact]
    public void Hand_ins_that_fall_together_are_one_offer_with_each_form_once()
    {
        var village = new ReturnSamples().Book("ds", 2);
        var offer = Offer(village) with { Parts = [new(village.Fill(ReturnSamples.Table), Deadline), new(village.Fill(), Deadline)] };
        var text = PrefillText.Compose([offer], true);
        Assert.StartsWith("张村的安全生产月统计表、总结（6月25日截止）", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("【统计表】").Length);
    }

    [Fact]
    public void The_draft_holds_no_number_that_no_booking_holds_and_follows_the_usual_order()
    {
        var draft = new ReturnSamples().Book("x", 4).Book("p", 31).Book("ds", 2).Book("ls", 5).Book("bc", 6).Fill().Draft!;
        var numbers = Quantities(draft.Split('\n', 3)[2]);
        Assert.Equal([5m, 31m, 6m, 2m], numbers);
        Assert.True(draft.IndexOf("学习贯彻", StringComparison.Ordinal) < draft.IndexOf("宣传教育", StringComparison.Ordinal));
        Assert.DoesNotContain("集中曝光", draft, StringComparison.Ordinal); // of another subject
    }

    [Fact]
    public void The_draft_sent_as_a_message_is_a_total_so_far_and_no_new_report()
    {
        var draft = new ReturnSamples().Book("ls", 5).Book("p", 31).Book("ds", 2).Book("da", 85).Fill().Draft!;
        var reading = ReportReader.Compile(ReturnSamples.Campaign).Read(draft, new ReadingContext { SaidAt = new DateTime(2024, 6, 20, 10, 0, 0), Unit = "张村" });
        Assert.Equal(Basis.Cumulative, reading.Basis);
    }

    [Theory]
    [InlineData("确认", true)]
    [InlineData(" 确认。", true)]
    [InlineData("确认！", true)]
    [InlineData("/确认", true)]
    [InlineData("确认无误", true)]
    [InlineData("收到", false)]
    [InlineData("好的", false)]
    [InlineData("OK", false)]
    [InlineData("👍", false)]
    [InlineData("收到，确认", false)]
    [InlineData("确认一下6月13日的数", false)]
    [InlineData("不确认", false)]
    [InlineData("", false)]
    public void Only_the_word_itself_confirms(string text, bool confirms) => Assert.Equal(confirms, ConfirmWord.Is(text));

    [Fact]
    public void A_confirming_button_fits_and_is_read_back()
    {
        var press = new Press.Confirm(new ReturnId(Guid.Parse("0190f1f6-7d2e-7cc1-b1a7-6a5f0c1d2e3f")));
        Assert.True(Encoding.UTF8.GetByteCount(press.Data) <= 64);
        Assert.Equal(press, Press.Read(press.Data));
        Assert.IsType<Press.Answer>(Press.Read(press.Data.Replace(":ok", ":no", StringComparison.Ordinal)));
    }

    private static PrefillOffer Offer(ReturnSamples village) => new(ReturnSamples.Campaign, "张村", [new PrefillPart(village.Fill(), Deadline)], null);

    private static IReadOnlyList<decimal> Quantities(string text) =>
    [
        .. new string([.. text.Select(c => char.IsAsciiDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => decimal.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
    ];
}

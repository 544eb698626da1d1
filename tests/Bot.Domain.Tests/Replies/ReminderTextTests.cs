using Bot.Domain.Replies;
using Xunit;

namespace Bot.Domain.Tests.Replies;

public sealed class ReminderTextTests
{
    private static readonly DateOnly Thursday = new(2024, 6, 13);

    [Theory]
    [InlineData("2024-06-13", null, "温馨提醒：安全生产月活动材料（今天截止）还差李相村、桃仙社区，已报的不用理会。")]
    [InlineData("2024-06-13", "17:30", "温馨提醒：安全生产月活动材料（今天17:30前）还差李相村、桃仙社区，已报的不用理会。")]
    [InlineData("2024-06-14", null, "温馨提醒：安全生产月活动材料（明天截止）还差李相村、桃仙社区，已报的不用理会。")]
    [InlineData("2024-06-25", "9:00", "温馨提醒：安全生产月活动材料（6月25日9:00前）还差李相村、桃仙社区，已报的不用理会。")]
    [InlineData("2024-06-06", null, "温馨提醒：安全生产月活动材料（原定6月6日）还差李相村、桃仙社区，已报的不用理会。")]
    public void A_reminder_says_till_when_and_who_is_missing(string deadline, string? time, string expected) =>
        Assert.Equal(expected, ReminderText.Reminder([HandIn("安全生产月活动材料", deadline, time, "李相村", "桃仙社区")], Thursday, privately: false));

    [Fact]
    public void Several_hand_ins_stand_on_a_line_each()
    {
        var text = ReminderText.Reminder(
            [HandIn("安全生产月活动材料", "2024-06-06", null, "李相村"), HandIn("安全生产月总结", "2024-06-25", null, "李相村", "桃仙社区")], Thursday, privately: false);
        Assert.Equal("温馨提醒：\n安全生产月活动材料（原定6月6日）还差李相村。\n安全生产月总结（6月25日截止）还差李相村、桃仙社区。\n已报的不用理会。", text);
    }

    [Fact]
    public void Nobody_is_scolded_in_the_group_nor_rated()
    {
        var text = ReminderText.Reminder([HandIn("安全生产月总结", "2024-06-06", null, "李相村")], Thursday, privately: false)
            + ReminderText.Thanks([HandIn("安全生产月总结", "2024-06-06", null)]);
        Assert.All(["逾期", "通报", "%", "率", "收到请回复", "排名"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_list_of_units_is_cut_with_its_number()
    {
        var units = Enumerable.Range(1, 80).Select(i => $"第{i}网格").ToArray();
        var text = ReminderText.Reminder([HandIn("安全生产月总结", "2024-06-13", null, units)], Thursday, privately: false);
        Assert.Contains("第60网格等80家", text, StringComparison.Ordinal);
        Assert.DoesNotContain("第61网格", text, StringComparison.Ordinal);
    }

    private static MissingHandIn HandIn(string what, string deadline, string? time, params string[] units) =>
        new(what, DateOnly.Parse(deadline, System.Globalization.CultureInfo.InvariantCulture), time is null ? null : TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), units);
}

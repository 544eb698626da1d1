using System.Globalization;
using Bot.Host.WebChat;
using Xunit;

namespace Bot.Host.Tests.WebChat;

/// <summary>Days and times in the office's zone.</summary>
public sealed class ChatTimesTests
{
    private const string Zone = "Asia/Shanghai";

    [Theory]
    [InlineData("2024-06-13T07:02:00Z", "2024-06-13", "2024年6月13日 星期四", "15:02", "6月13日 周四 15:02")]
    [InlineData("2024-06-15T16:00:00Z", "2024-06-16", "2024年6月16日 星期日", "00:00", "6月16日 周日 00:00")]
    [InlineData("2024-12-31T15:59:59Z", "2024-12-31", "2024年12月31日 星期二", "23:59", "12月31日 周二 23:59")]
    public void Instant_is_told_in_the_offices_zone(string instant, string day, string label, string time, string brief)
    {
        var local = ChatTimes.Local(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), Zone);

        Assert.Equal((day, label, time, brief), (ChatTimes.Day(local), ChatTimes.DayLabel(local), ChatTimes.Time(local), ChatTimes.Short(local)));
    }

    [Theory]
    [InlineData("2024-06-12T09:30", "2024-06-12T01:30:00Z")]
    [InlineData("2024-06-12T09:30:15", "2024-06-12T01:30:15Z")]
    public void Date_field_is_read_in_the_offices_zone(string field, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), ChatTimes.FromField(field, Zone));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("明天")]
    [InlineData("2024-02-30T09:30")]
    [InlineData("2024-06-12")]
    public void What_is_no_date_is_refused(string? field) => Assert.Null(ChatTimes.FromField(field, Zone));
}

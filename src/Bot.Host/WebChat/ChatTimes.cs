using System.Globalization;

namespace Bot.Host.WebChat;

/// <summary>Days and times as people in the office's zone read them.</summary>
internal static class ChatTimes
{
    private const string Weekdays = "日一二三四五六";

    public static DateTimeOffset Local(DateTimeOffset at, string zone) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary><c>2024-06-13</c></summary>
    public static string Day(DateTimeOffset local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2024年6月13日 星期四</c></summary>
    public static string DayLabel(DateTimeOffset local) =>
        string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{local.Month}月{local.Day}日 星期{Weekdays[(int)local.DayOfWeek]}");

    /// <summary><c>15:02</c></summary>
    public static string Time(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>6月13日 周四 15:02</c></summary>
    public static string Short(DateTimeOffset local) =>
        string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日 周{Weekdays[(int)local.DayOfWeek]} {local:HH:mm}");

    /// <summary>As a date field of a form wants it.</summary>
    public static string Field(DateTimeOffset local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>What a date field says, in the zone; null: not a date.</summary>
    public static DateTimeOffset? FromField(string? field, string zone)
    {
        string[] shapes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
        if (!DateTime.TryParseExact(field, shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
            return null;
        var offset = TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}

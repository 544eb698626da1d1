namespace Bot.Adapters.Calendar;

/// <summary>The public holidays (全国年节及纪念日放假办法); every year's arrangement has all of them.</summary>
internal static class HolidayNames
{
    public const string NewYear = "元旦";

    public static IReadOnlyList<string> All { get; } = [NewYear, "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];
}

namespace Bot.Adapters.Calendar;

/// <summary>The announced days that come with the program: State Council, 2018 on, as amended (Data/cn-public-holidays.csv).</summary>
internal static class ShippedCalendar
{
    private const string Resource = "calendar/cn-public-holidays.csv";

    /// <summary>The days.</summary>
    public static IReadOnlyList<HolidayRow> Rows { get; } = Read();

    private static IReadOnlyList<HolidayRow> Read()
    {
        using var stream = typeof(ShippedCalendar).Assembly.GetManifestResourceStream(Resource)!;
        using var text = new StreamReader(stream);
        return HolidayCsv.Read(text.ReadToEnd(), Resource).Match(taken => taken.Rows, fault => throw new InvalidOperationException(fault.ToString()));
    }
}

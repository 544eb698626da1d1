using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;

namespace Bot.Domain.Tests.Dues;

/// <summary>Days, hours and obligations in few words, and the announced days of 2024.</summary>
internal static class DueSamples
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    public static readonly DaySpan June = new(Day("2024-06-01"), Day("2024-06-30"));

    /// <summary>Labour Day, Dragon Boat and National Day of 2024 with their make-up days.</summary>
    public static readonly WorkingDays Year2024 = new(Announced(
        "2024-04-28+ 2024-05-01 2024-05-02 2024-05-03 2024-05-04 2024-05-05 2024-05-11+ 2024-06-10 2024-09-29+ 2024-10-01 2024-10-02 2024-10-03 "
        + "2024-10-04 2024-10-05 2024-10-06 2024-10-07 2024-10-12+"));

    public static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Month(string written) => Day(written + "-01");

    public static TimeOnly? Hour(string? written) => written is null ? null : TimeOnly.ParseExact(written, "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An instant as the office's clock shows it: <c>2024-06-13 15:00</c>.</summary>
    public static DateTimeOffset At(string written) =>
        new(DateTime.ParseExact(written, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static string Local(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Shanghai).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static Obligation Owed(Schedule schedule, ObligationKind kind = ObligationKind.Material, string? time = null) =>
        new() { Id = "owed", Kind = kind, Subject = "安全生产月", Schedule = schedule, Time = Hour(time) };

    public static IReadOnlyList<Occurrence> Occur(
        Obligation obligation, DaySpan? period = null, ObligationSettings? settings = null, params (string Day, string To)[] moves) =>
        Occurrences.Of(
            obligation, period ?? June, settings ?? ObligationSettings.Default(obligation), moves.ToDictionary(m => Day(m.Day), m => Day(m.To)), Shanghai);

    /// <summary>Windows as <c>06-01..06-06</c>, with the year where it is not 2024.</summary>
    public static string Windows(IEnumerable<Occurrence> occurrences) => string.Join(' ', occurrences.Select(o => $"{Short(o.WindowFrom)}..{Short(o.Deadline)}"));

    public static ObligationSettings Set(Obligation obligation, Schedule? own = null, int earlier = 0) =>
        new() { Pushes = PushPolicy.Default(obligation, own), Schedule = own, EarlierDays = earlier };

    private static string Short(DateOnly day) => day.ToString(day.Year == 2024 ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<DateOnly, bool> Announced(string days) => days.Split(' ').ToDictionary(d => Day(d.TrimEnd('+')), d => d.EndsWith('+'));
}

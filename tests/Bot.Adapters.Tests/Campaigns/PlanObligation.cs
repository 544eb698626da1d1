using System.Globalization;
using System.Text.Json;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Tests.Campaigns;

/// <summary>An obligation as one comparable line, from a plan's gold reading and from a campaign.</summary>
internal static class PlanObligation
{
    public static string Describe(JsonElement gold)
    {
        var keys = new[] { "kind", "schedule", "weekday", "day", "due", "from", "to", "time" };
        return string.Join(' ', keys.Where(key => gold.TryGetProperty(key, out _)).Select(key => $"{key}={gold.GetProperty(key)}"));
    }

    public static string Describe(Obligation obligation) =>
        $"kind={obligation.Kind.ToString().ToLowerInvariant()} " + obligation.Schedule switch
        {
            Schedule.Once once => $"schedule=once due={Day(once.Due)}",
            Schedule.Weekly weekly => $"schedule=weekly weekday={Weekday(weekly.Days.Single())} from={Day(weekly.From)} to={Day(weekly.To)}",
            Schedule.Monthly monthly => $"schedule=monthly day={monthly.Days.Single()} from={Month(monthly.FromMonth)} to={Month(monthly.ToMonth)}",
            Schedule.Unspecified => "schedule=unspecified",
            var other => throw new InvalidOperationException(other.ToString()),
        } + (obligation.Time is { } time ? $" time={time:HH\\:mm}" : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Weekday(DayOfWeek day) => day.ToString()[..3].ToLowerInvariant();
}

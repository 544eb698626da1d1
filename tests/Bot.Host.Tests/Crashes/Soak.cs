using System.Globalization;

namespace Bot.Host.Tests.Crashes;

/// <summary>How long the hosts are under fire.</summary>
/// <param name="Kills">How many kills at least.</param>
/// <param name="Crashes">How many times the database is crashed at most.</param>
/// <param name="For">How long at least; zero: until there were enough kills.</param>
/// <param name="BetweenReports">How long anybody waits between two reports at most.</param>
internal sealed record Soak(int Kills, int Crashes, TimeSpan For, TimeSpan BetweenReports)
{
    /// <summary>How many reports anybody has to tell.</summary>
    public const int ReportsEach = 25;

    private static readonly Soak Short = new(100, 5, TimeSpan.Zero, TimeSpan.FromSeconds(12));

    /// <summary>As asked for in SAFETYMONTH_SOAK: <c>30m</c>, <c>2h</c>. Not asked: as long as the suite takes it.</summary>
    /// <exception cref="FormatException">It is no length of time.</exception>
    public static Soak Asked()
    {
        if (Environment.GetEnvironmentVariable("SAFETYMONTH_SOAK") is not { Length: > 1 } asked) return Short;
        var number = int.Parse(asked[..^1], NumberStyles.None, CultureInfo.InvariantCulture);
        var length = asked[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => throw new FormatException("SAFETYMONTH_SOAK is a length of time such as 90s, 30m or 2h."),
        };
        return new Soak(Short.Kills, int.MaxValue, length, 2 * length / ReportsEach);
    }
}

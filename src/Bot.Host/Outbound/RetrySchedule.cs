using System.Security.Cryptography;

namespace Bot.Host.Outbound;

/// <summary>When a failed send is tried again: 2 s, 4 s, 8 s … at most 15 minutes, each a little off, so that not all come back at once; given up after a day's worth of tries.</summary>
internal static class RetrySchedule
{
    public const int AttemptsAllowed = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>How long to wait before the next try.</summary>
    /// <param name="attempts">How often it was tried, this time included.</param>
    /// <param name="asked">What the platform asked for; never less is waited.</param>
    public static TimeSpan After(int attempts, TimeSpan asked)
    {
        var backoff = TimeSpan.FromSeconds(Math.Pow(2, Math.Clamp(attempts, 1, 10)));
        var wait = backoff < Longest ? backoff : Longest;
        if (asked > wait) wait = asked;
        return wait + (wait * RandomNumberGenerator.GetInt32(100) / 1000);
    }
}

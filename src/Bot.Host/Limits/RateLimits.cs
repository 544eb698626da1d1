using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Bot.Host.Limits;

/// <summary>
/// How often one may come: so many requests at once, and so many a second after that. Whoever has a session is counted as the person
/// they are, wherever they come from (an office shares one address); everybody else by address. Each host counts for itself.
/// </summary>
internal static class RateLimits
{
    /// <summary>Pages, messages, photos: what a person with a page open never reaches.</summary>
    public const string People = "people";

    /// <summary>Ways in, and addresses that are keys: nobody needs them often, and whoever guesses does.</summary>
    public const string Entrances = "entrances";

    /// <summary>Photos and files, which cost the program more than they cost the sender.</summary>
    public const string Uploads = "uploads";

    /// <summary>What supervisors ask.</summary>
    public const string Supervisors = "supervisors";

    /// <summary>What chat platforms send: from few addresses, for everybody.</summary>
    public const string Platforms = "platforms";

    private static readonly IReadOnlyDictionary<string, (int AtOnce, int PerSecond)> Allowances = new Dictionary<string, (int, int)>(StringComparer.Ordinal)
    {
        [People] = (600, 20), [Entrances] = (60, 1), [Uploads] = (120, 2), [Supervisors] = (120, 10), [Platforms] = (2000, 200),
    };

    /// <summary>The names of all limits there are.</summary>
    public static IEnumerable<string> Names => Allowances.Keys;

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        foreach (var (name, (atOnce, perSecond)) in Allowances) limiter.AddPolicy(name, context => RateLimitPartition.GetTokenBucketLimiter(Caller.Of(context), _ => Bucket(atOnce, perSecond)));
        limiter.OnRejected = TurnAwayAsync;
    });

    /// <summary>Says of endpoints how often they may be asked, by whichever name above, and how much a request may bring.</summary>
    public static T WithLimits<T>(this T endpoints, string rate, long bytes)
        where T : IEndpointConventionBuilder => endpoints.RequireRateLimiting(rate).WithMetadata(new RequestSizeLimitAttribute(bytes));

    private static TokenBucketRateLimiterOptions Bucket(int atOnce, int perSecond) => new()
    {
        TokenLimit = atOnce, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
    };

    private static async ValueTask TurnAwayAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await TurnedAway.SayAsync(rejected.HttpContext, "请稍等一下", $"您操作得太快了，请过{seconds}秒再试。", StatusCodes.Status429TooManyRequests);
    }
}

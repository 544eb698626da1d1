using Bot.Host.Limits;

namespace Bot.Host.Health;

/// <summary>
/// What supervisors ask: is the process there (<c>live</c>), is it through with its start (<c>started</c>), can it serve people
/// now (<c>ready</c>). 200 or 503 and one word for each part that does not answer; never why, for anybody may ask.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Where they are.</summary>
    public const string Root = "/health";

    public static WebApplication MapHealth(this WebApplication app)
    {
        var routes = app.MapGroup(Root).WithLimits(RateLimits.Supervisors, BodySizes.None);
        routes.MapGet("/live", static () => "live");
        routes.MapGet("/started", static (Start start) => start.IsDone ? Results.Text("started") : Not("starting"));
        routes.MapGet("/ready", static async (Readiness readiness, CancellationToken cancel) =>
            await readiness.LackingAsync(cancel) is { Count: > 0 } lacking ? Not(string.Join(' ', lacking)) : Results.Text("ready"));
        return app;
    }

    private static IResult Not(string words) => Results.Text(words, statusCode: StatusCodes.Status503ServiceUnavailable);
}

using System.Globalization;
using Bot.Adapters.Clock;
using Bot.Host.Access;

namespace Bot.Host.WebChat;

/// <summary>Moves the demo clock, forward or back.</summary>
internal static class ClockEndpoints
{
    /// <summary>What one press moves it by.</summary>
    public static readonly IReadOnlyList<(string By, string Label)> Steps = [("1h", "1小时"), ("1d", "1天"), ("7d", "1周")];

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void MapClock(this IEndpointRouteBuilder routes) => routes.MapPost("/clock", MoveAsync);

    private static async Task<IResult> MoveAsync(HttpContext context, CancellationToken cancel)
    {
        if (context.RequestServices.GetService<IDemoClock>() is not { } clock)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancel);
        var to = Step(form["by"]) is { } step
            ? clock.Now + step
            : ChatTimes.FromField(form["to"], context.Viewer.Zone);
        if (to is not { } instant || instant < Earliest || instant > Latest)
            return Results.Text("请填写2000年到2099年之间的日期和时间。", statusCode: StatusCodes.Status422UnprocessableEntity);
        await clock.MoveToAsync(instant, cancel);
        return Answers.WantsPage(context.Request)
            ? Page.SeeOther(ChatPaths.Room(form["room"].ToString()))
            : Results.Text(clock.Now.ToString("O", CultureInfo.InvariantCulture));
    }

    private static TimeSpan? Step(string? by) => by switch
    {
        "1h" => TimeSpan.FromHours(1),
        "1d" => TimeSpan.FromDays(1),
        "7d" => TimeSpan.FromDays(7),
        _ => null,
    };
}

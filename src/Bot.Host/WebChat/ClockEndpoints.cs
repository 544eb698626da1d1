using System.Globalization;
using Bot.Adapters.Clock;
using Bot.Host.Access;
using Bot.Host.Reminders;

namespace Bot.Host.WebChat;

/// <summary>Moves the demo clock. Forward by a step everything happens at its instant; set to a time, it jumps, as after a standstill.</summary>
internal static class ClockEndpoints
{
    /// <summary>What one press does.</summary>
    public static readonly IReadOnlyList<(string By, string Prefix, string Label)> Steps =
        [("push", "到", "下次提醒"), ("1h", "过", "1小时"), ("1d", "过", "1天"), ("month", "过完", "本月")];

    private const string NothingPlanned = "接下来几个月没有要发的提醒了。";
    private const string WrongTime = "请填写2000年到2099年之间的日期和时间。";

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void MapClock(this IEndpointRouteBuilder routes) => routes.MapPost("/clock", MoveAsync);

    private static async Task<IResult> MoveAsync(HttpContext context, CancellationToken cancel)
    {
        if (context.RequestServices.GetService<IDemoClock>() is not { } clock)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancel);
        var time = context.RequestServices.GetRequiredService<TimeRun>();
        if (await RunAsync(time, clock, context.Viewer.Zone, form["by"], form["to"], cancel) is { } fault)
            return Results.Text(fault, statusCode: StatusCodes.Status422UnprocessableEntity);
        return Answers.WantsPage(context.Request)
            ? Page.SeeOther(ChatPaths.Room(form["room"].ToString()))
            : Results.Text(clock.Now.ToString("O", CultureInfo.InvariantCulture));
    }

    // Null: done; else the sentence that says why not.
    private static async Task<string?> RunAsync(TimeRun time, IDemoClock clock, string zone, string? by, string? to, CancellationToken cancel)
    {
        Task MoveTo(DateTimeOffset instant) => clock.MoveToAsync(instant, cancel);
        if (by == "push") return await time.RunToPushAsync(MoveTo, cancel) ? null : NothingPlanned;
        if (Target(by, clock.Now, zone) is { } target)
        {
            if (target > Latest) return WrongTime;
            await time.RunToAsync(target, MoveTo, stops: true, cancel);
            return null;
        }

        if (ChatTimes.FromField(to, zone) is not { } instant || instant < Earliest || instant > Latest) return WrongTime;
        await clock.MoveToAsync(instant, cancel);
        await time.SettleAsync(cancel);
        return null;
    }

    private static DateTimeOffset? Target(string? by, DateTimeOffset now, string zone) => by switch
    {
        "1h" => now + TimeSpan.FromHours(1),
        "1d" => now + TimeSpan.FromDays(1),
        "month" => MonthEnd(now, TimeZoneInfo.FindSystemTimeZoneById(zone)),
        _ => null,
    };

    // The next month's first morning: what is due on the last day was seen to.
    private static DateTimeOffset MonthEnd(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var next = new DateTime(local.Year, local.Month, 1, 8, 0, 0, DateTimeKind.Unspecified).AddMonths(1);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(next, zone), TimeSpan.Zero);
    }
}

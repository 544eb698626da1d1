using System.Globalization;
using Bot.Adapters.Console;

namespace Bot.Host.Console;

/// <summary>The months of the season.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder routes) => routes.MapGet("/calendar", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, CalendarMonths months, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var written = context.Request.Query["month"].ToString();
        var read = DateOnly.TryParseExact(written, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and < 2100;
        return written.Length > 0 && !read
            ? await ConsolePage.NotThereAsync(context, "没有这个月份。", cancel)
            : ConsolePage.Of<CalendarPage>(frame, await months.ReadAsync(frame.Viewer.Office, read ? month : frame.Today, cancel));
    }
}

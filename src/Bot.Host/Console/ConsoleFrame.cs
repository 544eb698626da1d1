using System.Globalization;
using Bot.Adapters.Clock;
using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.WebChat;
using Bot.Host.Access;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>What surrounds every page of the console.</summary>
public sealed record ConsoleFrame
{
    /// <summary>The admin who looks at it.</summary>
    public required Viewer Viewer { get; init; }

    /// <summary>The office's name.</summary>
    public required string OfficeName { get; init; }

    /// <summary>How many submissions wait to be claimed.</summary>
    public required int Unclaimed { get; init; }

    /// <summary>How many booked figures wait to be looked at.</summary>
    public required int Doubts { get; init; }

    /// <summary>How many of the bot's messages could not be delivered.</summary>
    public required int Undelivered { get; init; }

    /// <summary>Now, as the office's clock shows it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether that clock is the demo's.</summary>
    public required bool Demo { get; init; }

    /// <summary>What was just done, in a sentence; null: nothing.</summary>
    public string? Done { get; init; }

    /// <summary>Today in the office's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>An instant in the office's zone: <c>2024-06-13 15:02</c>.</summary>
    public string At(DateTimeOffset instant) =>
        ChatTimes.Local(instant, Viewer.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A last instant as people say it: midnight ends the day before, <c>6月13日24:00</c>.</summary>
    public string Until(DateTimeOffset instant)
    {
        var local = ChatTimes.Local(instant, Viewer.Zone).DateTime;
        return local.TimeOfDay == TimeSpan.Zero
            ? $"{ConsoleWords.Day(DateOnly.FromDateTime(local).AddDays(-1))}24:00"
            : string.Create(CultureInfo.InvariantCulture, $"{ConsoleWords.Day(DateOnly.FromDateTime(local))}{local:HH:mm}");
    }

    /// <summary>Reads it for a request.</summary>
    internal static async Task<ConsoleFrame> OfAsync(HttpContext context, CancellationToken cancel)
    {
        var services = context.RequestServices;
        var viewer = context.Viewer;
        var glance = await OfficeGlance.ReadAsync(services.GetRequiredService<Store>(), viewer.Office, cancel);
        return new ConsoleFrame
        {
            Viewer = viewer,
            OfficeName = glance.OfficeName,
            Unclaimed = glance.Unclaimed,
            Doubts = glance.Doubts,
            Undelivered = glance.Undelivered,
            Now = ChatTimes.Local(services.GetRequiredService<TimeProvider>().GetUtcNow(), viewer.Zone),
            Demo = services.GetService<IDemoClock>() is not null,
            Done = ConsoleWords.Done(context.Request.Query["done"]),
        };
    }
}

using Bot.Adapters.Blobs;
using Bot.Adapters.Calendar;
using Bot.Adapters.Clock;
using Bot.Adapters.Demo;
using Bot.Adapters.Storage;
using Bot.Adapters.Words;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Microsoft.Extensions.Options;

namespace Bot.Host;

/// <summary>What happens before the first request: the store of photos, the calendar, the office's own words, the schema, the first office, the clock, what fell due meanwhile.</summary>
internal sealed class Start(
    WorkingDays calendar, OwnWords words, Schema schema, FirstOffice firstOffice, Reminders.ReminderTick tick, IServiceProvider services, IOptions<BotOptions> options, ILogger<Start> log)
{
    // The public holidays are China's.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The demo office, once the program has started; null outside the demo.</summary>
    public OfficeId? DemoOffice { get; private set; }

    /// <summary>Whether all of it has happened.</summary>
    public bool IsDone { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        if (await services.GetRequiredService<IBlobsCheck>().TryWritingAsync(cancel) is { } fault) throw new UnusableBlobsException(fault);
        await BringSchemaAsync(cancel);
        if (options.Value.Demo)
        {
            DemoOffice = await services.GetRequiredService<DemoOffice>().EnsureAsync(cancel);
            await services.GetRequiredService<DemoClock>().ResumeAsync(cancel);
        }
        else
        {
            await firstOffice.EnsureAsync(options.Value.OfficeName, cancel);
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        CalendarLog.UnknownYears(log, calendar, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime));

        if (words.Count > 0) WordsLog.InUse(log, words.Count);

        // What fell due while the program was down is seen to before anybody is served.
        await tick.RunAsync(cancel);
        IsDone = true;
    }

    private async Task BringSchemaAsync(CancellationToken cancel)
    {
        if (options.Value.Database.MigrateAtStart) await schema.MigrateAsync(cancel);
        else if (await schema.MissingAsync(cancel) is > 0 and var missing) throw new OlderSchemaException(missing);
    }
}

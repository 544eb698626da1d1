using Bot.Adapters.Storage;
using Bot.Domain;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Host.Reminders;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Host.Simulation;

/// <summary>
/// A season in virtual time with the real program: the host's own composition, of which only the waker (this class) and the
/// senders are replaced.
/// </summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private readonly Scenario scenario;
    private readonly BotOptions options;
    private readonly string database;
    private readonly DrivenClock clock;
    private readonly Queue<(ScenarioLine Line, int Number)> undelivered = new();
    private ServiceProvider services;
    private bool isDown;
    private int photos;

    private Rehearsal(Scenario scenario, BotOptions options, string database)
    {
        this.scenario = scenario;
        this.options = options;
        this.database = database;
        clock = new DrivenClock(scenario.Head.From);
        services = Compose();
    }

    /// <summary>Ready to run on an empty database; or one sentence that says why not.</summary>
    /// <param name="scenario">What is to happen.</param>
    /// <param name="campaign">The campaign's file.</param>
    /// <param name="folder">Where photos go.</param>
    /// <param name="database">The database's file.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<(Rehearsal? Ready, string? Fault)> PrepareAsync(
        Scenario scenario, byte[] campaign, string folder, string database, CancellationToken cancel)
    {
        var rehearsal = new Rehearsal(scenario, new BotOptions { DataFolder = folder, Demo = false }, database);
        await rehearsal.services.GetRequiredService<Schema>().MigrateAsync(cancel);
        if (await rehearsal.Office.MakeAsync(scenario.Head, campaign, cancel)) return (rehearsal, null);
        await rehearsal.DisposeAsync();
        return (null, "The database holds an office already; give a rehearsal a database of its own.");
    }

    private RehearsalOffice Office => services.GetRequiredService<RehearsalOffice>();
    private TimeRun Time => services.GetRequiredService<TimeRun>();

    /// <summary>Runs it to the end; <paramref name="tell"/> hears everything that was sent, in order.</summary>
    public async Task RunAsync(Func<DateTimeOffset, OutgoingMessage, Task> tell, CancellationToken cancel)
    {
        await Time.SettleAsync(cancel);
        for (var i = 0; i < scenario.Lines.Count; i++)
        {
            var line = scenario.Lines[i];
            await AdvanceAsync(line.At, stops: false, tell, cancel);
            await HappenAsync(line, i + 1, cancel);

            // Everything of one instant comes before the pushes of that instant.
            var isLastOfInstant = i + 1 == scenario.Lines.Count || scenario.Lines[i + 1].At > line.At;
            if (!isDown && isLastOfInstant) await Time.SettleAsync(cancel);
            await TellAsync(tell);
        }

        await AdvanceAsync(scenario.Head.To, stops: true, tell, cancel);
    }

    /// <summary>How everything stands now.</summary>
    public async Task<FinalState> FinalAsync(CancellationToken cancel)
    {
        var office = await Office.IdAsync(cancel);
        var season = await services.GetRequiredService<ISeasons>().LoadAsync(office, clock.GetUtcNow(), cancel);
        var names = season.Units.ToDictionary(u => u.Id, u => u.Name);
        var dues = new List<FinalDue>();
        var totals = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var running in season.Campaigns)
        {
            var campaign = running.Revision.Campaign;
            dues.AddRange((await services.GetRequiredService<IDues>().OfCampaignAsync(office, campaign, null, cancel)).Select(d => Line(d, names[d.Unit])));
            foreach (var figure in await services.GetRequiredService<ILedger>().FiguresAsync(office, campaign, null, cancel))
            {
                totals[figure.Slot.Value] = totals.GetValueOrDefault(figure.Slot.Value) + figure.Delta;
            }
        }

        return new FinalState(dues, totals.Where(t => t.Value != 0).ToDictionary());
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    private static FinalDue Line(Due due, string unit) =>
        new(MentionedDue.IdOf(due.Of), RehearsalWords.Of(due.Kind), RehearsalWords.Of(due.Deadline), unit, RehearsalWords.Of(due.State));

    private ServiceProvider Compose()
    {
        var parts = new ServiceCollection();
        parts.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        parts.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
        parts.AddOptions<BotOptions>();
        parts.AddBot(options, database);
        parts.RemoveAll<ISender>();
        parts.AddSingleton<TimeProvider>(clock);
        parts.AddSingleton<RehearsalSender>();
        parts.AddSingleton<ISender>(p => p.GetRequiredService<RehearsalSender>());
        parts.AddSingleton<RehearsalOffice>();
        return parts.BuildServiceProvider();
    }

    private async Task AdvanceAsync(DateTimeOffset to, bool stops, Func<DateTimeOffset, OutgoingMessage, Task> tell, CancellationToken cancel)
    {
        if (to < clock.GetUtcNow()) return; // the clock was put ahead of what follows
        if (isDown) clock.MoveTo(to);
        else await Time.RunToAsync(to, MoveAsync, stops, cancel);
        await TellAsync(tell);
    }

    private Task MoveAsync(DateTimeOffset to)
    {
        clock.MoveTo(to);
        return Task.CompletedTask;
    }

    private async Task TellAsync(Func<DateTimeOffset, OutgoingMessage, Task> tell)
    {
        if (isDown) return;
        foreach (var (at, message) in services.GetRequiredService<RehearsalSender>().Take()) await tell(at, message);
    }

    private Task HappenAsync(ScenarioLine line, int number, CancellationToken cancel) => line.Event switch
    {
        null => SaidAsync(line, number, cancel),
        "join" => Office.JoinAsync(line.Unit!, line.At, cancel),
        "close" => Office.CloseAsync(line.Unit!, line.At, cancel),
        "excuse" => ExcuseAsync(line, cancel),
        "down" => DownAsync(),
        "up" => UpAsync(cancel),
        "clock" => MoveAsync(line.To!.Value),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // While the program is down the platform keeps what is said.
    private Task SaidAsync(ScenarioLine line, int number, CancellationToken cancel)
    {
        if (!isDown) return DeliverAsync(line, number, cancel);
        undelivered.Enqueue((line, number));
        return Task.CompletedTask;
    }

    private async Task DeliverAsync(ScenarioLine line, int number, CancellationToken cancel)
    {
        var attachments = new List<Attachment>();
        for (var i = 0; i < line.Photos; i++) attachments.Add(await PhotoAsync(cancel));
        await services.GetRequiredService<IInbox>().AcceptAsync(
            new IncomingMessage
            {
                Id = new MessageId(services.GetRequiredService<IIdSource>().Next()),
                Key = new MessageKey(new ChatKey(Platform.WebChat, RehearsalOffice.Group), FormattableString.Invariant($"m{number}"), 0),
                Sender = new AccountKey(Platform.WebChat, line.From!), SenderName = line.From!, SaidAt = line.At.ToUniversalTime(),
                ReceivedAt = clock.GetUtcNow(), Text = line.Text!, Attachments = attachments,
            },
            cancel);
    }

    private async Task<Attachment> PhotoAsync(CancellationToken cancel)
    {
        var name = FormattableString.Invariant($"{++photos}.jpg");
        using var content = new MemoryStream(RehearsalPhoto.Of(photos));
        var outcome = await services.GetRequiredService<IMediaIntake>().TakeAsync(content, name, cancel);
        return outcome.Match(
            taken => new Attachment { Name = name, Blob = taken.Key, Kind = taken.Kind, Bytes = taken.Bytes, Width = taken.Size?.Width, Height = taken.Size?.Height },
            refused => throw new InvalidOperationException(refused.Code));
    }

    // Without a last deadline: what is due next.
    private async Task ExcuseAsync(ScenarioLine line, CancellationToken cancel)
    {
        var office = await Office.IdAsync(cancel);
        var now = clock.GetUtcNow();
        var dues = services.GetRequiredService<IDues>();
        await dues.EnsureAsync(office, now, cancel);
        var unit = (await Office.UnitsAsync(cancel)).FirstOrDefault(u => u.Name == line.Unit)?.Id;
        var season = await services.GetRequiredService<ISeasons>().LoadAsync(office, now, cancel);
        foreach (var running in season.Campaigns)
        {
            var open = (await dues.OfCampaignAsync(office, running.Revision.Campaign, null, cancel)).Where(d => d.Unit == unit && d.State == DueState.Open && d.ClosesAt > now).ToList();
            if (open.Count == 0) continue;
            var last = line.To is { } to ? RehearsalOffice.Day(to) : open.Min(d => d.Deadline);
            await dues.ExcuseAsync(office, [.. open.Where(d => d.Deadline <= last).Select(d => d.Id)], "演练", null, now, cancel);
        }
    }

    private async Task DownAsync()
    {
        if (isDown) return;
        isDown = true;
        await services.DisposeAsync();
    }

    private async Task UpAsync(CancellationToken cancel)
    {
        if (!isDown) return;
        services = Compose();
        isDown = false;
        while (undelivered.TryDequeue(out var kept)) await DeliverAsync(kept.Line, kept.Number, cancel);
    }
}

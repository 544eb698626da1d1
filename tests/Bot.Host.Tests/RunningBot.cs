using System.Text.Json;
using Bot.Adapters.Access;
using Bot.Adapters.Clock;
using Bot.Adapters.Storage;
using Bot.Adapters.WebChat;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Host.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests;

/// <summary>The real program on a free port with a data folder of its own; the demo office talks through the page's own doors.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly WebApplication app;
    private readonly bool ownsFolder;

    private RunningBot(WebApplication app, string folder, bool ownsFolder)
    {
        this.app = app;
        this.ownsFolder = ownsFolder;
        Folder = folder;
    }

    public string Folder { get; }
    public IServiceProvider Services => app.Services;
    public Uri Address => new(app.Urls.First());
    public Store Store => Services.GetRequiredService<Store>();
    public IDemoClock Clock => Services.GetRequiredService<IDemoClock>();
    private IWebChatFeed Feed => Services.GetRequiredService<IWebChatFeed>();
    private IWebChatPosts Posts => Services.GetRequiredService<IWebChatPosts>();

    public static async Task<RunningBot> StartAsync(string? folder = null, params string[] more)
    {
        var data = folder ?? await FreshOffice.CopyAsync();
        string[] args = [$"--SafetyMonth:DataFolder={data}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", .. await OnPostgres.ArgumentsAsync(data), .. more];
        var built = await Serve.BuildAsync(args, TestContext.Current.CancellationToken);
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new RunningBot(built, data, folder is null);
    }

    public async Task<Viewer> PersonAsync(string name) =>
        (await Services.GetRequiredService<IAccessLinks>().DemoPeopleAsync(default)).Single(p => p.Name == name);

    public async Task<string> GroupAsync(Viewer viewer) => (await Feed.RoomsAsync(viewer, default)).First(r => !r.IsPrivate).Id;

    public async Task<string> PrivateAsync(Viewer viewer) => (await Feed.RoomsAsync(viewer, default)).Single(r => r.IsPrivate).Id;

    /// <summary>Says something in the group and returns the bot's answer to it.</summary>
    public async Task<ChatEntry> AskAsync(Viewer viewer, string text, string? quotes = null)
    {
        var id = await SayAsync(viewer, text, quotes);
        return await AnswerAsync(viewer, id);
    }

    /// <summary>Says something in the group; returns the message's id.</summary>
    public async Task<string> SayAsync(Viewer viewer, string text, string? quotes = null, string? room = null)
    {
        var post = new WebPost { Room = room ?? await GroupAsync(viewer), ClientId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Text = text, Quotes = quotes };
        return Id(await Posts.PostAsync(viewer, post, default));
    }

    public async Task EditAsync(Viewer viewer, string id, string text) => Id(await Posts.EditAsync(viewer, await GroupAsync(viewer), id, text, default));

    public async Task WithdrawAsync(Viewer viewer, string id) => Id(await Posts.WithdrawAsync(viewer, await GroupAsync(viewer), id, default));

    public async Task PressAsync(Viewer viewer, ChatEntry question, string label, string? room = null) =>
        Id(await Posts.PressAsync(viewer, room ?? await GroupAsync(viewer), question.Id, question.Buttons.Single(b => b.Label.StartsWith(label, StringComparison.Ordinal)).Data, default));

    /// <summary>The bot's answer to a message, once it is there.</summary>
    public async Task<ChatEntry> AnswerAsync(Viewer viewer, string id) =>
        await FindAsync(viewer, await GroupAsync(viewer), e => e.FromBot && e.Quote?.Id == id);

    /// <summary>The newest bubble of a room that fits, once it is there.</summary>
    public async Task<ChatEntry> FindAsync(Viewer viewer, string room, Func<ChatEntry, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var changed = Feed.WaitAsync(room, patience.Token);
            var page = await Feed.PageAsync(viewer, room, null, 200, patience.Token);
            if (page!.Entries.LastOrDefault(fits) is { } entry) return entry;
            await changed;
        }
    }

    /// <summary>Everything the bot said in a room.</summary>
    public async Task<IReadOnlyList<ChatEntry>> SaidAsync(Viewer viewer, string room) =>
        [.. (await Feed.PageAsync(viewer, room, null, 500, default))!.Entries.Where(e => e.FromBot)];

    /// <summary>Until no message waits and nothing is to be sent.</summary>
    /// <param name="patience">How long it may take; by default as long as a test has patience.</param>
    public async Task QuietAsync(TimeSpan? patience = null)
    {
        using var ended = new CancellationTokenSource(patience ?? Patience);
        var worker = Services.GetRequiredService<Bot.Host.Inbound.ChatWorker>();
        var outbox = Services.GetRequiredService<Bot.Host.Outbound.OutboxWorker>();
        while (await Waiting.AnyAsync(Store, ended.Token))
        {
            await worker.DrainAsync(ended.Token);
            await outbox.DrainAsync(ended.Token);
        }
    }

    /// <summary>The ledger's totals: sums of bookings, zeros left out.</summary>
    public Task<IReadOnlyDictionary<string, decimal>> TotalsAsync() => Totals.OfAsync(Store);

    /// <summary>Everything the bot said or is to say, as it went into the outbox.</summary>
    public Task<IReadOnlyList<OutgoingMessage>> OutgoingAsync() => Store.ReadAsync<IReadOnlyList<OutgoingMessage>>(
        async db => [.. (await db.Outbox.OrderBy(o => o.Seq).Select(o => o.Payload).ToListAsync())
            .Select(p => JsonSerializer.Deserialize(p, PayloadJson.Readable.OutgoingMessage)!)],
        default);

    /// <summary>The nearest open dues of the demo office's units are met in time.</summary>
    public async Task MetAsync(string obligation, params string[] units)
    {
        var office = (await PersonAsync("应急办管理员")).Office;
        await Services.GetRequiredService<IDues>().EnsureAsync(office, Clock.Now, default);
        await Store.WriteAsync(
            async db =>
            {
                var open = db.Dues.Where(d => d.OfficeId == office.Value && d.ObligationId == obligation && d.State == DueState.Open);
                var day = await open.MinAsync(d => d.Occurrence);
                var ids = db.Units.Where(u => u.OfficeId == office.Value && units.Contains(u.Name)).Select(u => u.Id);
                await open.Where(d => d.Occurrence == day && ids.Contains(d.UnitId)).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DueState.Met));
            },
            default);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!ownsFolder) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Id(PostOutcome outcome) => outcome switch
    {
        PostOutcome.Taken taken => taken.Id,
        PostOutcome.Refused refused => throw new InvalidOperationException(refused.Sentence),
        _ => throw new InvalidOperationException(),
    };
}

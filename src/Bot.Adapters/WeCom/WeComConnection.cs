using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Storage;
using Bot.Domain;
using Bot.Domain.Messages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.WeCom;

/// <summary>
/// Step 1 without a public address: one host at a time holds the bot's connection. A second connection of the same bot ends the
/// first, so whoever was displaced does not come back at once, and two never fight.
/// </summary>
internal sealed class WeComConnection(WeComOptions options, WeComArrivals arrivals, WeComNotices notices, Leases leases, IIdSource ids, ILogger<WeComConnection> log) : BackgroundService
{
    public const string DisplacedNotice = "有别的程序用同一个企业微信机器人连了上来，这里暂时听不到群里的话。请停掉那个程序，再重新启动本程序。";

    private const int RefusalsAllowed = 5;
    private const int MostPauses = 30;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AnswerableFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan ForDatabase = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (string Request, WeComSocket Socket, long At)> requests = new(StringComparer.Ordinal);
    private WeComSocket? current;

    /// <summary>The name of the duty of holding a bot's connection.</summary>
    public static string Duty(WeComOptions options) => "wecom-bot " + options.Bot.Id;

    /// <summary>Whether this host holds the connection, and it is open.</summary>
    public bool IsUp => Volatile.Read(ref current) is not null;

    /// <summary>Whether WeCom refused the bot's id or secret for good.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>The number under which a message may be answered on this connection; null: none.</summary>
    public string? RequestOf(string message) => requests.TryGetValue(message, out var known) && known.Socket == Volatile.Read(ref current) ? known.Request : null;

    /// <summary>Asks, under a number of its own or a callback's. A connection on which nobody listens any more is subscribed anew, and asked once more.</summary>
    public async Task<WeComAnswer> AskAsync(string command, JsonObject body, string? request, CancellationToken cancel)
    {
        if (Volatile.Read(ref current) is not { } socket) return new WeComAnswer.Silent("not-connected", MayBeDone: false);
        var again = body.DeepClone().AsObject();
        var answer = await socket.AskAsync(command, body, request ?? Number(), cancel);
        if (answer is not WeComAnswer.Refused { Code: WeComCodes.NotSubscribed }) return answer;
        return await SubscribeAsync(socket, cancel) is WeComAnswer.Done ? await socket.AskAsync(command, again, request ?? Number(), cancel) : answer;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && !IsRefused)
        {
            try
            {
                await leases.HoldAsync(Duty(options), HoldAsync, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                WeComLog.ConnectionFailed(log, failure.GetType().Name);
                await Task.Delay(options.PauseAfterFailure, TimeProvider.System, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task HoldAsync(CancellationToken held)
    {
        var (failures, refusals) = (0, 0);
        while (!held.IsCancellationRequested)
        {
            var end = await LiveAsync(held);
            if (end.WasUp) (failures, refusals) = (0, 0);
            if (end.Displaced)
            {
                // Kept meanwhile, the duty keeps our other hosts from fighting as well.
                WeComLog.Displaced(log, options.Bot.ReturnAfter);
                await notices.TellAllAdminsAsync(FormattableString.Invariant($"wc-displaced-{TimeProvider.System.GetUtcNow():yyyyMMddHH}"), DisplacedNotice, held);
                await Task.Delay(options.Bot.ReturnAfter, TimeProvider.System, held);
                continue;
            }

            if (end.Refusal is { } code && ++refusals >= RefusalsAllowed)
            {
                IsRefused = true;
                WeComLog.Refused(log, code);
                return;
            }

            var pause = Pause(failures++);
            WeComLog.Disconnected(log, end.Code, pause);
            await Task.Delay(pause, TimeProvider.System, held);
        }
    }

    private async Task<End> LiveAsync(CancellationToken held)
    {
        WeComSocket socket;
        try
        {
            socket = await WeComSocket.OpenAsync(options, held);
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or HttpRequestException || (fault is OperationCanceledException && !held.IsCancellationRequested))
        {
            return new End(fault.GetType().Name);
        }

        await using (socket)
        {
            var subscribed = await SubscribeAsync(socket, held);
            if (subscribed is WeComAnswer.Refused refused) return new End(WeComCodes.Name(refused.Code)) { Refusal = WeComCodes.IsForAdmins(refused.Code) ? refused.Code : null };
            if (subscribed is WeComAnswer.Silent silent) return new End(silent.Kind);
            WeComLog.Connected(log);
            Volatile.Write(ref current, socket);
            using var living = CancellationTokenSource.CreateLinkedTokenSource(held);
            var beating = BeatAsync(socket, living.Token);
            try
            {
                return await TakeAsync(socket, held);
            }
            finally
            {
                Volatile.Write(ref current, null);
                await living.CancelAsync();
                await beating;
            }
        }
    }

    // One after the other: what is said in a chat comes in the order it was said.
    private async Task<End> TakeAsync(WeComSocket socket, CancellationToken held)
    {
        while (await socket.Callbacks.WaitToReadAsync(held))
        {
            while (socket.Callbacks.TryRead(out var frame))
            {
                if (await TakeAsync(socket, frame, held)) return new End("displaced") { WasUp = true, Displaced = true };
            }
        }

        return new End("closed") { WasUp = true };
    }

    private async Task<bool> TakeAsync(WeComSocket socket, WeComFrame frame, CancellationToken held)
    {
        if (frame.Cmd is not ("aibot_msg_callback" or "aibot_event_callback") || frame.Body is not { } body || Said(body) is not { } said) return false;
        var heard = arrivals.Read(said);
        if (heard is WeComHeard.Displaced) return true;
        if (frame.Headers?.ReqId is { Length: > 0 } request)
        {
            var key = heard is WeComHeard.Said taken ? taken.Message.Key.Id : said.Msgid;
            Remember(key, request, socket);
            await StoreAsync(heard, held);
            await AcknowledgeAsync(socket, heard, request, held);
        }
        else
        {
            await StoreAsync(heard, held);
        }

        return false;
    }

    // Nothing is said twice: until the database is there again, what was heard waits.
    private async Task StoreAsync(WeComHeard heard, CancellationToken held)
    {
        while (true)
        {
            try
            {
                await arrivals.TakeAsync(heard, held);
                return;
            }
            catch (Exception failure) when (DatabaseOutage.Is(failure) && !held.IsCancellationRequested)
            {
                await Task.Delay(ForDatabase, TimeProvider.System, held);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                WeComLog.LeftOut(log, failure.GetType().Name);
                return;
            }
        }
    }

    // A used card cannot be used twice; somebody who comes in is told what to do.
    private async Task AcknowledgeAsync(WeComSocket socket, WeComHeard heard, string request, CancellationToken held)
    {
        if (heard is WeComHeard.Entered)
            await socket.AskAsync("aibot_respond_welcome_msg", new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = WeComCallbacks.Welcome } }, request, held);
        else if (heard is WeComHeard.Said { Message: { Event: MessageEvent.Pressed, Quotes: { Length: > 0 } task } })
            await socket.AskAsync("aibot_respond_update_msg", new JsonObject { ["response_type"] = "update_template_card", ["template_card"] = WeComCards.Used(task) }, request, held);
    }

    private void Remember(string message, string request, WeComSocket socket)
    {
        var now = TimeProvider.System.GetTimestamp();
        foreach (var (key, old) in requests)
        {
            if (old.Socket != socket || TimeProvider.System.GetElapsedTime(old.At, now) > AnswerableFor) requests.TryRemove(key, out _);
        }

        requests[message] = (request, socket, now);
    }

    // Two signs of life without answer, and the connection is given up.
    private async Task BeatAsync(WeComSocket socket, CancellationToken living)
    {
        var missed = 0;
        try
        {
            while (missed < 2)
            {
                await Task.Delay(options.Bot.Heartbeat, TimeProvider.System, living);
                missed = await socket.AskAsync("ping", null, Number(), living) is WeComAnswer.Silent ? missed + 1 : 0;
            }

            socket.Abort();
        }
        catch (OperationCanceledException) when (living.IsCancellationRequested)
        {
            // The connection ended first.
        }
    }

    private Task<WeComAnswer> SubscribeAsync(WeComSocket socket, CancellationToken cancel) =>
        socket.AskAsync("aibot_subscribe", new JsonObject { ["bot_id"] = options.Bot.Id, ["secret"] = options.Bot.ConnectionSecret() }, Number(), cancel);

    private TimeSpan Pause(int failures)
    {
        var pause = options.PauseAfterFailure * Math.Min(Math.Pow(2, Math.Min(failures, 10)), MostPauses);
        return pause < LongestPause ? pause : LongestPause;
    }

    private static WeComSaid? Said(JsonElement body)
    {
        try
        {
            return body.Deserialize(WeComJson.Default.WeComSaid);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Number() => ids.Next().ToString("n");

    private sealed record End(string Code)
    {
        public bool WasUp { get; init; }
        public bool Displaced { get; init; }
        public int? Refusal { get; init; }
    }
}

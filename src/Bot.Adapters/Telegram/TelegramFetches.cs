using System.Threading.Channels;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Fetches photos and files after their message was accepted: tried anew on its own, also by another host or after a restart, and
/// what is lost for good is told to its sender.
/// </summary>
internal sealed class TelegramFetches(Store store, TelegramApi api, IMediaIntake intake, TelegramNotices notices, HostSignals hosts, ILogger<TelegramFetches> log) : BackgroundService
{
    private const int AtOnce = 2;
    private const int AttemptsAllowed = 40;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(AtOnce) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to fetch.</summary>
    public void Ring()
    {
        for (var worker = 0; worker < AtOnce; worker++) bell.Writer.TryWrite(true);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => RunAsync(stoppingToken)));

    private async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var more = false;
            try
            {
                more = await OneAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                TelegramLog.FetcherFailed(log, failure.GetType().Name);
            }

            if (!more) await WaitAsync(stop);
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(LookAnyway, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        await bell.Reader.ReadAsync(either.Token).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task<bool> OneAsync(CancellationToken cancel)
    {
        if (await ClaimAsync(cancel) is not { } file) return false;
        try
        {
            await FetchAsync(file, cancel);
            return true;
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // Given up: the next host need not wait until the claim has run out.
            await NotBeforeAsync(file, 0, CancellationToken.None);
            throw;
        }
    }

    private async Task FetchAsync(ToFetch file, CancellationToken cancel)
    {
        var handle = file.Row.PlatformFile!;
        var answer = await api.FetchAsync(handle[(handle.IndexOf('|', StringComparison.Ordinal) + 1)..], content => intake.TakeAsync(content, NameOf(file.Row), cancel), cancel);
        switch (answer)
        {
            case TelegramAnswer<IntakeOutcome>.Done { Result: IntakeOutcome.Taken taken }:
                await KeepAsync(file, taken, cancel);
                break;
            case TelegramAnswer<IntakeOutcome>.Done { Result: IntakeOutcome.Refused refused }:
                await LoseAsync(file, refused.Sentence + "。", cancel);
                break;
            case TelegramAnswer<IntakeOutcome>.Refused { Code: 400 }:
                await LoseAsync(file, Lost(file.Row), cancel);
                break;
            default:
                await LaterAsync(file, answer, cancel);
                break;
        }
    }

    private Task<ToFetch?> ClaimAsync(CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        return store.WriteGuardedAsync(
            async db =>
            {
                var found = await (
                    from a in db.Attachments.AsNoTracking()
                    where a.BlobKey == null && a.PlatformFile != null && a.FetchAfter <= now.ToUnixTimeMilliseconds()
                    join m in db.Messages.AsNoTracking() on a.MessageId equals m.Id
                    where m.Platform == Platform.Telegram
                    orderby m.Seq, a.Position
                    select new { a, m }).FirstOrDefaultAsync(cancel);
                if (found is null) return null;
                var before = found.a.FetchAfter;
                var mine = await Row(db, found.a).Where(a => a.FetchAfter == before).ExecuteUpdateAsync(
                    s => s.SetProperty(a => a.FetchAfter, (now + Held).ToUnixTimeMilliseconds()).SetProperty(a => a.FetchAttempts, a => a.FetchAttempts + 1), cancel);
                return mine == 1 ? new ToFetch(found.a, found.m) : null;
            },
            cancel);
    }

    private async Task KeepAsync(ToFetch file, IntakeOutcome.Taken taken, CancellationToken cancel)
    {
        var kept = new Attachment { Name = file.Row.Name, Blob = taken.Key, Kind = taken.Kind, Bytes = taken.Bytes };
        var isLate = await store.WriteGuardedAsync(
            async db =>
            {
                // Erased meanwhile, its handle is gone with it; fetched meanwhile by another host, it is counted already.
                var written = await Row(db, file.Row).Where(a => a.PlatformFile != null && a.BlobKey == null).ExecuteUpdateAsync(
                    s => s.SetProperty(a => a.BlobKey, taken.Key.Hex).SetProperty(a => a.Kind, taken.Kind).SetProperty(a => a.Bytes, taken.Bytes)
                        .SetProperty(a => a.Width, taken.Size == null ? null : taken.Size.Value.Width).SetProperty(a => a.Height, taken.Size == null ? null : taken.Size.Value.Height),
                    cancel);
                if (written == 1) await InboxStore.CountBlobsAsync(db, [kept], file.Message.ReceivedAt, cancel);
                await db.Chats.Where(c => c.Platform == Platform.Telegram && c.ChatId == file.Message.ChatId && c.ClaimToken == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.WaitUntil, (DateTimeOffset?)null), cancel);
                return taken.Kind.Class() == MediaClass.Document && await db.Messages.AnyAsync(m => m.Id == file.Row.MessageId && m.State == MessageState.Handled, cancel);
            },
            cancel);
        hosts.Tell(HostSignals.Inbox);
        if (isLate) await SayAsync(file, $"文件“{file.Row.Name}”刚刚才取到，里面的内容没赶上记数，请再发一次。", cancel);
    }

    private async Task LaterAsync(ToFetch file, TelegramAnswer<IntakeOutcome> answer, CancellationToken cancel)
    {
        var attempts = file.Row.FetchAttempts + 1;
        if (attempts >= AttemptsAllowed)
        {
            await LoseAsync(file, Lost(file.Row), cancel);
            return;
        }

        TelegramLog.NotFetched(log, answer is TelegramAnswer<IntakeOutcome>.Silent silent ? silent.Kind : "refused", attempts);
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts - 1, 10)));
        if (pause > LongestPause) pause = LongestPause;
        var asked = answer is TelegramAnswer<IntakeOutcome>.Refused { RetryAfter: { } wait } ? wait : TimeSpan.Zero;
        var next = (TimeProvider.System.GetUtcNow() + (pause > asked ? pause : asked)).ToUnixTimeMilliseconds();
        await NotBeforeAsync(file, next, cancel);
    }

    private Task NotBeforeAsync(ToFetch file, long instant, CancellationToken cancel) =>
        store.WriteGuardedAsync(db => Row(db, file.Row).ExecuteUpdateAsync(s => s.SetProperty(a => a.FetchAfter, instant), cancel), cancel);

    private async Task LoseAsync(ToFetch file, string sentence, CancellationToken cancel)
    {
        await store.WriteGuardedAsync(db => Row(db, file.Row).ExecuteUpdateAsync(s => s.SetProperty(a => a.PlatformFile, (string?)null), cancel), cancel);
        hosts.Tell(HostSignals.Inbox);
        await SayAsync(file, sentence, cancel);
    }

    private Task SayAsync(ToFetch file, string sentence, CancellationToken cancel) => notices.SayAsync(
        new ChatKey(Platform.Telegram, file.Message.ChatId), FormattableString.Invariant($"tg-file-{file.Row.MessageId:n}-{file.Row.Position}"), sentence, file.Message.ExternalId, cancel);

    private static string Lost(AttachmentRow file) => file.Kind?.Class() == MediaClass.Photo ? "这张照片没能取到，请再发一次。" : $"文件“{file.Name}”没能取到，请再发一次。";

    // Telegram names no photos; the intake then speaks of "the file just sent".
    private static string? NameOf(AttachmentRow file) => file.Kind?.Class() == MediaClass.Photo ? null : file.Name;

    private static IQueryable<AttachmentRow> Row(BotDb db, AttachmentRow row) => db.Attachments.Where(a => a.MessageId == row.MessageId && a.Position == row.Position);

    private sealed record ToFetch(AttachmentRow Row, MessageRow Message);
}

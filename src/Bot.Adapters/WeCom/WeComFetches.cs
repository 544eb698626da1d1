using System.Threading.Channels;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.WeCom;

/// <summary>
/// Fetches photos and files as soon as their message was accepted: an address lives for five minutes, so it is tried again within
/// these only, also by another host, and what is lost is told to its sender.
/// </summary>
internal sealed class WeComFetches(Store store, WeComMediaSource source, IMediaIntake intake, WeComNotices notices, HostSignals hosts, ILogger<WeComFetches> log) : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(5);

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
                WeComLog.FetcherFailed(log, failure.GetType().Name);
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
        switch (await source.FetchAsync(WeComHandle.Read(file.Row.PlatformFile!), cancel))
        {
            case WeComDownload.File got:
                using (var content = new MemoryStream(got.Content))
                {
                    switch (await intake.TakeAsync(content, got.Name ?? NameOf(file.Row), cancel))
                    {
                        case IntakeOutcome.Taken taken:
                            await KeepAsync(file, taken, got.Name, cancel);
                            break;
                        case IntakeOutcome.Refused refused:
                            await LoseAsync(file, refused.Sentence + "。", cancel);
                            break;
                    }
                }

                break;
            case WeComDownload.Gone gone:
                WeComLog.NotFetched(log, gone.Kind, file.Row.FetchAttempts + 1);
                await LoseAsync(file, Lost(file.Row), cancel);
                break;
            case WeComDownload.Refused refused:
                await LaterAsync(file, WeComCodes.Name(refused.Code), cancel);
                break;
            case WeComDownload.Later later:
                await LaterAsync(file, later.Kind, cancel);
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
                    where m.Platform == Platform.WeCom
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

    // The address and its key are of no use any more, and go.
    private async Task KeepAsync(ToFetch file, IntakeOutcome.Taken taken, string? name, CancellationToken cancel)
    {
        var called = FileName.Clean(name ?? file.Row.Name);
        var kept = new Attachment { Name = called, Blob = taken.Key, Kind = taken.Kind, Bytes = taken.Bytes };
        var isLate = await store.WriteGuardedAsync(
            async db =>
            {
                // Erased meanwhile, its handle is gone with it; fetched meanwhile by another host, it is counted already.
                var written = await Row(db, file.Row).Where(a => a.PlatformFile != null && a.BlobKey == null).ExecuteUpdateAsync(
                    s => s.SetProperty(a => a.BlobKey, taken.Key.Hex).SetProperty(a => a.Kind, taken.Kind).SetProperty(a => a.Bytes, taken.Bytes)
                        .SetProperty(a => a.Name, called).SetProperty(a => a.PlatformFile, (string?)null)
                        .SetProperty(a => a.Width, taken.Size == null ? null : taken.Size.Value.Width).SetProperty(a => a.Height, taken.Size == null ? null : taken.Size.Value.Height),
                    cancel);
                if (written == 1) await InboxStore.CountBlobsAsync(db, [kept], file.Message.ReceivedAt, cancel);
                await db.Chats.Where(c => c.Platform == Platform.WeCom && c.ChatId == file.Message.ChatId && c.ClaimToken == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.WaitUntil, (DateTimeOffset?)null), cancel);
                return taken.Kind.Class() == MediaClass.Document && await db.Messages.AnyAsync(m => m.Id == file.Row.MessageId && m.State == MessageState.Handled, cancel);
            },
            cancel);
        hosts.Tell(HostSignals.Inbox);
        if (isLate) await SayAsync(file, $"文件“{called}”刚刚才取到，里面的内容没赶上记数，请再发一次。", cancel);
    }

    private async Task LaterAsync(ToFetch file, string code, CancellationToken cancel)
    {
        var attempts = file.Row.FetchAttempts + 1;
        WeComLog.NotFetched(log, code, attempts);
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts - 1, 6)));
        if (pause > LongestPause) pause = LongestPause;
        if (WaitedFor(file) + pause > AddressLife) await LoseAsync(file, Lost(file.Row), cancel);
        else await NotBeforeAsync(file, (TimeProvider.System.GetUtcNow() + pause).ToUnixTimeMilliseconds(), cancel);
    }

    // Waited for is what passed in tries; a demo's clock says nothing about WeCom's five minutes.
    private static TimeSpan WaitedFor(ToFetch file) =>
        TimeSpan.FromSeconds(Enumerable.Range(0, file.Row.FetchAttempts).Sum(i => Math.Min(Math.Pow(2, Math.Min(i, 6)), LongestPause.TotalSeconds)));

    private Task NotBeforeAsync(ToFetch file, long instant, CancellationToken cancel) =>
        store.WriteGuardedAsync(db => Row(db, file.Row).ExecuteUpdateAsync(s => s.SetProperty(a => a.FetchAfter, instant), cancel), cancel);

    private async Task LoseAsync(ToFetch file, string sentence, CancellationToken cancel)
    {
        await store.WriteGuardedAsync(db => Row(db, file.Row).ExecuteUpdateAsync(s => s.SetProperty(a => a.PlatformFile, (string?)null), cancel), cancel);
        hosts.Tell(HostSignals.Inbox);
        await SayAsync(file, sentence, cancel);
    }

    private Task SayAsync(ToFetch file, string sentence, CancellationToken cancel) => notices.SayAsync(
        new ChatKey(Platform.WeCom, file.Message.ChatId), FormattableString.Invariant($"wc-file-{file.Row.MessageId:n}-{file.Row.Position}"), sentence, file.Message.ExternalId, cancel);

    private static string Lost(AttachmentRow file) => file.Kind?.Class() == MediaClass.Photo
        ? "这张照片没能取到（企业微信只留五分钟），请再发一次。" : $"文件“{file.Name}”没能取到（企业微信只留五分钟），请再发一次。";

    // Photos have no name of their own; the intake then speaks of "the file just sent".
    private static string? NameOf(AttachmentRow file) => file.Kind?.Class() == MediaClass.Photo ? null : file.Name;

    private static IQueryable<AttachmentRow> Row(BotDb db, AttachmentRow row) => db.Attachments.Where(a => a.MessageId == row.MessageId && a.Position == row.Position);

    private sealed record ToFetch(AttachmentRow Row, MessageRow Message);
}

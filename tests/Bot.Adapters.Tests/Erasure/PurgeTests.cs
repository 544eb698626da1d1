using Bot.Adapters.Blobs;
using Bot.Adapters.Erasure;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.Tests.Blobs;
using Bot.Adapters.Tests.Storage;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Erasure;

/// <summary>What clearing away old words must do on every database.</summary>
public abstract class PurgeTests : StoreUnderTest
{
    private static readonly DateTimeOffset Before = SeededOffice.Noon;
    private static readonly DateTimeOffset Old = Before.AddDays(-40);
    private static readonly CancellationToken Never = CancellationToken.None;

    private SeededOffice office = null!;
    private int shown;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        office = new SeededOffice(Store, Ids);
        await office.MakeAsync("白塔街道", "白塔社区");
    }

    [Fact]
    public async Task Old_words_photos_and_answers_go_and_every_key_time_hash_and_figure_stays()
    {
        using var folder = new TemporaryFolder();
        var blobs = FolderBlobs.Open(folder.Path);
        var (gone, kept) = (await StoreAsync(blobs, 1), await StoreAsync(blobs, 2));
        var old = await office.SayAsync("白塔社区", "演练1场", Old);
        var recent = await office.SayAsync("白塔社区", "演练2场", Before);
        await office.BookAsync("白塔社区", SeededOffice.Drills, 1, old, await office.ActAsync("白塔社区", old.Submission), new TextSpan(0, 4));
        await ShowAsync(gone, old.Message);
        await ShowAsync(kept, old.Message, recent.Message);
        await TellAsync("re-old", Old);
        await TellAsync("re-new", Before);
        await ReadAsync(old.Submission, recent.Submission);
        var keys = await KeysAsync();

        Assert.Equal(["Messages", "Outbox", "SubmissionReadings"], (await new Purge(Store, TimeProvider.System).CountAsync(office.Office.Value, Before, Never)).Rows.Keys);
        Assert.Equal(2, await Store.ReadAsync(db => db.MessageTexts.CountAsync(), Never));
        await new Purge(Store, TimeProvider.System).RunAsync(office.Office.Value, Before, Never);
        Assert.Equal(new SweptBlobs(1, 0), await new BlobSweep(Store, blobs, blobs, TimeProvider.System).RunAsync(Never));

        Assert.Equal("演练2场", await Store.ReadAsync(db => db.MessageTexts.Select(t => t.Text).SingleAsync(), Never));
        Assert.Equal(recent.Submission, await Store.ReadAsync(db => db.SubmissionReadings.Select(t => t.SubmissionId).SingleAsync(), Never));
        Assert.Equal(["（已删除）", "已记"], (await Store.ReadAsync(db => db.Outbox.OrderBy(o => o.Seq).Select(o => o.Payload).ToListAsync(), Never)).Select(p => WipedPayload.Read(p).Text));
        Assert.False(await blobs.ExistsAsync(gone, Never));
        Assert.True(await blobs.ExistsAsync(kept, Never));
        Assert.Equal(1, await Store.ReadAsync(db => db.Blobs.Where(b => b.Key == kept.Hex).Select(b => b.References).SingleAsync(), Never));
        Assert.Equal(keys, await KeysAsync());
        Assert.Equal(1000, await Store.ReadAsync(db => db.Bookings.SumAsync(b => b.Thousandths), Never));
        Assert.Equal(0, (await new Purge(Store, TimeProvider.System).RunAsync(null, Before, Never)).Sum);
        Assert.Single(await Store.ReadAsync(db => db.Audit.Where(a => a.Action == "OldTextsErased").ToListAsync(), Never));
    }

    [Fact]
    public async Task What_waits_to_be_handled_or_claimed_keeps_its_words()
    {
        var waiting = await office.SayAsync("白塔社区", "演练1场", Old);
        await office.SayAsync(null, "演练2场", Old, state: SubmissionState.Unclaimed);
        await Store.WriteAsync(db => db.Messages.Where(m => m.Id == waiting.Message).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.Waiting)), Never);
        await new Purge(Store, TimeProvider.System).RunAsync(null, Before, Never);
        Assert.Equal(2, await Store.ReadAsync(db => db.MessageTexts.CountAsync(), Never));
    }

    [Fact]
    public async Task Another_office_is_left_alone()
    {
        await office.SayAsync("白塔社区", "演练1场", Old);
        await new Purge(Store, TimeProvider.System).RunAsync(Ids.Next(), Before, Never);
        Assert.Equal(1, await Store.ReadAsync(db => db.MessageTexts.CountAsync(), Never));
    }

    [Fact]
    public async Task Stopped_after_a_batch_the_next_run_goes_on_with_the_rest()
    {
        for (var i = 0; i < 5; i++) await office.SayAsync("白塔社区", $"演练{i}场", Old);
        using var stop = new CancellationTokenSource();
        var stopped = new Purge(Store, TimeProvider.System, atOnce: 2, afterBatch: _ => stop.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.RunAsync(null, Before, stop.Token));
        Assert.Equal(3, await Store.ReadAsync(db => db.MessageTexts.CountAsync(), Never));
        await new Purge(Store, TimeProvider.System, atOnce: 2).RunAsync(null, Before, Never);
        Assert.Equal(0, await Store.ReadAsync(db => db.MessageTexts.CountAsync(), Never));
    }

    [Fact]
    public async Task A_photo_the_disk_would_not_delete_is_deleted_by_the_next_sweep()
    {
        using var folder = new TemporaryFolder();
        var blobs = new StubbornBlobs(FolderBlobs.Open(folder.Path)) { IsBroken = true };
        var photo = await StoreAsync(blobs, 1);
        await ShowAsync(photo, (await office.SayAsync("白塔社区", "演练1场", Old)).Message);
        await new Purge(Store, TimeProvider.System).RunAsync(null, Before, Never);
        var sweep = new BlobSweep(Store, blobs, blobs, TimeProvider.System);
        Assert.Equal(new SweptBlobs(0, 1), await sweep.RunAsync(Never));
        blobs.IsBroken = false;
        Assert.Equal(1, await sweep.CountAsync(Never));
        Assert.Equal(new SweptBlobs(1, 0), await sweep.RunAsync(Never));
        Assert.False(await blobs.ExistsAsync(photo, Never));
        Assert.Equal(0, await Store.ReadAsync(db => db.Blobs.CountAsync(), Never));
    }

    [Fact]
    public async Task Content_without_a_row_goes_after_a_day_and_an_upload_that_may_still_be_sent_stays()
    {
        using var folder = new TemporaryFolder();
        var blobs = FolderBlobs.Open(folder.Path);
        var (left, fresh) = (await StoreAsync(blobs, 1), await StoreAsync(blobs, 2));
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, left.Hex[..2], left.Hex[2..4], left.Hex), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));
        Assert.Equal(new SweptBlobs(1, 0), await new BlobSweep(Store, blobs, blobs, TimeProvider.System).RunAsync(Never));
        Assert.False(await blobs.ExistsAsync(left, Never));
        Assert.True(await blobs.ExistsAsync(fresh, Never));
    }

    private static async Task<BlobKey> StoreAsync(IBlobs blobs, byte content) => (await blobs.StoreAsync(new MemoryStream([content, 7, 7]), Never)).Key;

    private Task ShowAsync(BlobKey photo, params Guid[] messages) => Store.WriteAsync(
        db =>
        {
            db.Blobs.Add(new BlobRow { Key = photo.Hex, Bytes = 3, StoredAt = Old, References = messages.Length });
            db.Attachments.AddRange(messages.Select(m => new AttachmentRow { MessageId = m, Position = shown++, Name = "现场.jpg", BlobKey = photo.Hex, Kind = MediaKind.Jpeg, Bytes = 3 }));
            return Task.CompletedTask;
        },
        Never);

    private Task TellAsync(string key, DateTimeOffset at) => Store.WriteAsync(
        async db =>
        {
            await OutboxWrites.AddAsync(db, office.Office, new OutgoingMessage { Key = key, Chat = new ChatKey(Platform.WebChat, "g-1"), Kind = OutgoingKind.Receipt, Text = "已记" }, at, Never);
            foreach (var row in db.Outbox.Local) row.State = OutboxState.Sent;
        },
        Never);

    private Task ReadAsync(params Guid[] submissions) => Store.WriteAsync(
        db =>
        {
            db.SubmissionReadings.AddRange(submissions.Select(s => new SubmissionReadingRow { SubmissionId = s, Reading = "{}" }));
            return Task.CompletedTask;
        },
        Never);

    private Task<List<string>> KeysAsync() => Store.ReadAsync(
        async db => (await db.Messages.OrderBy(m => m.Seq).ToListAsync()).ConvertAll(m => $"{m.Id} {m.ExternalId} {m.SaidAt:O} {m.TextHash} {m.ImportKey} {m.SenderName}"), Never);
}

public sealed class PurgeOnSqliteTests : PurgeTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class PurgeOnPostgresTests : PurgeTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}

using Bot.Adapters.Storage;
using Bot.Domain.Gathering;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What every database must do with what came in.</summary>
public abstract class InboxStoreTests : StoreUnderTest
{
    private protected virtual IInboxStore Inbox => new InboxStore(Store);

    [Fact]
    public async Task Duplicate_message_is_acknowledged_and_stored_once()
    {
        var inbox = Inbox;
        Assert.True(await inbox.AcceptAsync(Said.Text(Ids, "1", "演练1场", Now), default));
        Assert.False(await inbox.AcceptAsync(Said.Text(Ids, "1", "演练1场", Now), default));
        Assert.Equal(1, await Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    [Fact]
    public async Task Twenty_deliveries_of_one_message_at_once_leave_one_row()
    {
        var inbox = Inbox;
        var accepted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => inbox.AcceptAsync(Said.Text(Ids, "1", "演练1场", Now), default)));
        Assert.Single(accepted, isNew => isNew);
        Assert.Equal(1, await Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    [Fact]
    public async Task An_edit_is_a_revision_of_its_own()
    {
        var inbox = Inbox;
        await inbox.AcceptAsync(Said.Text(Ids, "1", "演练1场", Now), default);
        Assert.True(await inbox.AcceptAsync(Said.Text(Ids, "1", "演练2场", Now, revision: 1), default));
        Assert.Equal(2, await Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    [Fact]
    public async Task The_same_photo_in_two_messages_is_one_blob_with_two_references()
    {
        var inbox = Inbox;
        var blob = BlobKey.Parse(new string('a', 64));
        await inbox.AcceptAsync(Said.Photo(Ids, "1", blob, Now), default);
        await inbox.AcceptAsync(Said.Photo(Ids, "2", blob, Now), default);
        Assert.Equal(2, await Store.ReadAsync(db => db.Blobs.Where(b => b.Key == blob.Hex).Select(b => b.References).SingleAsync(), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000\u0001\u001b[31m\ud800")]
    [InlineData("👨‍👩‍👧‍👦 𠮷")]
    public async Task Any_text_is_kept_as_it_came_or_with_its_broken_halves_marked(string text)
    {
        await Inbox.AcceptAsync(Said.Text(Ids, "1", text, Now), default);
        var kept = await Store.ReadAsync(db => db.MessageTexts.Select(t => t.Text).SingleOrDefaultAsync(), default) ?? "";
        Assert.Equal(Marked(text), Marked(kept));
    }

    // PostgreSQL keeps neither NUL nor half a pair; both stand as U+FFFD there.
    private static string Marked(string text) => text.Replace('\ud800', '\ufffd').Replace('\0', '\ufffd');
}

public sealed class InboxOnSqliteTests : InboxStoreTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class InboxOnPostgresTests : InboxStoreTests
{
    private protected override IInboxStore Inbox => new PostgresInbox((PostgresStore)Store, new InboxStore(Store));

    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}

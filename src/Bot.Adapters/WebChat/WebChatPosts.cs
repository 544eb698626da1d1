using Bot.Adapters.Storage;
using Bot.Domain;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WebChat;

/// <summary>Steps 1 and 2 for the program's own page: who may post what, and as which message.</summary>
internal sealed class WebChatPosts(Store store, IInbox inbox, IIdSource ids, TimeProvider clock, RoomSignals signals) : IWebChatPosts
{
    /// <summary>The longest text of one message, in UTF-16 units.</summary>
    public const int LongestText = 20_000;

    /// <summary>The most photos and files of one message.</summary>
    public const int MostAttachments = 20;

    private static readonly PostOutcome.Refused Gone = new("这条消息不在了，请刷新页面再试。");
    private static readonly PostOutcome.Refused NotYours = new("只能修改或撤回自己发的消息。");
    private static readonly PostOutcome.Refused NoRoom = new("您不在这个群里，请换一个群，或请管理员把您加进来。");

    public async Task<PostOutcome> PostAsync(Viewer viewer, WebPost post, CancellationToken cancel)
    {
        if (Fault(post.Text, post.Attachments.Count) is { } fault) return fault;
        if (!await store.ReadAsync(db => WebChatRooms.AllowsAsync(db, viewer, post.Room, cancel), cancel)) return NoRoom;
        var message = Message(viewer, post.Room, post.ClientId.ToString("n"), 0, MessageEvent.Said, post.Text) with
        {
            Attachments = post.Attachments, Quotes = post.Quotes,
        };
        return await TakeAsync(message, cancel);
    }

    public async Task<PostOutcome> EditAsync(Viewer viewer, string room, string id, string text, CancellationToken cancel)
    {
        if (Fault(text, 0) is { } fault) return fault;
        return await ReviseAsync(viewer, room, id, MessageEvent.Edited, text, cancel);
    }

    public Task<PostOutcome> WithdrawAsync(Viewer viewer, string room, string id, CancellationToken cancel) =>
        ReviseAsync(viewer, room, id, MessageEvent.Withdrawn, "", cancel);

    public async Task<PostOutcome> PressAsync(Viewer viewer, string room, string id, string data, CancellationToken cancel)
    {
        var allowed = await store.ReadAsync(db => WebChatRooms.AllowsAsync(db, viewer, room, cancel), cancel);
        if (!allowed) return NoRoom;
        var known = await store.ReadAsync(db => db.WebChatLines.AnyAsync(l => l.ChatId == room && l.RefId == id && l.FromBot, cancel), cancel);
        if (!known || data.Length is 0 or > 64) return Gone;

        // One person presses one button of one message once, however often the page sends it.
        var press = Message(viewer, room, $"press-{id}-{viewer.Person.Value:n}-{data}", 0, MessageEvent.Pressed, data) with { Quotes = id };
        return await TakeAsync(press, cancel);
    }

    private async Task<PostOutcome> ReviseAsync(Viewer viewer, string room, string id, MessageEvent change, string text, CancellationToken cancel)
    {
        if (!await store.ReadAsync(db => WebChatRooms.AllowsAsync(db, viewer, room, cancel), cancel)) return NoRoom;
        var newest = await store.ReadAsync(
            db => db.Messages.Where(m => m.Platform == Platform.WebChat && m.ChatId == room && m.ExternalId == id)
                .OrderByDescending(m => m.Revision).FirstOrDefaultAsync(cancel),
            cancel);
        if (newest is null || newest.Event == MessageEvent.Withdrawn) return Gone;
        if (newest.SenderId != viewer.Account.Id) return NotYours;

        // The message keeps the time it was first said; only its words change.
        var message = Message(viewer, room, id, newest.Revision + 1, change, text) with { SaidAt = newest.SaidAt, Quotes = newest.Quotes };
        return await TakeAsync(message, cancel);
    }

    private async Task<PostOutcome> TakeAsync(IncomingMessage message, CancellationToken cancel)
    {
        await inbox.AcceptAsync(message, cancel);
        signals.Changed(message.Key.Chat.Id);
        return new PostOutcome.Taken(message.Key.Id);
    }

    private IncomingMessage Message(Viewer viewer, string room, string id, int revision, MessageEvent what, string text)
    {
        var now = clock.GetUtcNow();
        return new IncomingMessage
        {
            Id = new MessageId(ids.Next()), Key = new MessageKey(new ChatKey(Platform.WebChat, room), id, revision), Event = what,
            Sender = viewer.Account, SenderName = viewer.Name, SaidAt = now, ReceivedAt = now, Text = text,
        };
    }

    private static PostOutcome.Refused? Fault(string text, int attachments)
    {
        if (text.Length > LongestText) return new PostOutcome.Refused($"文字太长（{text.Length}字），一条最多{LongestText}字，请分几条发，或作为文档发送。");
        if (attachments > MostAttachments) return new PostOutcome.Refused($"一次最多发{MostAttachments}个照片或文件，请分几次发。");
        return string.IsNullOrWhiteSpace(text) && attachments == 0 ? new PostOutcome.Refused("还没有写内容，请写一句话或选照片。") : null;
    }
}

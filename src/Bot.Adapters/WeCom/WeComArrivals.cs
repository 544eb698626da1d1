using Bot.Adapters.Storage;
using Bot.Domain;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.WeCom;

/// <summary>Takes what was heard, however it came: into the inbox. When it returns, all is durable.</summary>
internal sealed class WeComArrivals(
    WeComOptions options, WeComReplies replies, WeComChats chats, WeComNotices notices, WeComFetches fetches, WeComChoices choices, Store store,
    IInbox inbox, IOrganisation organisation, IIdSource ids, TimeProvider clock, ILogger<WeComArrivals> log)
{
    public const string JoinedPhotos = "照片已并到您刚才在群里的报送。";

    /// <summary>What a callback says; nothing, where it cannot be understood at all.</summary>
    public WeComHeard Read(WeComSaid said)
    {
        try
        {
            return WeComMessages.Read(said, [.. options.Bot.Names], new MessageId(ids.Next()), clock.GetUtcNow());
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException or InvalidOperationException or InvalidCastException or NullReferenceException)
        {
            WeComLog.LeftOut(log, failure.GetType().Name);
            return new WeComHeard.Nothing();
        }
    }

    /// <summary>What the application heard.</summary>
    public WeComHeard Read(string xml) => WeComAppMessages.Read(xml, new MessageId(ids.Next()), clock.GetUtcNow());

    /// <summary>Takes it; returns the message as it is kept, if there is one.</summary>
    public async Task<IncomingMessage?> TakeAsync(WeComHeard heard, CancellationToken cancel)
    {
        switch (heard)
        {
            case WeComHeard.Said said:
                return await SaidAsync(said, cancel);
            case WeComHeard.NotTaken not:
                if (not.Way is not null) await replies.KeepAsync(not.Message.Key.Id, not.Way, cancel);
                await notices.SayAsync(not.Message.Key.Chat, $"wc-not-{not.Message.Key.Id}", not.Why, not.Message.Key.Id, cancel);
                return not.Message;
            default:
                return null;
        }
    }

    private async Task<IncomingMessage> SaidAsync(WeComHeard.Said said, CancellationToken cancel)
    {
        var message = await choices.PressedAsync(At(said.Message), cancel);

        // Of a chat that is nobody's nothing is fetched.
        if (message.Attachments.Count > 0 && await organisation.FindPlaceAsync(message.Key.Chat, clock.GetUtcNow(), cancel) is null) message = message with { Attachments = [] };
        if (await ReportOfAsync(message, cancel) is { } group) message = message with { Key = message.Key with { Chat = group } };
        if (said.Way is not null) await replies.KeepAsync(message.Key.Id, said.Way, cancel);
        if (!PrivateChats.Is(message.Key.Chat)) await chats.EnterAsync(message.Key.Chat.Id, cancel);
        await inbox.AcceptAsync(message, cancel);
        if (message.Attachments.Count > 0) fetches.Ring();
        if (said.Remark is not null) await notices.SayAsync(message.Key.Chat, $"wc-remark-{message.Key.Id}", said.Remark, message.Key.Id, cancel);
        else if (message.Key.Chat != said.Message.Key.Chat) await notices.SayAsync(said.Message.Key.Chat, $"wc-joined-{message.Key.Id}", JoinedPhotos, message.Key.Id, cancel);
        return message;
    }

    // Photos cannot be shown to the bot in a group without words. Sent to it privately, soon after a report in a group, they count as
    // said there: the gatherer then joins them to that report as it joins loose photos anywhere.
    private async Task<ChatKey?> ReportOfAsync(IncomingMessage message, CancellationToken cancel)
    {
        var isLoose = message.Event == MessageEvent.Said && message.Text.Length == 0 && message.Attachments.Count > 0 && message.Attachments.All(a => a.Kind?.Class() == MediaClass.Photo);
        if (!isLoose || !PrivateChats.Is(message.Key.Chat)) return null;
        var since = message.SaidAt - Gatherer.PhotoReach;
        var sender = message.Sender.Id;
        var newest = await store.ReadAsync(
            db => (
                from m in db.Messages
                where m.Platform == Platform.WeCom && m.SenderId == sender && m.Event == MessageEvent.Said && m.SaidAt >= since
                join t in db.MessageTexts on m.Id equals t.MessageId
                where t.Text != ""
                orderby m.Seq descending
                select m.ChatId).FirstOrDefaultAsync(cancel),
            cancel);
        if (newest is null) return null;
        var chat = new ChatKey(Platform.WeCom, newest);
        return PrivateChats.Is(chat) ? null : chat;
    }

    // Under a demo's clock what was said a moment ago was said a moment ago there.
    private IncomingMessage At(IncomingMessage message)
    {
        if (message.SaidAtSource == SaidAtSource.Received || ReferenceEquals(clock, TimeProvider.System)) return message;
        var ago = TimeProvider.System.GetUtcNow() - message.SaidAt;
        return message with { SaidAt = clock.GetUtcNow() - (ago > TimeSpan.Zero ? ago : TimeSpan.Zero) };
    }
}

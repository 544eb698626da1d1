using System.Text.Json.Nodes;
using Bot.Domain;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Telegram;

/// <summary>Takes updates, however they come: what is said goes into the inbox; what happened to the group is kept. When it returns, all is durable.</summary>
internal sealed class TelegramArrivals(
    TelegramApi api, TelegramOptions options, TelegramRevisions revisions, TelegramChats chats, TelegramHearing hearing, TelegramNotices notices,
    TelegramFetches fetches, IInbox inbox, IPace pace, IOrganisation organisation, IIdSource ids, TimeProvider clock, ILogger<TelegramArrivals> log)
{
    /// <summary>Takes one. What cannot be taken at all is left out and logged; only lost infrastructure is passed on, so that the update comes again.</summary>
    public async Task TakeAsync(TelegramUpdate update, TelegramUser me, CancellationToken cancel)
    {
        try
        {
            var largest = options.LocalFiles ? long.MaxValue : TelegramMessages.LargestFile;
            await TakeAsync(TelegramMessages.Read(update, me, new MessageId(ids.Next()), clock.GetUtcNow(), largest), cancel);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException or InvalidCastException or NullReferenceException)
        {
            TelegramLog.LeftOut(log, update.UpdateId, failure.GetType().Name);
        }
    }

    private Task TakeAsync(TelegramHeard heard, CancellationToken cancel) => heard switch
    {
        TelegramHeard.Said said => SaidAsync(said, cancel),
        TelegramHeard.Pressed pressed => PressedAsync(pressed, cancel),
        TelegramHeard.Moved moved => chats.MoveAsync(moved.From, moved.To, cancel),
        TelegramHeard.Standing standing => StandingAsync(standing, cancel),
        TelegramHeard.NotTaken not => notices.SayAsync(not.Chat, $"tg-not-{not.Chat.Id}-{not.Message}", not.Why, not.Message, cancel),
        TelegramHeard.Nothing => Task.CompletedTask,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task SaidAsync(TelegramHeard.Said said, CancellationToken cancel)
    {
        var message = said.Message with { SaidAt = At(said.Message.SaidAt) };

        // Of a chat that is nobody's nothing is fetched.
        if (message.Attachments.Count > 0 && await organisation.FindPlaceAsync(message.Key.Chat, clock.GetUtcNow(), cancel) is null) message = message with { Attachments = [] };
        if (await revisions.OfAsync(message, said.EditedAfter, cancel) is not { } revision) return;
        await inbox.AcceptAsync(revision, cancel);
        if (revision.Attachments.Count > 0) fetches.Ring();
        if (revision.Event == MessageEvent.Said && GroupWordReader.Read(revision.Text) is GroupWord.Bind) await chats.TopicAsync(TelegramMessages.Id(revision.Key.Chat), said.Topic, cancel);
    }

    private async Task PressedAsync(TelegramHeard.Pressed pressed, CancellationToken cancel)
    {
        if (pressed.Message is { } message) await inbox.AcceptAsync(message, cancel);

        // Else the button spins. Whether it worked does not matter: the answer comes as a message.
        await api.DoAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = pressed.Query }, cancel);
        if (pressed is { IsOwn: true, Message: { } answered }) await FoldAsync(answered, cancel);
    }

    // Who was asked has answered: the buttons go. A button that stays does no harm, pressed again it changes nothing; so it is tried once, and in a busy group not at all.
    private async Task FoldAsync(IncomingMessage answered, CancellationToken cancel)
    {
        if (await pace.DrawAsync(TelegramSender.DrawsOf(answered.Key.Chat, 1), clock.GetUtcNow(), cancel) > TimeSpan.Zero) return;
        var ask = new JsonObject
        {
            ["chat_id"] = TelegramMessages.Id(answered.Key.Chat), ["message_id"] = long.Parse(answered.Quotes!, System.Globalization.CultureInfo.InvariantCulture),
            ["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray() },
        };
        await api.SendAsync("editMessageReplyMarkup", ask, cancel);
    }

    private async Task StandingAsync(TelegramHeard.Standing standing, CancellationToken cancel)
    {
        hearing.Forget(standing.Chat);
        var chat = new ChatKey(Platform.Telegram, TelegramMessages.Number(standing.Chat));
        var isBound = await organisation.FindPlaceAsync(chat, clock.GetUtcNow(), cancel) is not null;
        if (standing.IsIn)
        {
            await chats.EnterAsync(standing.Chat, cancel);
            if (isBound) await hearing.LookAsync(standing.Chat, cancel);
        }
        else if (await chats.LeaveAsync(standing.Chat, cancel) && isBound)
        {
            await notices.TellAdminsAsync(chat, FormattableString.Invariant($"tg-left-{standing.Chat}-{clock.GetUtcNow():yyyyMMdd}"), TelegramSender.LeftNotice, cancel);
        }
    }

    // Under a demo's clock what was said a moment ago was said a moment ago there.
    private DateTimeOffset At(DateTimeOffset said)
    {
        if (ReferenceEquals(clock, TimeProvider.System)) return said;
        var ago = TimeProvider.System.GetUtcNow() - said;
        return clock.GetUtcNow() - (ago > TimeSpan.Zero ? ago : TimeSpan.Zero);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Telegram;

/// <summary>Step 12 on Telegram: reaction, text, buttons, files; what Telegram answers becomes an outcome.</summary>
internal sealed class TelegramSender(
    TelegramApi api, TelegramSetup setup, TelegramOptions options, TelegramChats chats, TelegramMentions mentions, TelegramHearing hearing, TelegramNotices notices,
    IOutgoingFiles files, ILogger<TelegramSender> log) : ISender
{
    /// <summary>The bot is not in the group.</summary>
    public const string Left = "left";

    public const string LeftNotice = "有一个 Telegram 群把助手移出了：那里说的话不再听得到，要发的提醒也停了。重新拉进群就恢复；这期间没发出的在后台“未送达”里，可以再发。";
    public const string NoRightsNotice = "助手在一个 Telegram 群里没有发言权限，有消息没发出去。请在群设置里允许它发消息。";

    private const int Tries = 4;
    private static readonly TimeSpan TokenPause = TimeSpan.FromMinutes(5);

    public Platform Platform => Platform.Telegram;

    // Telegram has no key by which it would know a message again.
    public bool KnowsRepeats => false;

    /// <summary>Twenty a minute in a group, one a second to a person, thirty a second in all (bots/faq): a little below each.</summary>
    public IReadOnlyList<PaceDraw> Draws(OutgoingMessage message)
    {
        return DrawsOf(message.Chat, Math.Max(1, (message.Text.Length + TelegramText.Longest - 1) / TelegramText.Longest) + message.Files.Count);
    }

    /// <summary>What so many calls that Telegram counts take out of the buckets.</summary>
    public static IReadOnlyList<PaceDraw> DrawsOf(ChatKey to, int messages)
    {
        var chat = $"telegram {to.Id}";
        return
        [
            PrivateChats.Is(to) ? new PaceDraw(chat, 5, TimeSpan.FromSeconds(1.1), messages) : PaceDraw.AtMost(chat, 19, TimeSpan.FromMinutes(1), messages),
            new PaceDraw("telegram", 20, TimeSpan.FromMilliseconds(40), messages),
        ];
    }

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var place = await chats.FindAsync(TelegramMessages.Id(message.Chat), cancel);
        if (place.HasLeft) return new SendOutcome.Refused(Left);
        var answered = !place.WasMoved && long.TryParse(message.Quotes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        if (message.IsQuiet && options.QuietReceipts && answered is { } under && await ReactAsync(message, place, under, cancel) is { } reacted) return reacted;

        var letter = TelegramLetter.Of(message, await mentions.OfAsync(message, cancel), await ContentsAsync(message, cancel));
        var outcome = await SendAsync(new Journey(message, place, answered), letter, cancel);
        if (outcome is SendOutcome.Sent && !PrivateChats.Is(message.Chat)) await hearing.LookAsync((await chats.FindAsync(place.Id, cancel)).Id, cancel);
        return outcome;
    }

    private async Task<IReadOnlyList<(OutgoingFile, OutgoingContent)>> ContentsAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var contents = new List<(OutgoingFile, OutgoingContent)>();
        foreach (var file in message.Files) contents.Add((file, await files.OpenAsync(message.Chat, file, cancel)));
        return contents;
    }

    // Null: here it has to be said in words.
    private async Task<SendOutcome?> ReactAsync(OutgoingMessage message, TelegramPlace place, long under, CancellationToken cancel)
    {
        var ask = new JsonObject { ["chat_id"] = place.Id, ["message_id"] = under, ["reaction"] = new JsonArray(new JsonObject { ["type"] = "emoji", ["emoji"] = "👌" }) };
        switch (await api.DoAsync("setMessageReaction", ask, cancel))
        {
            case TelegramAnswer<bool>.Done:
                return new SendOutcome.Sent($"reaction-{under}");
            case TelegramAnswer<bool>.Silent silent:
                return Unknown(message, silent.Kind, silent.MayBeDone);
            case TelegramAnswer<bool>.Refused refused when TelegramRefusals.Of(refused) is TelegramRefusal.Wait or TelegramRefusal.Token or TelegramRefusal.Left or TelegramRefusal.Unreachable:
                return await OutcomeAsync(refused, new Journey(message, place, null), cancel);
            case TelegramAnswer<bool>.Refused { MovedTo: { } now }:
                await chats.MoveAsync(place.Id, now, cancel);
                return null;
            default:
                return null;
        }
    }

    private async Task<SendOutcome> SendAsync(Journey journey, TelegramLetter letter, CancellationToken cancel)
    {
        var sent = letter.Parts.Count > 1 ? await chats.PartsAsync(journey.Message.Key, cancel) : [];
        string? first = null;
        for (var at = 0; at < letter.Parts.Count; at++)
        {
            if (!sent.TryGetValue(at, out var id))
            {
                var (outcome, next) = await PostAsync(journey, letter.Parts[at], cancel);
                if (outcome is not SendOutcome.Sent done) return outcome;
                (id, journey) = (done.PlatformId, next);
                if (letter.Parts.Count > 1) await chats.PartAsync(journey.Message.Key, at, id, cancel);
            }

            first ??= id;
        }

        return new SendOutcome.Sent(first ?? "");
    }

    // What can be mended at once is mended at once; each mending is tried once.
    private async Task<(SendOutcome Outcome, Journey Journey)> PostAsync(Journey journey, TelegramPart part, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await CallAsync(journey, part, cancel);
            if (answer is TelegramAnswer<TelegramSent>.Done done) return (new SendOutcome.Sent(TelegramMessages.Number(done.Result.MessageId)), journey);
            if (answer is TelegramAnswer<TelegramSent>.Silent silent) return (Unknown(journey.Message, silent.Kind, silent.MayBeDone), journey);
            var refused = (TelegramAnswer<TelegramSent>.Refused)answer;
            if (tries == Tries) return (new SendOutcome.Refused("refused-again"), journey);
            switch (TelegramRefusals.Of(refused))
            {
                case TelegramRefusal.Moved:
                    // Numbers begin anew in a supergroup: the message it answers is another one there.
                    await chats.MoveAsync(journey.Place.Id, refused.MovedTo!.Value, cancel);
                    journey = journey with { Place = await chats.FindAsync(refused.MovedTo.Value, cancel), Answered = null };
                    break;
                case TelegramRefusal.Topic when journey.Place.Topic is not null:
                    await chats.TopicAsync(journey.Place.Id, null, cancel);
                    journey = journey with { Place = journey.Place with { Topic = null } };
                    break;
                case TelegramRefusal.Markup when part.Text is { Mentions.Count: > 0 } text:
                    TelegramLog.Plainer(log, "markup");
                    part = part with { Text = text with { Mentions = [] } };
                    break;
                case TelegramRefusal.Photo when part.IsPhoto:
                    part = part with { IsPhoto = false };
                    break;
                case TelegramRefusal.Button when part.Buttons.Count > 0:
                    TelegramLog.Plainer(log, "buttons");
                    part = part with { Buttons = [] };
                    break;
                default:
                    return (await OutcomeAsync(refused, journey, cancel), journey);
            }
        }
    }

    private Task<TelegramAnswer<TelegramSent>> CallAsync(Journey journey, TelegramPart part, CancellationToken cancel)
    {
        var ask = part.Ask(journey.Place, journey.Answered);
        if (part.File is not { } file) return api.SendAsync("sendMessage", ask, cancel);
        return part.IsPhoto
            ? api.UploadAsync("sendPhoto", ask, "photo", file.Name, file.Bytes.ToArray(), cancel)
            : api.UploadAsync("sendDocument", ask, "document", file.Name, file.Bytes.ToArray(), cancel);
    }

    // Whether a reminder arrived is not known: said twice it is worse than not at all. Everything else is said again.
    private static SendOutcome Unknown(OutgoingMessage message, string kind, bool mayBeDone) => mayBeDone && message.Kind is (OutgoingKind.Reminder or OutgoingKind.Thanks)
        ? new SendOutcome.Refused("unknown")
        : new SendOutcome.RetryLater(TimeSpan.Zero, kind, mayBeDone ? SendTrouble.NoAnswer : SendTrouble.Platform);

    private async Task<SendOutcome> OutcomeAsync<T>(TelegramAnswer<T>.Refused refused, Journey journey, CancellationToken cancel)
    {
        var group = new ChatKey(Platform.Telegram, TelegramMessages.Number(journey.Place.Id));
        switch (TelegramRefusals.Of(refused))
        {
            case TelegramRefusal.Wait:
                return new SendOutcome.RetryLater(refused.RetryAfter ?? TimeSpan.FromSeconds(5), "429", SendTrouble.Chat);
            case TelegramRefusal.Token:
                return new SendOutcome.RetryLater(TokenPause, "token-refused", SendTrouble.Platform);
            case TelegramRefusal.Already:
                return new SendOutcome.Sent("");
            case TelegramRefusal.Left:
                if (await chats.LeaveAsync(journey.Place.Id, cancel)) await notices.TellAdminsAsync(group, $"tg-left-{group.Id}-{journey.Message.Key}", LeftNotice, cancel);
                return new SendOutcome.Refused(Left);
            case TelegramRefusal.Unreachable:
                if (setup.Me?.Username is { Length: > 0 } bot) await notices.InviteAsync(journey.Message, bot, cancel);
                return new SendOutcome.Refused("unreachable");
            case TelegramRefusal.Rights:
                await notices.TellAdminsAsync(group, $"tg-rights-{group.Id}-{journey.Message.Key}", NoRightsNotice, cancel);
                return new SendOutcome.Refused("no-rights");
            case TelegramRefusal.NoChat:
                return new SendOutcome.Refused("chat-not-found");
            case TelegramRefusal.TooLarge:
                return new SendOutcome.Refused("too-large");
            default:
                return new SendOutcome.Refused(FormattableString.Invariant($"refused-{refused.Code}"));
        }
    }

    private sealed record Journey(OutgoingMessage Message, TelegramPlace Place, long? Answered);
}

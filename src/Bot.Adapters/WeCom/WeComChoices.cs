using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WeCom;

/// <summary>Choices where no buttons can be shown: numbered in the text, and answered by their number.</summary>
internal sealed class WeComChoices(Store store)
{
    private const int FarBack = 20;

    /// <summary>The choices as lines of a text.</summary>
    public static string Numbered(OutgoingMessage message) => message.Buttons.Count == 0 ? message.Text
        : $"{message.Text}\n{string.Join('\n', message.Buttons.Select((b, at) => FormattableString.Invariant($"{at + 1}. {b.Label}")))}\n请@我回复数字，例如：1";

    /// <summary>The message; a bare number that answers the last question to its sender becomes that press.</summary>
    public async Task<IncomingMessage> PressedAsync(IncomingMessage message, CancellationToken cancel)
    {
        if (message.Event != MessageEvent.Said || message.Attachments.Count > 0 || Number(message.Text) is not { } number) return message;
        if (await AskedAsync(message, cancel) is not { } asked || number > asked.Buttons.Count) return message;
        return message with { Event = MessageEvent.Pressed, Text = asked.Buttons[number - 1].Data };
    }

    private static int? Number(string text) => text.Trim() switch
    {
        [var one] => Digit(one) is > 0 and var number ? number : null,
        [var ten, var one] => Digit(ten) is > 0 and var tens && Digit(one) is >= 0 and var ones ? (tens * 10) + ones : null,
        _ => null,
    };

    private static int Digit(char c) => c switch { >= '0' and <= '9' => c - '0', >= '０' and <= '９' => c - '０', _ => -1 };

    // The newest question that answers something this sender said; one without choices wants another answer than a choice.
    private async Task<OutgoingMessage?> AskedAsync(IncomingMessage message, CancellationToken cancel)
    {
        var (chat, by, isPrivate) = (message.Key.Chat.Id, message.Sender.Id, PrivateChats.Is(message.Key.Chat));
        var said = await store.ReadAsync(
            db => db.Outbox.Where(o => o.Platform == Platform.WeCom && o.ChatId == chat).OrderByDescending(o => o.Seq).Take(FarBack).Select(o => o.Payload).ToListAsync(cancel), cancel);
        foreach (var payload in said)
        {
            if (JsonSerializer.Deserialize(payload, PayloadJson.Readable.OutgoingMessage) is not { } asked || (asked.Kind != OutgoingKind.Question && asked.Buttons.Count == 0)) continue;
            if (isPrivate || (asked.Quotes is { } quoted && await store.ReadAsync(db => db.Messages.AnyAsync(m => m.ExternalId == quoted && m.ChatId == chat && m.SenderId == by, cancel), cancel)))
                return asked.Buttons.Count > 0 ? asked : null;
        }

        return null;
    }
}

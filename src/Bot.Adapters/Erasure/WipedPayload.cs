using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;

namespace Bot.Adapters.Erasure;

/// <summary>A bot message without its words: what it was, where, and what it answered stay.</summary>
internal static class WipedPayload
{
    /// <summary>How a wiped message is known in the database.</summary>
    public const string Sign = $"\"text\":\"{ErasedMark.Text}\"";

    public static string Of(OutgoingMessage message) => JsonSerializer.Serialize(
        message with { Text = ErasedMark.Text, Buttons = [], Files = [] }, PayloadJson.Readable.OutgoingMessage);

    public static OutgoingMessage Read(string payload) =>
        JsonSerializer.Deserialize(payload, PayloadJson.Readable.OutgoingMessage) ?? throw new InvalidOperationException("An outbox row without a message.");
}

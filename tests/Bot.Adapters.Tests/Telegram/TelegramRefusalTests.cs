using Bot.Adapters.Telegram;
using Xunit;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>Refusals told apart by code and the beginning of their words.</summary>
public sealed class TelegramRefusalTests
{
    [Theory]
    [InlineData(429, "retry after 7", nameof(TelegramRefusal.Wait))]
    [InlineData(401, "", nameof(TelegramRefusal.Token))]
    [InlineData(404, "", nameof(TelegramRefusal.Token))]
    [InlineData(403, "bot was kicked from the group chat", nameof(TelegramRefusal.Left))]
    [InlineData(403, "bot was kicked from the supergroup chat", nameof(TelegramRefusal.Left))]
    [InlineData(403, "bot is not a member of the supergroup chat", nameof(TelegramRefusal.Left))]
    [InlineData(403, "bot was blocked by the user", nameof(TelegramRefusal.Unreachable))]
    [InlineData(403, "user is deactivated", nameof(TelegramRefusal.Unreachable))]
    [InlineData(403, "bot can't initiate conversation with a user", nameof(TelegramRefusal.Unreachable))]
    [InlineData(403, "something new", nameof(TelegramRefusal.Rights))]
    [InlineData(400, "message is not modified: specified new message content", nameof(TelegramRefusal.Already))]
    [InlineData(400, "message thread not found", nameof(TelegramRefusal.Topic))]
    [InlineData(400, "TOPIC_CLOSED", nameof(TelegramRefusal.Topic))]
    [InlineData(400, "can't parse entities: …", nameof(TelegramRefusal.Markup))]
    [InlineData(400, "BUTTON_DATA_INVALID", nameof(TelegramRefusal.Button))]
    [InlineData(400, "REACTION_INVALID", nameof(TelegramRefusal.Reaction))]
    [InlineData(400, "chat not found", nameof(TelegramRefusal.NoChat))]
    [InlineData(400, "not enough rights to send text messages to the chat", nameof(TelegramRefusal.Rights))]
    [InlineData(400, "have no rights to send a message", nameof(TelegramRefusal.Rights))]
    [InlineData(413, "Request Entity Too Large", nameof(TelegramRefusal.TooLarge))]
    [InlineData(400, "something new", nameof(TelegramRefusal.Other))]
    public void A_refusal_is_known(int code, string words, string what) =>
        Assert.Equal(what, TelegramRefusals.Of(new TelegramAnswer<bool>.Refused(code, words)).ToString());

    [Fact]
    public void A_new_id_goes_before_all_words() =>
        Assert.Equal(TelegramRefusal.Moved, TelegramRefusals.Of(new TelegramAnswer<bool>.Refused(400, "group chat was upgraded to a supergroup chat") { MovedTo = -100 }));
}

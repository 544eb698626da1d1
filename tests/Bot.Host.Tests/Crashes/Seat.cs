using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Telegram;
using Bot.Host.Webhooks;

namespace Bot.Host.Tests.Crashes;

/// <summary>Where somebody of the crowd sits.</summary>
internal abstract record Seat
{
    /// <summary>Something is said, and asked to be taken until it is.</summary>
    public abstract Said Say(string text);

    /// <summary>What was said, the same however often it is sent.</summary>
    /// <param name="Request">As a request to a host.</param>
    /// <param name="Id">The platform's id of the message, from what the host answered.</param>
    public sealed record Said(Func<Uri, HttpRequestMessage> Request, Func<string, string> Id);
}

/// <summary>At the program's own page.</summary>
internal sealed record WebSeat(string Room, string Cookie) : Seat
{
    public override Said Say(string text)
    {
        var client = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        return new Said(
            host =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, $"/chat/{Room}/messages"))
                {
                    Content = new MultipartFormDataContent { { new StringContent(client), "client" }, { new StringContent(text), "text" } },
                };
                request.Headers.Accept.ParseAdd("application/json");
                request.Headers.Add("Cookie", Cookie);
                return request;
            },
            answer => JsonDocument.Parse(answer).RootElement.EnumerateObject().First().Value.GetString()!);
    }
}

/// <summary>In a Telegram group, whose updates Telegram sends to the program until they are taken.</summary>
internal sealed record TelegramSeat(string Room, string Secret) : Seat
{
    private static long last = 5_000;

    public static string UserOf(string room) => "70" + room[^8..];

    public override Said Say(string text)
    {
        var number = Interlocked.Increment(ref last);
        var update = new JsonObject
        {
            ["update_id"] = number,
            ["message"] = new JsonObject
            {
                ["message_id"] = number,
                ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                ["from"] = new JsonObject { ["id"] = long.Parse(UserOf(Room), System.Globalization.CultureInfo.InvariantCulture), ["is_bot"] = false, ["first_name"] = "安全员" },
                ["chat"] = new JsonObject { ["id"] = long.Parse(Room, System.Globalization.CultureInfo.InvariantCulture), ["type"] = "supergroup", ["title"] = "联络群" },
                ["text"] = text,
            },
        }.ToJsonString();
        return new Said(
            host =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, TelegramSetup.Path)) { Content = new StringContent(update, Encoding.UTF8, "application/json") };
                request.Headers.Add(TelegramWebhook.SecretHeader, Secret);
                return request;
            },
            _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Telegram;

/// <summary>The real program and the fake Bot API, with a group of three people.</summary>
internal sealed class BotOnTelegram : IAsyncDisposable
{
    public const long Group = -1002471352452;

    private BotOnTelegram(FakeTelegram telegram, RunningBot bot)
    {
        Telegram = telegram;
        Bot = bot;
    }

    public FakeTelegram Telegram { get; }
    public RunningBot Bot { get; }

    /// <summary>张三 reports for 金谷社区.</summary>
    public static JsonObject Zhang => Person(7012345678, "张三");

    /// <summary>李主任 runs the campaign.</summary>
    public static JsonObject Li => Person(7098765432, "李主任");

    public static async Task<BotOnTelegram> StartAsync(FakeTelegram? telegram = null, string? folder = null, params string[] more)
    {
        var fake = telegram ?? await FakeTelegram.StartAsync();
        return new BotOnTelegram(fake, await RunningBot.StartAsync(folder, fake.Settings(more)));
    }

    public static JsonObject Person(long id, string name) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = name };

    /// <summary>A group is bound and both people are known.</summary>
    public async Task BindAsync()
    {
        await MakeCodesAsync();
        await AnswerToAsync(Say(Li, "绑定 BINDCODE"));
        await AnswerToAsync(Say(Zhang, "登记 JOINCODE"));
        await Bot.Store.WriteAsync(
            async db =>
            {
                var ids = Bot.Services.GetRequiredService<IIdSource>();
                var office = await db.Offices.Select(o => o.Id).SingleAsync();
                var admin = new PersonRow { Id = ids.Next(), OfficeId = office, Name = "李主任", Role = Role.Admin };
                db.People.Add(admin);
                db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.Telegram, ExternalId = "7098765432", PersonId = admin.Id });
            },
            default);
    }

    public Task MakeCodesAsync() => BindCodes.MakeAsync(Bot);

    /// <summary>Somebody says something in the group; returns the message's number.</summary>
    public long Say(JsonObject from, string text, long chat = Group, Action<JsonObject>? more = null)
    {
        var message = Message(from, chat);
        message["text"] = text;
        if (text.StartsWith('/')) message["entities"] = new JsonArray(new JsonObject { ["type"] = "bot_command", ["offset"] = 0, ["length"] = text.Split(' ')[0].Length });
        more?.Invoke(message);
        Telegram.Update("message", message);
        return (long)message["message_id"]!;
    }

    public long Edit(JsonObject from, long number, string text, int secondsLater = 60)
    {
        var message = Message(from, Group, number);
        message["text"] = text;
        message["edit_date"] = (long)message["date"]! + secondsLater;
        Telegram.Update("edited_message", message);
        return number;
    }

    public JsonObject Message(JsonObject from, long chat, long? number = null) => new()
    {
        ["message_id"] = number ?? Telegram.NextMessage(), ["from"] = from, ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
        ["chat"] = chat > 0
            ? new JsonObject { ["id"] = chat, ["type"] = "private", ["first_name"] = "x" }
            : new JsonObject { ["id"] = chat, ["type"] = chat < -1000000000000 ? "supergroup" : "group", ["title"] = "安全生产月联络群" },
    };

    public JsonObject Photo(JsonObject from, string file, byte[] content, string? album = null, string? caption = null, long? number = null)
    {
        var message = Message(from, Group, number);
        message["photo"] = new JsonArray(
            new JsonObject { ["file_id"] = "F-small", ["file_unique_id"] = "s-" + file, ["width"] = 90, ["height"] = 67 },
            new JsonObject { ["file_id"] = Telegram.Keep(content, file), ["file_unique_id"] = "u-" + file, ["width"] = 1280, ["height"] = 960, ["file_size"] = content.Length });
        if (album is not null) message["media_group_id"] = album;
        if (caption is not null) message["caption"] = caption;
        return message;
    }

    /// <summary>What the bot says under a message.</summary>
    public Task<FakeCall> AnswerToAsync(long number) => Telegram.CallAsync(c => !c.WasRefused && c.Answers == number);

    /// <summary>Until all that was sent is taken, handled and answered.</summary>
    public async Task QuietAsync()
    {
        await Telegram.ConfirmedAsync();
        await Bot.QuietAsync();
    }

    public static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Telegram.DisposeAsync();
        Telegram.Verify();
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Telegram;

/// <summary>Makes Telegram ready for the way updates come, and checks that it is: who the bot is, its commands, the webhook or none.</summary>
internal sealed class TelegramSetup(TelegramApi api, TelegramOptions options, ILogger<TelegramSetup> log)
{
    /// <summary>Where a webhook is called.</summary>
    public const string Path = "/telegram/updates";

    /// <summary>The words everybody finds behind the slash; each is one the bot answers.</summary>
    public static readonly IReadOnlyList<(string Command, string Description)> Commands =
    [
        ("me", "我的：本单位已记的数"), ("missing", "未报：还差谁"), ("progress", "进度：报送率"), ("schedule", "日程：哪天截止"),
        ("rollup", "汇总：全部数字"), ("export", "导出：填好的统计表"), ("help", "帮助：怎么写、怎么改"),
    ];

    private static readonly IReadOnlyList<(string Command, string Description)> AdminCommands =
        [.. Commands, ("nudge", "催报：马上提醒没报的"), ("console", "后台：进入管理页面"), ("bind", "绑定：把本群接到主管单位，后面写码")];

    /// <summary>The bot itself; null: not known yet.</summary>
    public TelegramUser? Me { get; private set; }

    /// <summary>Whether Telegram refused the token.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What is asked for, in every mode.</summary>
    public static JsonArray UpdateKinds() => ["message", "edited_message", "callback_query", "my_chat_member"];

    /// <summary>What Telegram must bring along to be let in: made of the token, so that all hosts know it and nothing is stored.</summary>
    public static string WebhookSecret(TelegramOptions options) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Secret() ?? ""), "safetymonth-webhook"u8));

    /// <summary>Tries until it is so.</summary>
    /// <returns>False: the token is refused, and trying again is no use.</returns>
    public async Task<bool> ReadyAsync(CancellationToken cancel)
    {
        var told = false;
        while (true)
        {
            if (await TryAsync(cancel) is not { } fault) return true;
            if (IsRefused)
            {
                TelegramLog.TokenRefused(log);
                return false;
            }

            if (!told) TelegramLog.NotReady(log, fault);
            told = true;
            await Task.Delay(options.PauseAfterFailure, TimeProvider.System, cancel);
        }
    }

    // Null: ready.
    private async Task<string?> TryAsync(CancellationToken cancel)
    {
        if (await api.MeAsync(cancel) is var me && me is not TelegramAnswer<TelegramUser>.Done known) return Fault(me);
        Me = known.Result;
        if (options.Mode == TelegramMode.Webhook)
        {
            if (await WebhookAsync(cancel) is { } fault) return fault;
        }
        else if (await NoWebhookAsync(cancel) is { } fault)
        {
            return fault;
        }

        await api.DoAsync("setMyCommands", new JsonObject { ["commands"] = List(Commands) }, cancel);
        await api.DoAsync("setMyCommands", new JsonObject { ["commands"] = List(AdminCommands), ["scope"] = new JsonObject { ["type"] = "all_chat_administrators" } }, cancel);
        TelegramLog.Ready(log, Me.Id, options.Mode);
        return null;
    }

    private async Task<string?> WebhookAsync(CancellationToken cancel)
    {
        var url = options.WebhookUrl.TrimEnd('/') + Path;

        // One at a time: what is said in a group comes in the order it was said.
        var ask = new JsonObject { ["url"] = url, ["secret_token"] = WebhookSecret(options), ["allowed_updates"] = UpdateKinds(), ["max_connections"] = 1 };
        var set = await api.DoAsync("setWebhook", ask, cancel);
        if (set is not TelegramAnswer<bool>.Done) return Fault(set);
        var seen = await api.WebhookAsync(cancel);
        return seen is not TelegramAnswer<TelegramWebhookInfo>.Done info ? Fault(seen) : info.Result.Url == url ? null : "webhook-not-kept";
    }

    // Whether there is one or not; what waits is kept.
    private async Task<string?> NoWebhookAsync(CancellationToken cancel)
    {
        var gone = await api.DoAsync("deleteWebhook", new JsonObject { ["drop_pending_updates"] = false }, cancel);
        return gone is TelegramAnswer<bool>.Done ? null : Fault(gone);
    }

    private string Fault<T>(TelegramAnswer<T> answer)
    {
        if (answer is TelegramAnswer<T>.Silent silent) return silent.Kind;
        var refused = (TelegramAnswer<T>.Refused)answer;
        IsRefused = TelegramRefusals.Of(refused) == TelegramRefusal.Token;
        return FormattableString.Invariant($"refused-{refused.Code}");
    }

    private static JsonArray List(IReadOnlyList<(string Command, string Description)> commands) =>
        [.. commands.Select(c => (JsonNode)new JsonObject { ["command"] = c.Command, ["description"] = c.Description })];
}

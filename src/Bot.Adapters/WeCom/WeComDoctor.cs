using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WeCom;

/// <summary>Looks whether WeCom can be used: the bot's way, the groups' robots, the application. It says nothing in any chat.</summary>
internal sealed class WeComDoctor(WeComApi api, WeComOptions options, Store store, Leases leases, string publicUrl)
{
    private static readonly TimeSpan ForTurn = TimeSpan.FromSeconds(4);

    /// <summary>Everything that was looked at.</summary>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        List<Finding> findings = [await BotAsync(cancel)];
        var groups = await store.ReadAsync(
            db => db.Groups.Where(g => g.Platform == Platform.WeCom && g.ChatId != null && g.BoundAt != null && g.UnboundAt == null).OrderBy(g => g.BoundAt).Select(g => g.Name).ToListAsync(cancel), cancel);
        if (groups.Count == 0) findings.Add(new Finding(true, "WeCom: no group is bound yet. Make one in the console, add the bot to the group and write there: @bot 绑定 <code>."));
        foreach (var group in groups) findings.Add(await GroupAsync(group, groups.Count, cancel));
        foreach (var robot in options.Webhooks.Where(w => w.Group.Length > 0 ? !groups.Contains(w.Group.Trim()) : groups.Count > 1))
        {
            findings.Add(new Finding(false, robot.Group.Length > 0
                ? $"WeCom: a robot is set for “{robot.Group}”, but no bound WeCom group has that name in the console (SafetyMonth:WeCom:Webhooks)."
                : "WeCom: a robot is set without its group, but there are several groups: name the group (SafetyMonth:WeCom:Webhooks:0:Group)."));
        }

        if (options.App.IsOn) findings.Add(await AppAsync(cancel));
        return findings;
    }

    private async Task<Finding> BotAsync(CancellationToken cancel) => options.Bot.Mode switch
    {
        WeComBotMode.Connection => await ConnectionAsync(cancel),
        WeComBotMode.Callback => new Finding(publicUrl.Length > 0, publicUrl.Length > 0
            ? $"WeCom: the bot is called at {publicUrl}/wecom/bot (enter it as the bot's URL; the program must be running when you save it). Its URL must stand on a domain the corporation owns."
            : "WeCom: the bot waits to be called at /wecom/bot, but SafetyMonth:PublicUrl is empty, so this cannot tell where that is."),
        _ => new Finding(true, "WeCom: no AI bot is set (SafetyMonth:WeCom:Bot:Mode): nothing is heard in groups."),
    };

    // A second connection would end the first: it is tried only while nobody of ours has the duty.
    private async Task<Finding> ConnectionAsync(CancellationToken cancel)
    {
        Finding? finding = null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(ForTurn);
        try
        {
            await leases.HoldAsync(WeComConnection.Duty(options), async _ => finding = await TryAsync(cancel), patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // A running program has it.
        }

        return finding ?? new Finding(true, "WeCom: a running program holds the bot's connection.");
    }

    private async Task<Finding> TryAsync(CancellationToken cancel)
    {
        var host = new Uri(options.SocketUrl).Authority;
        try
        {
            await using var socket = await WeComSocket.OpenAsync(options, cancel);
            var ask = new JsonObject { ["bot_id"] = options.Bot.Id, ["secret"] = options.Bot.ConnectionSecret() };
            return await socket.AskAsync("aibot_subscribe", ask, "doctor", cancel) switch
            {
                WeComAnswer.Done => new Finding(true, "WeCom: the bot's connection opens, and its id and secret are good."),
                WeComAnswer.Refused { Code: 853000 } => new Finding(false, "WeCom refuses the bot's id or secret (853000). The secret is shown once; a new one ends the old. Look at SafetyMonth:WeCom:Bot:Id and Secret, and whether the bot is set to 长连接."),
                WeComAnswer.Refused refused => new Finding(false, FormattableString.Invariant($"WeCom refuses the bot's connection ({refused.Code}). In corporations of more than 1000 people an administrator must allow it under API 模式管理.")),
                _ => new Finding(false, $"WeCom's connection at {host} opened but gave no answer."),
            };
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or HttpRequestException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Finding(false, $"WeCom cannot be reached at {host} ({fault.GetType().Name}). Outgoing WebSocket (TLS, port 443) must be allowed; a proxy is set by SafetyMonth:WeCom:Proxy.");
        }
    }

    // An upload shows whether the key is good, and nothing of it is seen by anybody.
    private async Task<Finding> GroupAsync(string group, int groups, CancellationToken cancel)
    {
        var robot = options.Webhooks.FirstOrDefault(w => w.Group.Trim() == group) ?? (groups == 1 ? options.Webhooks.FirstOrDefault(w => w.Group.Length == 0) : null);
        if (robot?.Secret() is not { } key)
        {
            return options.Bot.Mode == WeComBotMode.Callback
                ? new Finding(false, $"Group “{group}”: it has no robot (消息推送), and a bot that is called cannot speak unasked: reminders do not reach it. Add one in the group's settings and set SafetyMonth:WeCom:Webhooks.")
                : new Finding(true, $"Group “{group}”: it has no robot (消息推送), so reminders name units but cannot @ anybody.");
        }

        return await api.UploadAsync($"webhook/upload_media?key={key}&type=file", "doctor.txt", "SafetyMonth doctor"u8.ToArray(), cancel) switch
        {
            WeComAnswer.Done => new Finding(true, $"Group “{group}”: its robot can write."),
            WeComAnswer.Refused { Code: 93000 } => new Finding(false, $"Group “{group}”: its robot was removed or has another address (93000). Copy the address anew from the group's settings."),
            WeComAnswer.Refused refused => new Finding(false, FormattableString.Invariant($"Group “{group}”: its robot is refused ({refused.Code}).")),
            WeComAnswer.Silent silent => new Finding(false, $"Group “{group}”: {Unreached(silent)}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Finding> AppAsync(CancellationToken cancel)
    {
        using var tokens = new WeComTokens(api, options);
        return await tokens.CallAsync(token => api.GetAsync($"getcallbackip?access_token={token}", cancel), cancel) switch
        {
            WeComAnswer.Done => new Finding(true, options.App.Hears ? $"WeCom: the application's keys are good; it is called at {publicUrl}/wecom/app." : "WeCom: the application's keys are good; it speaks and does not hear."),
            WeComAnswer.Refused { Code: WeComCodes.UntrustedAddress } no => new Finding(false, $"WeCom does not trust this machine's address {no.From} (60020). Enter it in the application's settings under 企业可信IP; that is open once 接收消息 or a trusted domain is set."),
            WeComAnswer.Refused { Code: 40013 } => new Finding(false, "WeCom does not know the corporation (40013). Look at SafetyMonth:WeCom:App:CorpId (我的企业 → 企业ID)."),
            WeComAnswer.Refused { Code: 40001 or 40091 } no => new Finding(false, FormattableString.Invariant($"WeCom refuses the application's secret ({no.Code}). Look at SafetyMonth:WeCom:App:Secret.")),
            WeComAnswer.Refused no => new Finding(false, FormattableString.Invariant($"WeCom refuses the application ({no.Code}).")),
            WeComAnswer.Silent silent => new Finding(false, $"WeCom's application: {Unreached(silent)}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private string Unreached(WeComAnswer.Silent silent) => $"WeCom cannot be reached at {new Uri(options.ApiUrl).Authority} ({silent.Kind}). A proxy is set by SafetyMonth:WeCom:Proxy, another host by SafetyMonth:WeCom:ApiUrl.";
}

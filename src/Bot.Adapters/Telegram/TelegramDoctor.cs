using System.Globalization;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Telegram;

/// <summary>Something looked at, and what to do where it is not as it should be.</summary>
/// <param name="IsWell">Whether it is.</param>
/// <param name="Words">What was seen, in plain words.</param>
internal sealed record Finding(bool IsWell, string Words);

/// <summary>Looks whether Telegram can be used: the way there, the token, how updates come, and whether each bound group is heard. Changes nothing.</summary>
internal sealed class TelegramDoctor(TelegramApi api, TelegramOptions options, Store store)
{
    /// <summary>Everything that was looked at.</summary>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        if (await api.MeAsync(cancel) is var me && me is not TelegramAnswer<TelegramUser>.Done known) return [Way(me)];
        List<Finding> findings = [new(true, $"Telegram: the token is @{known.Result.Username}'s; privacy mode is {(known.Result.CanReadAllGroupMessages ? "off" : "on")}.")];
        findings.Add(await UpdatesAsync(cancel));
        var groups = await store.ReadAsync(
            db => db.Groups.Where(g => g.Platform == Platform.Telegram && g.ChatId != null && g.BoundAt != null && g.UnboundAt == null)
                .OrderBy(g => g.BoundAt).Select(g => new { g.ChatId, g.Name }).ToListAsync(cancel),
            cancel);
        if (groups.Count == 0) findings.Add(new Finding(true, "Telegram: no group is bound yet. Make one in the console and write its code (绑定 …) in the group."));
        foreach (var group in groups) findings.Add(await GroupAsync(group.Name, long.Parse(group.ChatId!, CultureInfo.InvariantCulture), known.Result, cancel));
        return findings;
    }

    private Finding Way(TelegramAnswer<TelegramUser> answer) => answer is TelegramAnswer<TelegramUser>.Refused { Code: 401 or 404 }
        ? new Finding(false, "Telegram refuses the token. Ask BotFather for the one in force (/token), and look at SafetyMonth:Telegram:Token or TokenFile.")
        : answer is TelegramAnswer<TelegramUser>.Silent silent
            ? new Finding(false, $"Telegram cannot be reached at {new Uri(options.ApiUrl).Authority} ({silent.Kind}). From mainland China it needs a proxy (SafetyMonth:Telegram:Proxy) or a Bot API server of your own (SafetyMonth:Telegram:ApiUrl).")
            : new Finding(false, FormattableString.Invariant($"Telegram answers {((TelegramAnswer<TelegramUser>.Refused)answer).Code}."));

    private async Task<Finding> UpdatesAsync(CancellationToken cancel)
    {
        if (await api.WebhookAsync(cancel) is not TelegramAnswer<TelegramWebhookInfo>.Done { Result: var info }) return new Finding(false, "Telegram does not say how updates are delivered.");
        if (options.Mode == TelegramMode.Polling)
        {
            return info.Url.Length == 0
                ? new Finding(true, "Telegram: updates are asked for (polling).")
                : new Finding(false, $"Telegram sends updates to {new Uri(info.Url).Authority}: another program set a webhook for this bot. It is taken away when the program starts; a token is for one program only.");
        }

        if (info.Url != options.WebhookUrl.TrimEnd('/') + TelegramSetup.Path) return new Finding(false, "Telegram: the webhook is not set to this program's address yet. It is set when the program starts.");
        return info.LastErrorMessage is { Length: > 0 } last && info.PendingUpdateCount > 0
            ? new Finding(false, FormattableString.Invariant($"Telegram cannot deliver to the webhook, {info.PendingUpdateCount} updates wait: {last}. The address must be reachable by HTTPS on port 443, 80, 88 or 8443 with a complete certificate."))
            : new Finding(true, "Telegram: updates are sent to the webhook.");
    }

    private async Task<Finding> GroupAsync(string name, long chat, TelegramUser me, CancellationToken cancel)
    {
        switch (await api.MemberAsync(chat, me.Id, cancel))
        {
            case TelegramAnswer<TelegramMember>.Done { Result: { IsIn: true } standing }:
                return standing.IsAdmin || me.CanReadAllGroupMessages
                    ? new Finding(true, $"Group “{name}”: the bot hears everything.")
                    : new Finding(false, $"Group “{name}”: the bot hears only commands and replies, because privacy mode is on and it is no admin there. Make it an admin (no rights needed), or switch privacy mode off (BotFather, /setprivacy, Disable) and then remove it from the group and add it again.");
            case TelegramAnswer<TelegramMember>.Silent silent:
                return new Finding(false, $"Group “{name}”: Telegram did not say ({silent.Kind}).");
            default:
                return new Finding(false, $"Group “{name}”: the bot is not in it any more. Add it again.");
        }
    }
}

using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.WeCom;

/// <summary>Step 12 on WeCom: finds the way a message can go (the group's robot, the bot, the application), and goes it.</summary>
internal sealed class WeComSender(
    WeComApi api, WeComOptions options, WeComTokens tokens, WeComLine line, WeComReplyWay replies, WeComWebhooks webhooks, WeComMentions mentions, WeComChats chats,
    WeComNotices notices, WeComLessons lessons, IOutgoingFiles files, ILogger<WeComSender> log) : ISender
{
    /// <summary>The bot is not in the group.</summary>
    public const string Left = "left";

    /// <summary>A bot called by WeCom cannot speak unasked, and there is no other way.</summary>
    public const string NoWay = "no-way";

    /// <summary>The person has not written to the bot yet.</summary>
    public const string NeverSpoken = "never-spoken";

    public const string LeftNotice = "有一个企业微信群把助手移出了（或停用了）：那里说的话不再听得到，要发的提醒也停了。重新加进群并@它说句话就恢复；这期间没发出的在后台“未送达”里，可以再发。";
    public const string NoRobotNotice = "有一个企业微信群的消息推送机器人被移除或换了地址：提醒改由助手发，但@不了人。请在群设置里重新添加，把新地址写进设置 SafetyMonth:WeCom:Webhooks。";

    public Platform Platform => Platform.WeCom;

    // WeCom has no key by which it would know a message again.
    public bool KnowsRepeats => false;

    /// <summary>Twenty a minute through a robot, thirty a minute and a thousand an hour through the bot (documents 91770, 101463): a little below each.</summary>
    public IReadOnlyList<PaceDraw> Draws(OutgoingMessage message)
    {
        var isByRobot = IsUnasked(message) && webhooks.HasAny && !PrivateChats.Is(message.Chat);
        var longest = isByRobot ? WeComText.Longest : WeComText.LongestMarkdown;
        var count = Math.Max(1, (System.Text.Encoding.UTF8.GetByteCount(message.Text) + longest - 1) / longest) + message.Files.Count + (message.Buttons.Count > 0 ? 1 : 0);
        return isByRobot
            ? [PaceDraw.AtMost($"wecom robot {message.Chat.Id}", 19, TimeSpan.FromMinutes(1), count)]
            : [PaceDraw.AtMost($"wecom {message.Chat.Id}", 28, TimeSpan.FromMinutes(1), count), PaceDraw.AtMost($"wecom hour {message.Chat.Id}", 980, TimeSpan.FromHours(1), count)];
    }

    /// <summary>The bot's connection is one host's; robots and applications are everybody's.</summary>
    public async Task<bool> IsHereAsync(OutgoingMessage message, CancellationToken cancel) =>
        line.IsHere || (await WaysAsync(message, cancel)).FirstOrDefault() != WeComRoute.Bot;

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (!PrivateChats.Is(message.Chat) && await chats.HasLeftAsync(message.Chat.Id, cancel)) return new SendOutcome.Refused(Left);
        var lesson = await lessons.ForAsync(message, cancel);
        var said = lesson is null ? message : message with { Text = $"{message.Text}\n{lesson}" };
        SendOutcome? outcome = null;
        foreach (var route in await WaysAsync(said, cancel))
        {
            outcome = await SendAsync(said, route, cancel);
            if (outcome is SendOutcome.Sent && lesson is not null) await chats.TaughtAsync(message.Chat.Id, cancel);
            if (outcome is not null) return outcome;
        }

        return outcome ?? new SendOutcome.Refused(NoWay);
    }

    private static bool IsUnasked(OutgoingMessage message) => message.Quotes is null;

    // What must reach people by name goes through the robot, what answers goes where it was asked, what is personal through the application.
    private async Task<IReadOnlyList<WeComRoute>> WaysAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var ways = new List<WeComRoute>();
        var other = PrivateChats.Is(message.Chat) ? (options.App.IsOn ? WeComRoute.App : (WeComRoute?)null) : await webhooks.KeyAsync(message.Chat, cancel) is not null ? WeComRoute.Robot : null;
        var isOfApp = message.Quotes?.StartsWith(WeComAppMessages.Prefix, StringComparison.Ordinal) == true;
        var bot = options.Bot.Mode == WeComBotMode.Connection || (options.Bot.Mode == WeComBotMode.Callback && message.Quotes is { } asked && await replies.CanAsync(asked, cancel)) ? WeComRoute.Bot : (WeComRoute?)null;

        // A callback's answer carries no files.
        var otherFirst = IsUnasked(message) || isOfApp || (options.Bot.Mode == WeComBotMode.Callback && message.Files.Count > 0);
        foreach (var way in otherFirst ? [other, bot] : (WeComRoute?[])[bot, other])
        {
            if (way is { } one) ways.Add(one);
        }

        return ways;
    }

    // Null: by this way it cannot go; another may do.
    private async Task<SendOutcome?> SendAsync(OutgoingMessage message, WeComRoute route, CancellationToken cancel)
    {
        if (route == WeComRoute.Bot && options.Bot.Mode == WeComBotMode.Callback) return await ReplyAsync(message, cancel);
        if (route == WeComRoute.Bot && !await chats.HasSpokenAsync(message.Chat, cancel)) return await UnreachedAsync(message, cancel);
        IWeComWay way = route switch
        {
            WeComRoute.Robot => new WeComWebhookWay(api, (await webhooks.KeyAsync(message.Chat, cancel))!, await mentions.OfAsync(message, cancel)),
            WeComRoute.App => new WeComAppWay(api, tokens, options, WeComMessages.Id(message.Chat), log),
            _ => new WeComSocketWay(line.Connection!),
        };
        var parts = WeComLetter.Of(message, await ContentsAsync(message, cancel), way);
        var sent = parts.Count > 1 ? await chats.PartsAsync(message.Key, cancel) : [];
        for (var at = 0; at < parts.Count; at++)
        {
            if (sent.Contains(at)) continue;
            var answer = await way.PostAsync(message, parts[at], cancel);
            if (answer is not WeComAnswer.Done) return await OutcomeAsync(message, route, answer, cancel);
            if (parts.Count > 1) await chats.PartAsync(message.Key, at, cancel);
        }

        return new SendOutcome.Sent("");
    }

    private async Task<SendOutcome?> ReplyAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var text = WeComLetter.Text(message, await ContentsAsync(message, cancel));
        return await replies.SendAsync(message.Quotes!, text, cancel) switch
        {
            null => null,
            WeComAnswer.Done => new SendOutcome.Sent(""),
            var answer => await OutcomeAsync(message, WeComRoute.Bot, answer, cancel),
        };
    }

    private async Task<IReadOnlyList<(OutgoingFile, OutgoingContent)>> ContentsAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var contents = new List<(OutgoingFile, OutgoingContent)>();
        foreach (var file in message.Files) contents.Add((file, await files.OpenAsync(message.Chat, file, cancel)));
        return contents;
    }

    private async Task<SendOutcome?> OutcomeAsync(OutgoingMessage message, WeComRoute route, WeComAnswer answer, CancellationToken cancel)
    {
        if (answer is WeComAnswer.Silent silent)
        {
            // Whether a reminder arrived is not known: said twice it is worse than not at all. Everything else is said again.
            return silent.MayBeDone && message.Kind is (OutgoingKind.Reminder or OutgoingKind.Thanks)
                ? new SendOutcome.Refused("unknown")
                : new SendOutcome.RetryLater(TimeSpan.Zero, silent.Kind, silent.MayBeDone ? SendTrouble.NoAnswer : SendTrouble.Platform);
        }

        var code = ((WeComAnswer.Refused)answer).Code;
        if (!WeComCodes.IsGone(code) || PrivateChats.Is(message.Chat)) return WeComCodes.Outcome(code);
        if (route == WeComRoute.Robot)
        {
            await notices.TellAdminsAsync(message.Chat, FormattableString.Invariant($"wc-robot-{message.Chat.Id}-{TimeProvider.System.GetUtcNow():yyyyMMdd}"), NoRobotNotice, cancel);
            return null;
        }

        if (await chats.LeaveAsync(message.Chat.Id, cancel)) await notices.TellAdminsAsync(message.Chat, $"wc-left-{message.Chat.Id}-{message.Key}", LeftNotice, cancel);
        return new SendOutcome.Refused(Left);
    }

    private async Task<SendOutcome?> UnreachedAsync(OutgoingMessage message, CancellationToken cancel)
    {
        await notices.InviteAsync(message, cancel);
        return new SendOutcome.Refused(NeverSpoken);
    }
}

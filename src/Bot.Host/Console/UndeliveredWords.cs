namespace Bot.Host.Console;

/// <summary>Why a message could not be delivered, and what can be done, in the console's words.</summary>
internal static class UndeliveredWords
{
    /// <summary>The reason behind a parking code; a code without words of its own is shown as it is.</summary>
    public static string Of(string code) => code switch
    {
        "no-sender" => "这个平台没有接好：请运维检查平台设置",
        "left" => "机器人被移出了群：重新拉进群后可以再发",
        "no-rights" => "机器人在群里不能发言：请群主允许后再发",
        "chat-not-found" => "群已解散，或对方注销",
        "unreachable" => "对方还没有和机器人私聊过，或已屏蔽：请对方先给机器人发一句话",
        "too-large" => "文件超过平台的大小限制",
        "token-refused" => "平台不认机器人的密钥：请运维检查密钥设置",
        "unknown" => "发出后没有回音，不知道到了没有：没到再发",
        "timeout" => "平台一直没有回音",
        _ => $"平台没有收下（{code}）",
    };
}

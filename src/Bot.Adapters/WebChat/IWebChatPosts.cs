namespace Bot.Adapters.WebChat;

/// <summary>The conversation as the page writes it. Each call returns when the inbox row is durable.</summary>
internal interface IWebChatPosts
{
    /// <summary>A new message.</summary>
    Task<PostOutcome> PostAsync(Viewer viewer, WebPost post, CancellationToken cancel);

    /// <summary>The viewer's own message gets another text.</summary>
    Task<PostOutcome> EditAsync(Viewer viewer, string room, string id, string text, CancellationToken cancel);

    /// <summary>The viewer takes their own message back.</summary>
    Task<PostOutcome> WithdrawAsync(Viewer viewer, string room, string id, CancellationToken cancel);

    /// <summary>The viewer presses a button of a bot message.</summary>
    Task<PostOutcome> PressAsync(Viewer viewer, string room, string id, string data, CancellationToken cancel);
}

namespace Bot.Adapters.WeCom;

/// <summary>By what a message goes.</summary>
internal enum WeComRoute
{
    /// <summary>The AI bot.</summary>
    Bot = 0,

    /// <summary>The group's message-push robot.</summary>
    Robot = 1,

    /// <summary>The application of one's own.</summary>
    App = 2,
}

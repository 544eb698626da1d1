namespace Bot.Adapters.Access;

/// <summary>What a personal link opens.</summary>
internal enum LinkPurpose
{
    /// <summary>The conversation, on one device.</summary>
    Chat,

    /// <summary>The console, once, within an hour.</summary>
    Console,
}

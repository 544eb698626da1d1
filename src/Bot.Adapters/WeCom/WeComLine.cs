namespace Bot.Adapters.WeCom;

/// <summary>The bot's connection, where it has one.</summary>
internal sealed record WeComLine(WeComConnection? Connection)
{
    /// <summary>Whether a message of the bot can go from this host: others wait for the host that holds the connection.</summary>
    public bool IsHere => Connection is not { IsUp: false, IsRefused: false };
}

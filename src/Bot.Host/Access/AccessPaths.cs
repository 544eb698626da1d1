namespace Bot.Host.Access;

/// <summary>Where people come in and go out.</summary>
internal static class AccessPaths
{
    /// <summary>Who are you? In the demo a list to pick from, otherwise how to get in.</summary>
    public const string Who = "/who";

    /// <summary>A personal link to the conversation.</summary>
    public const string PersonalLink = "/i/{secret}";

    /// <summary>A one-time link to the console.</summary>
    public const string ConsoleLink = "/console/enter/{secret}";

    /// <summary>What a link into the console may name: the plan to open it at.</summary>
    public const string Plan = "plan";

    /// <summary>Why the console is closed, and how to open it.</summary>
    public const string ConsoleClosed = "/console/enter";

    public const string SignOut = "/sign-out";

    /// <summary>The policy of every page of the console.</summary>
    public const string ConsolePolicy = "console";
}

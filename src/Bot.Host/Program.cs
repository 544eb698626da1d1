using Bot.Host.Verbs;

namespace Bot.Host;

/// <summary>Picks a verb; without one, the bot runs.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var verb = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "serve";
        return Verb.RunAsync(verb, args.Length > 0 && args[0] == verb ? args[1..] : args);
    }
}

namespace Bot.Host.Verbs;

/// <summary>What the program can do from the command line.</summary>
internal static class Verb
{
    private const int Misused = 64;

    public static async Task<int> RunAsync(string verb, string[] args)
    {
        switch (verb)
        {
            case "serve":
                return await Serve.RunAsync(args, CancellationToken.None);
            default:
                await System.Console.Error.WriteLineAsync($"Unknown verb \"{verb}\". Known: serve.");
                return Misused;
        }
    }
}

using Xunit;

namespace Bot.Host.Tests.Console;

/// <summary>One running program with its owner at the console, for tests that change nothing.</summary>
public sealed class OpenConsole : IAsyncLifetime
{
    internal RunningBot Bot { get; private set; } = null!;

    internal ConsoleClient Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bot = await RunningBot.StartAsync();
        Admin = await ConsoleClient.EnterAsync(Bot, await Bot.PersonAsync("应急办管理员"));
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Bot.DisposeAsync();
    }
}

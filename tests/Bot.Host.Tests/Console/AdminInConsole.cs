using Xunit;

namespace Bot.Host.Tests.Console;

/// <summary>The real program with an admin of the office in its console.</summary>
public abstract class AdminInConsole : IAsyncLifetime
{
    private protected RunningBot bot = null!;
    private protected ConsoleClient admin = null!;

    /// <summary>Starts the program and lets the admin in.</summary>
    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
    }

    /// <summary>Stops the program.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        admin.Dispose();
        await bot.DisposeAsync();
    }
}

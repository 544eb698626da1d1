using Bot.Adapters.WebChat;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>The real program with an admin of the office and the liaison of 白塔社区 in its group.</summary>
public abstract class AdminAndLiaison : IAsyncLifetime
{
    private protected RunningBot bot = null!;
    private protected Viewer admin = null!;
    private protected Viewer liaison = null!;

    /// <summary>Starts the program and lets both in.</summary>
    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        admin = await bot.PersonAsync("应急办管理员");
        liaison = await bot.PersonAsync("白塔社区安全员");
    }

    /// <summary>Stops the program.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await bot.DisposeAsync();
    }
}

using Microsoft.Playwright;

namespace Bot.Browser.Tests.Running;

/// <summary>The machine's own Chromium and one running bot, shared by all tests that do not stop it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const float PatienceMilliseconds = 20_000;
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningBot? _bot;
    private string? _owner;

    internal IBrowser Browser => _browser ?? throw new InvalidOperationException("Not started.");

    internal RunningBot Bot => _bot ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        var executable = Find();
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args =
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        _bot = await RunningBot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>The cookies of the owner, who came in by the one-time link.</summary>
    internal async Task<string> OwnerAsync()
    {
        if (_owner is not null)
            return _owner;
        await using var context = await Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Bot.ConsoleLink.ToString());
        await page.Locator("form button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(Bot.Address, "/console").ToString());
        return _owner = await context.StorageStateAsync();
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        return found ?? throw new InvalidOperationException(
            "The browser tests need Chromium, and none is on PATH. On Debian: apt-get install chromium");
    }
}

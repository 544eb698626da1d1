using Microsoft.Playwright;

namespace Bot.Browser.Tests.Running;

/// <summary>The owner's browser with the console open. The one-time link is used by the first; the others have its cookies.</summary>
internal sealed class ConsoleWindow : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    private ConsoleWindow(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the page's console so far: none is normal.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens a page of the console.</summary>
    public static async Task<ConsoleWindow> OpenAsync(Chromium chromium, string path, BrowserNewContextOptions? how = null)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions(how ?? ChatWindow.Desktop) { StorageState = await chromium.OwnerAsync() });
        var window = new ConsoleWindow(await context.NewPageAsync());
        await window.GoAsync(chromium, path);
        return window;
    }

    /// <summary>Goes to another page.</summary>
    public Task GoAsync(Chromium chromium, string path) => Page.GotoAsync(new Uri(chromium.Bot.Address, path).ToString());

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}

using Microsoft.Playwright;

namespace Bot.Browser.Tests.Running;

/// <summary>A person's browser with the chat open. Whatever the page's console complains of is collected.</summary>
internal sealed class ChatWindow : IAsyncDisposable
{
    /// <summary>A phone in the hand.</summary>
    public static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 390, Height = 844 },
        DeviceScaleFactor = 2,
        IsMobile = true,
        HasTouch = true,
        Locale = "zh-CN",
    };

    /// <summary>A clerk's screen.</summary>
    public static readonly BrowserNewContextOptions Desktop = new()
    {
        ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        Locale = "zh-CN",
    };

    private readonly List<string> _complaints = [];

    private ChatWindow(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the page's console so far: none is normal.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Text => Page.Locator("#text");
    public ILocator Refusal => Page.Locator("#refusal");
    public ILocator Notice => Page.Locator("#notice");
    public ILocator Entries => Page.Locator("#entries > .entry");
    public ILocator Pending => Page.Locator("#pending > .entry");
    public ILocator Previews => Page.Locator("#previews > .preview");

    /// <summary>Opens the page and picks who one is.</summary>
    public static async Task<ChatWindow> OpenAsync(Chromium chromium, string person, BrowserNewContextOptions? how = null, RunningBot? bot = null)
    {
        var context = await chromium.Browser.NewContextAsync(how ?? Desktop);
        var window = new ChatWindow(await context.NewPageAsync());
        await window.Page.GotoAsync((bot ?? chromium.Bot).Address.ToString());
        await window.PickAsync(person);
        return window;
    }

    /// <summary>Another window of the same browser.</summary>
    public async Task<ChatWindow> OpenAnotherAsync()
    {
        var another = new ChatWindow(await Page.Context.NewPageAsync());
        await another.Page.GotoAsync(Page.Url);
        await another.ReadyAsync();
        return another;
    }

    public async Task PickAsync(string person)
    {
        await Page.Locator(".people button", new PageLocatorOptions { Has = Page.Locator($".who:text-is('{person}')") }).ClickAsync();
        await ReadyAsync();
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    /// <summary>The page is there and, where scripts run, so are they.</summary>
    private Task ReadyAsync() => Assertions.Expect(Page.Locator("html[data-ready], html:not(.js)").Locator("#compose")).ToBeVisibleAsync();

    public async Task SayAsync(string text)
    {
        await Text.FillAsync(text);
        await Page.Locator("#send").ClickAsync();
    }

    /// <summary>The bubbles whose text holds these words.</summary>
    public ILocator Bubble(string words) =>
        Page.Locator("#entries > .entry", new PageLocatorOptions { Has = Page.Locator(".text", new PageLocatorOptions { HasText = words }) });

    /// <summary>What the bot said in answer to a bubble with these words.</summary>
    public ILocator AnswerTo(string words) =>
        Page.Locator("#entries > .entry.bot", new PageLocatorOptions { Has = Page.Locator(".quote", new PageLocatorOptions { HasText = words }) });

    public async Task ChooseAsync(ILocator bubble, string what)
    {
        await bubble.HoverAsync();
        await bubble.Locator(".more").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = what, Exact = true }).ClickAsync();
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}

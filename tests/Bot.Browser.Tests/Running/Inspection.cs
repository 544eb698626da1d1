using System.Text.Json;
using Microsoft.Playwright;

namespace Bot.Browser.Tests.Running;

/// <summary>What assistive technology and eyes get of a page.</summary>
internal static class Inspection
{
    private static readonly HashSet<string> Controls =
    [
        "button", "link", "textbox", "menuitem", "DisclosureTriangle", "DateTime", "Date", "Time", "InputTime", "spinbutton", "checkbox", "combobox", "dialog", "log",
        "navigation", "progressbar", "image", "region",
    ];

    /// <summary>Chromium's own accessibility tree.</summary>
    public static async Task<IReadOnlyList<AxNode>> TreeAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Accessibility.enable");
        var answer = await session.SendAsync("Accessibility.getFullAXTree") ?? throw new InvalidOperationException("No accessibility tree.");
        return [.. answer.GetProperty("nodes").EnumerateArray()
            .Where(n => !n.GetProperty("ignored").GetBoolean())
            .Select(n => new AxNode(Value(n, "role"), Value(n, "name")))];

        static string Value(JsonElement node, string property) =>
            node.TryGetProperty(property, out var value) && value.TryGetProperty("value", out var text) ? text.ToString().Trim() : "";
    }

    /// <summary>The roles of controls and landmarks nobody could call by a name.</summary>
    public static IEnumerable<string> Nameless(IReadOnlyList<AxNode> nodes) => nodes.Where(n => Controls.Contains(n.Role) && n.Name.Length == 0).Select(n => n.Role);

    /// <summary>Text that does not stand out from its ground, with its contrast.</summary>
    public static Task<string[]> WeakTextAsync(IPage page) => page.EvaluateAsync<string[]>(
            """
            () => {
              const rgba = (text) => (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number).concat(1).slice(0, 4);
              const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
              const light = ([r, g, b]) => {
                const [x, y, z] = [r, g, b].map((c) => ((c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
                return 0.2126 * x + 0.7152 * y + 0.0722 * z;
              };
              const ground = (element) => {
                const own = rgba(getComputedStyle(element).backgroundColor);
                return own[3] === 1 ? own : over(own, element.parentElement ? ground(element.parentElement) : [255, 255, 255, 1]);
              };
              const weak = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.closest("script, template, noscript, button:disabled")) continue;
                const back = ground(element);
                const [one, two] = [light(over(rgba(getComputedStyle(element).color), back)), light(back)];
                const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
                const large = parseFloat(getComputedStyle(element).fontSize) >= 24;
                if (contrast < (large ? 3 : 4.5)) weak.push(`${contrast.toFixed(2)} ${walker.currentNode.textContent.trim().slice(0, 20)}`);
              }
              return weak;
            }
            """);
}

/// <summary>A node of the accessibility tree.</summary>
internal sealed record AxNode(string Role, string Name);

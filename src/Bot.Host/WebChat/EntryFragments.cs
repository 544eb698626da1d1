using Bot.Adapters.WebChat;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Bot.Host.WebChat;

/// <summary>Bubbles as markup, by the same components as the page, for what is sent while it is open.</summary>
internal sealed class EntryFragments(IServiceProvider services, ILoggerFactory logs)
{
    public async Task<string> RenderAsync(Viewer viewer, string room, IReadOnlyList<ChatEntry> entries)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(EntryList.Entries)] = entries,
                [nameof(EntryList.Viewer)] = viewer,
                [nameof(EntryList.Room)] = room,
            });
            var root = await renderer.RenderComponentAsync<EntryList>(parameters);
            return root.ToHtmlString();
        });
    }
}

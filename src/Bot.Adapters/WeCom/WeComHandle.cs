namespace Bot.Adapters.WeCom;

/// <summary>How a photo or file is fetched: by an address with its own key or the callback's, or by an application's media id.</summary>
/// <param name="Url">The address; null: by <paramref name="MediaId"/>.</param>
/// <param name="Key">The address's own key; null: the callback's.</param>
/// <param name="MediaId">An application's media id; null: by the address.</param>
internal sealed record WeComHandle(string? Url, string? Key, string? MediaId)
{
    private const string App = "app|";

    /// <summary>The handle of a bot's file.</summary>
    public static string Of(string url, string? key) => $"{key}|{url}";

    /// <summary>The handle of an application's file.</summary>
    public static string Of(string mediaId) => App + mediaId;

    /// <summary>Reads a handle.</summary>
    public static WeComHandle Read(string handle)
    {
        if (handle.StartsWith(App, StringComparison.Ordinal)) return new WeComHandle(null, null, handle[App.Length..]);
        var bar = handle.IndexOf('|', StringComparison.Ordinal);
        return new WeComHandle(handle[(bar + 1)..], bar > 0 ? handle[..bar] : null, null);
    }
}

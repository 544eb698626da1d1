namespace Bot.Adapters.WeCom;

/// <summary>Where photos and files are fetched from, and with which key they are opened.</summary>
internal sealed class WeComMediaSource(WeComApi api, WeComOptions options, WeComTokens tokens)
{
    // What WeCom itself lets through.
    private const int Largest = 100 << 20;

    private readonly WeComCrypto? callbacks = options.Bot.Mode == WeComBotMode.Callback ? options.Bot.Crypto() : null;

    /// <summary>The file, opened.</summary>
    public async Task<WeComDownload> FetchAsync(WeComHandle handle, CancellationToken cancel)
    {
        if (handle.MediaId is { } media) return await tokens.DownloadAsync(token => $"media/get?access_token={token}&media_id={Uri.EscapeDataString(media)}", Largest, cancel);
        var fetched = await api.DownloadAsync(handle.Url!, Largest, cancel);
        if (fetched is not WeComDownload.File file) return fetched;

        // Nothing comes unencrypted: what cannot be opened is the store's page about an address that has run out.
        var opened = handle.Key is { } own ? WeComCrypto.Key(own) is { } key ? WeComCrypto.OpenMedia(file.Content, key) : null : callbacks?.OpenMedia(file.Content);
        return opened is null ? new WeComDownload.Gone("not-decrypted") : file with { Content = opened };
    }
}

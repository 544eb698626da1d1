namespace Bot.Adapters.WeCom;

/// <summary>
/// The application's access token: asked for by one at a time, kept until five minutes before its end, and once more where WeCom
/// says that it has run out.
/// </summary>
internal sealed class WeComTokens(WeComApi api, WeComOptions options) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1, 1);
    private Held? held;

    /// <summary>Does a call with the token, and once more with a new one where it had run out.</summary>
    public async Task<WeComAnswer> CallAsync(Func<string, Task<WeComAnswer>> call, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var (token, fault) = await TakeAsync(cancel);
            if (token is null) return fault!;
            var answer = await call(token.Value);
            if (tries > 1 || answer is not WeComAnswer.Refused refused || !WeComCodes.IsToken(refused.Code)) return answer;
            Interlocked.CompareExchange(ref held, null, token);
        }
    }

    /// <summary>Fetches a file with the token, and once more with a new one where it had run out.</summary>
    public async Task<WeComDownload> DownloadAsync(Func<string, string> path, int most, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var (token, fault) = await TakeAsync(cancel);
            if (token is null) return fault is WeComAnswer.Refused no ? new WeComDownload.Refused(no.Code) : new WeComDownload.Later("no-token");
            var file = await api.DownloadAsync(path(token.Value), most, cancel);
            if (tries > 1 || file is not WeComDownload.Refused refused || !WeComCodes.IsToken(refused.Code)) return file;
            Interlocked.CompareExchange(ref held, null, token);
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<(Held? Token, WeComAnswer? Fault)> TakeAsync(CancellationToken cancel)
    {
        if (Current() is { } current) return (current, null);
        await one.WaitAsync(cancel);
        try
        {
            if (Current() is { } other) return (other, null);
            var asked = TimeProvider.System.GetTimestamp();
            var answer = await api.GetAsync($"gettoken?corpid={Uri.EscapeDataString(options.App.CorpId)}&corpsecret={Uri.EscapeDataString(options.App.AppSecret() ?? "")}", cancel);
            if (answer is not WeComAnswer.Done { Result: { AccessToken: { Length: > 0 } token } result }) return (null, answer is WeComAnswer.Done ? new WeComAnswer.Silent("no-token", false) : answer);
            return (held = new Held(token, asked, TimeSpan.FromSeconds(result.ExpiresIn)), null);
        }
        finally
        {
            one.Release();
        }
    }

    private Held? Current() => Volatile.Read(ref held) is { } token && TimeProvider.System.GetElapsedTime(token.At) < token.Life - Margin ? token : null;

    private sealed record Held(string Value, long At, TimeSpan Life);
}

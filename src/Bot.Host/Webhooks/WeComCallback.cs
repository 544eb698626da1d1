using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Wire;
using Bot.Adapters.WeCom;
using Bot.Host.Limits;

namespace Bot.Host.Webhooks;

/// <summary>Step 1 with a public address on WeCom: verify, open, store, then 200. What is not WeCom's is turned away unread.</summary>
internal static class WeComCallback
{
    /// <summary>Where the AI bot is called.</summary>
    public const string BotPath = "/wecom/bot";

    /// <summary>Where the application is called.</summary>
    public const string AppPath = "/wecom/app";

    private const int LargestCallback = 512 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    public static WebApplication MapWeComCallbacks(this WebApplication app, BotOptions options)
    {
        if (options.WeCom.Bot.Mode == WeComBotMode.Callback)
        {
            var crypto = options.WeCom.Bot.Crypto();
            app.MapGet(BotPath, (HttpContext context) => Verify(context, crypto)).WithLimits(RateLimits.Platforms, LargestCallback);
            app.MapPost(BotPath, (HttpContext context, WeComCallbacks callbacks, ILogger<WeComCallbacks> log, CancellationToken cancel) => BotAsync(context, crypto, callbacks, log, cancel))
                .WithLimits(RateLimits.Platforms, LargestCallback);
        }

        if (options.WeCom.App.Hears)
        {
            var crypto = options.WeCom.App.Crypto();
            app.MapGet(AppPath, (HttpContext context) => Verify(context, crypto)).WithLimits(RateLimits.Platforms, LargestCallback);
            app.MapPost(AppPath, (HttpContext context, WeComArrivals arrivals, ILogger<WeComCallbacks> log, CancellationToken cancel) => AppAsync(context, crypto, arrivals, log, cancel))
                .WithLimits(RateLimits.Platforms, LargestCallback);
        }

        return app;
    }

    // The bare bytes of what was encrypted: no quotes, no mark, no line end.
    private static IResult Verify(HttpContext context, WeComCrypto crypto) => Open(context, crypto, context.Request.Query["echostr"].ToString()) is WeComOpened.Message message
        ? Results.Bytes(Encoding.UTF8.GetBytes(message.Text), "text/plain") : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static async Task<IResult> BotAsync(HttpContext context, WeComCrypto crypto, WeComCallbacks callbacks, ILogger<WeComCallbacks> log, CancellationToken cancel)
    {
        if (Json(await BodyAsync(context, cancel), WeComJson.Default.WeComEnvelope) is not { Encrypt: { Length: > 0 } encrypt }) return TurnAway(log, WeComOpened.BadEnvelope);
        var opened = Open(context, crypto, encrypt);
        if (opened is WeComOpened.Refused refused) return TurnAway(log, refused.Code);
        if (Json(((WeComOpened.Message)opened).Text, WeComJson.Default.WeComSaid) is not { } said) return TurnAway(log, WeComOpened.BadEnvelope);
        if (await callbacks.AnswerAsync(said, cancel) is not { } answer) return Results.Ok();
        var (nonce, now) = (context.Request.Query["nonce"].ToString(), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var closed = crypto.Encrypt(PlatformForm.Json(answer));
        var envelope = new JsonObject { ["encrypt"] = closed, ["msgsignature"] = crypto.Sign(now.ToString(CultureInfo.InvariantCulture), nonce, closed), ["timestamp"] = now, ["nonce"] = nonce };
        return Results.Text(PlatformForm.Json(envelope), "application/json", Encoding.UTF8);
    }

    private static async Task<IResult> AppAsync(HttpContext context, WeComCrypto crypto, WeComArrivals arrivals, ILogger<WeComCallbacks> log, CancellationToken cancel)
    {
        if (WeComAppMessages.Encrypted(await BodyAsync(context, cancel)) is not { Length: > 0 } encrypt) return TurnAway(log, WeComOpened.BadEnvelope);
        var opened = Open(context, crypto, encrypt);
        if (opened is WeComOpened.Refused refused) return TurnAway(log, refused.Code);
        await arrivals.TakeAsync(arrivals.Read(((WeComOpened.Message)opened).Text), cancel);
        return Results.Ok();
    }

    // An old callback is somebody's copy; what came a moment ago and comes again is known by its message's id.
    private static WeComOpened Open(HttpContext context, WeComCrypto crypto, string encrypt)
    {
        var query = context.Request.Query;
        var stamp = query["timestamp"].ToString();
        var opened = crypto.Open(query["msg_signature"].ToString(), stamp, query["nonce"].ToString(), encrypt);
        if (opened is WeComOpened.Refused || HttpMethods.IsGet(context.Request.Method)) return opened;
        return long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - seconds) is var age && Math.Abs(age) <= Skew.TotalSeconds
            ? opened : new WeComOpened.Refused(WeComOpened.WrongSignature);
    }

    // Whatever it calls itself.
    private static async Task<string> BodyAsync(HttpContext context, CancellationToken cancel)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }

    private static T? Json<T>(string text, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult TurnAway(ILogger log, int code)
    {
        WeComLog.TurnedAway(log, code);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}

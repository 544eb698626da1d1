using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Adapters.Telegram;
using Bot.Host.Limits;

namespace Bot.Host.Webhooks;

/// <summary>Step 1 with a public address: verify, store, then 200. Anything else, and Telegram sends it again.</summary>
internal static class TelegramWebhook
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    // An album of long captions is far below; what is not Telegram's is not read.
    private const int LargestUpdate = 512 * 1024;

    public static WebApplication MapTelegramWebhook(this WebApplication app, BotOptions options)
    {
        if (options.Telegram is not { IsOn: true, Mode: TelegramMode.Webhook }) return app;
        var secret = Encoding.UTF8.GetBytes(TelegramSetup.WebhookSecret(options.Telegram));
        app.MapPost(TelegramSetup.Path, (HttpContext context, TelegramArrivals arrivals, TelegramSetup setup, CancellationToken cancel) => TakeAsync(context, secret, arrivals, setup, cancel))
            .WithLimits(RateLimits.Platforms, LargestUpdate);
        return app;
    }

    private static async Task<IResult> TakeAsync(HttpContext context, byte[] secret, TelegramArrivals arrivals, TelegramSetup setup, CancellationToken cancel)
    {
        var shown = Encoding.UTF8.GetBytes(context.Request.Headers[SecretHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(shown, secret)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (setup.Me is not { } me) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        TelegramUpdate? update;
        try
        {
            update = await context.Request.ReadFromJsonAsync(TelegramJson.Default.TelegramUpdate, cancel);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (update is not null) await arrivals.TakeAsync(update, me, cancel);
        return Results.Ok();
    }
}

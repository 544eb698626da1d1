using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Bot.Adapters.Telegram;

/// <summary>The Telegram bot, in the settings' section <c>SafetyMonth:Telegram</c>. Without a token there is none.</summary>
internal sealed partial class TelegramOptions : IValidatableObject
{
    /// <summary>The token BotFather gave (<c>123456:ABC-…</c>); from the environment (<c>SafetyMonth__Telegram__Token</c>) rather than a settings file.</summary>
    [StringLength(200)]
    public string Token { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="Token"/>.</summary>
    public string TokenFile { get; set; } = "";

    /// <summary>How updates come: asked for, or sent to <see cref="WebhookUrl"/>.</summary>
    [EnumDataType(typeof(TelegramMode))]
    public TelegramMode Mode { get; set; } = TelegramMode.Polling;

    /// <summary>Where the program is reached by Telegram, without path: HTTPS on port 443, 80, 88 or 8443. Empty: as <c>SafetyMonth:PublicUrl</c>.</summary>
    [RegularExpression(@"^(https?://[^\s/?#@]+)?$")]
    public string WebhookUrl { get; set; } = "";

    /// <summary>Where the Bot API answers: Telegram's own, or a server of one's own.</summary>
    [Required, RegularExpression(@"^https?://[^\s?#@]+$")]
    public string ApiUrl { get; set; } = "https://api.telegram.org";

    /// <summary>Whether that server runs with <c>--local</c> on this machine: files lie on its disk, of any size.</summary>
    public bool LocalFiles { get; set; }

    /// <summary>A proxy on the way there: <c>http://host:port</c> or <c>socks5://host:port</c>. Empty: as the environment says.</summary>
    [RegularExpression(@"^((http|https|socks5)://[^\s/]+/?)?$")]
    public string Proxy { get; set; } = "";

    /// <summary>Whether a receipt that has nothing to say beyond itself is a 👌 under the report instead of a message.</summary>
    public bool QuietReceipts { get; set; } = true;

    /// <summary>How long one question for updates is held open.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:50")]
    public TimeSpan PollWait { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>How long to wait after the connection failed or another program polled with the same token.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan PauseAfterFailure { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether there is a bot at all.</summary>
    public bool IsOn => Token.Length > 0 || TokenFile.Length > 0;

    /// <summary>The token; null: its file cannot be read.</summary>
    public string? Secret() => TokenFile.Length == 0 ? Token : SecretFile.Read(TokenFile);

    /// <summary>What one property cannot tell alone.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn) yield break;
        if (Token.Length > 0 && TokenFile.Length > 0) yield return new ValidationResult("SafetyMonth:Telegram: give Token or TokenFile, not both.", [nameof(TokenFile)]);
        else if (Secret() is not { Length: > 0 } secret) yield return new ValidationResult("SafetyMonth:Telegram:TokenFile cannot be read, or is empty.", [nameof(TokenFile)]);
        else if (!TokenShape().IsMatch(secret)) yield return new ValidationResult("SafetyMonth:Telegram: the token is not one; BotFather's look like 123456:ABC-DEF…", [nameof(Token)]);
    }

    [GeneratedRegex("^[0-9]{1,20}:[A-Za-z0-9_-]{8,100}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex TokenShape();
}

/// <summary>How updates come.</summary>
internal enum TelegramMode
{
    /// <summary>Asked for in a long poll: needs no public address.</summary>
    Polling = 0,

    /// <summary>Sent by Telegram to a public HTTPS address.</summary>
    Webhook = 1,
}

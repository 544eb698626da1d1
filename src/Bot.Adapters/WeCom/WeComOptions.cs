using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.WeCom;

/// <summary>WeCom (企业微信), in the settings' section <c>SafetyMonth:WeCom</c>. Without a bot's or an application's keys there is none.</summary>
internal sealed class WeComOptions : IValidatableObject
{
    /// <summary>Where WeCom's calls are answered; another where WeCom is deployed privately.</summary>
    [Required, RegularExpression(@"^https?://[^\s?#@]+$")]
    public string ApiUrl { get; set; } = "https://qyapi.weixin.qq.com";

    /// <summary>Where bots connect to; another where WeCom is deployed privately.</summary>
    [Required, RegularExpression(@"^wss?://[^\s?#@]+$")]
    public string SocketUrl { get; set; } = "wss://openws.work.weixin.qq.com";

    /// <summary>From where photos and files may be fetched: the end of a host's name (<c>.qq.com</c>), or a whole origin (<c>https://media.example.org</c>). Given ones come beside WeCom's own.</summary>
    public IList<string> MediaHosts { get; } = [".myqcloud.com", ".qq.com", ".qpic.cn"];

    /// <summary>A proxy on the way out: <c>http://host:port</c> or <c>socks5://host:port</c>. Empty: as the environment says.</summary>
    [RegularExpression(@"^((http|https|socks5)://[^\s/]+/?)?$")]
    public string Proxy { get; set; } = "";

    /// <summary>The AI bot (智能机器人).</summary>
    [ValidateObjectMembers]
    public WeComBotOptions Bot { get; set; } = new();

    /// <summary>The groups' message-push robots (消息推送), which alone can name people with @.</summary>
    public IList<WeComWebhookOptions> Webhooks { get; } = [];

    /// <summary>The application of one's own (自建应用), for personal reminders.</summary>
    [ValidateObjectMembers]
    public WeComAppOptions App { get; set; } = new();

    /// <summary>How long to wait after the connection failed; it doubles up to thirty times as long, at most 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PauseAfterFailure { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a callback is held open for its answer; WeCom gives up after 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:04.500")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(3.5);

    /// <summary>Whether there is a bot or an application at all.</summary>
    public bool IsOn => Bot.IsOn || App.IsOn;

    /// <summary>What one property cannot tell alone.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [.. Bot.Faults(), .. App.Faults(), .. Webhooks.SelectMany(w => w.Faults())];

    /// <summary>A secret given itself or by the file that holds it; null: by both, or not to be read.</summary>
    internal static string? Secret(string value, string file) => file.Length == 0 ? value : value.Length > 0 ? null : SecretFile.Read(file);

    internal static ValidationResult Fault(string where, string what) => new($"SafetyMonth:WeCom:{where}: {what}", [where]);
}

using System.ComponentModel.DataAnnotations;
using Bot.Adapters.Blobs;
using Bot.Adapters.Telegram;
using Bot.Host.Limits;
using Bot.Host.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.Host;

/// <summary>The settings of the section <c>SafetyMonth</c>. Unknown keys are refused.</summary>
internal sealed class BotOptions
{
    public const string Section = "SafetyMonth";

    /// <summary>Where database, photos and keys live; relative to the folder the program was started in.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Whether to run the demo office under its movable clock; off for real use.</summary>
    public bool Demo { get; set; } = true;

    /// <summary>The name of the office made at the first start without the demo.</summary>
    [Required, StringLength(60, MinimumLength = 2)]
    public string OfficeName { get; set; } = "主管单位";

    /// <summary>The database.</summary>
    [ValidateObjectMembers]
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>How people reach the program from outside, for links; empty: as it listens.</summary>
    [RegularExpression("^(https?://[^\\s/]+)?$")]
    public string PublicUrl { get; set; } = "";

    /// <summary>Where photos and files are kept.</summary>
    [ValidateObjectMembers]
    public BlobOptions Blobs { get; set; } = new();

    /// <summary>The Telegram bot; without a token there is none.</summary>
    [ValidateObjectMembers]
    public TelegramOptions Telegram { get; set; } = new();

    /// <summary>Where metrics and traces go.</summary>
    [ValidateObjectMembers]
    public TelemetryOptions Telemetry { get; set; } = new();

    /// <summary>How much one person, or one address, may ask for.</summary>
    public RateLimitOptions RateLimits { get; set; } = new();

    /// <summary>The SQLite file, where there is one.</summary>
    public string DatabaseFile => DataPath("safetymonth.db");

    /// <summary>Where data lives, as a full path.</summary>
    public string DataPath(string relative = "") => Path.GetFullPath(Path.Combine(Environment.CurrentDirectory, DataFolder, relative));
}

[OptionsValidator]
internal sealed partial class BotOptionsCheck : IValidateOptions<BotOptions>;

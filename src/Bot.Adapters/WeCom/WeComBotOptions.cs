using System.ComponentModel.DataAnnotations;

namespace Bot.Adapters.WeCom;

/// <summary>How an AI bot hears.</summary>
internal enum WeComBotMode
{
    /// <summary>There is none.</summary>
    Off = 0,

    /// <summary>Over a connection the program opens (长连接): needs no public address.</summary>
    Connection = 1,

    /// <summary>Called at a public HTTPS address of the corporation's (URL 回调).</summary>
    Callback = 2,
}

/// <summary>The AI bot (智能机器人), in <c>SafetyMonth:WeCom:Bot</c>.</summary>
internal sealed class WeComBotOptions
{
    /// <summary>How it hears; each of the two ways switches the other off in WeCom's console.</summary>
    [EnumDataType(typeof(WeComBotMode))]
    public WeComBotMode Mode { get; set; }

    /// <summary>Its names in WeCom, old ones too: taken out of what is said to it.</summary>
    public IList<string> Names { get; } = [];

    /// <summary>With a connection: the Bot ID.</summary>
    public string Id { get; set; } = "";

    /// <summary>With a connection: the secret, shown once in the console.</summary>
    public string Secret { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="Secret"/>.</summary>
    public string SecretFile { get; set; } = "";

    /// <summary>With callbacks: the token.</summary>
    public string Token { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="Token"/>.</summary>
    public string TokenFile { get; set; } = "";

    /// <summary>With callbacks: the EncodingAESKey.</summary>
    public string EncodingAesKey { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="EncodingAesKey"/>.</summary>
    public string EncodingAesKeyFile { get; set; } = "";

    /// <summary>How long between two signs of life on the connection.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to stay away after another program connected as this bot.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan ReturnAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Whether there is one.</summary>
    public bool IsOn => Mode != WeComBotMode.Off;

    /// <summary>The secret of the connection.</summary>
    internal string? ConnectionSecret() => WeComOptions.Secret(Secret, SecretFile);

    /// <summary>The cipher of the callbacks: a corporation's own bot addresses nobody.</summary>
    internal WeComCrypto Crypto() => new(WeComOptions.Secret(Token, TokenFile)!, WeComOptions.Secret(EncodingAesKey, EncodingAesKeyFile)!, "");

    internal IEnumerable<ValidationResult> Faults()
    {
        if (Mode == WeComBotMode.Connection)
        {
            if (Id.Length == 0) yield return WeComOptions.Fault("Bot:Id", "the Bot ID of the long connection is missing.");
            if (ConnectionSecret() is not { Length: > 0 }) yield return WeComOptions.Fault("Bot:Secret", "give Secret, or SecretFile with a file that can be read; not both.");
        }
        else if (Mode == WeComBotMode.Callback)
        {
            if (WeComOptions.Secret(Token, TokenFile) is not { Length: > 0 }) yield return WeComOptions.Fault("Bot:Token", "give Token, or TokenFile with a file that can be read; not both.");
            if (WeComOptions.Secret(EncodingAesKey, EncodingAesKeyFile) is not { } key || WeComCrypto.Key(key) is null) yield return WeComOptions.Fault("Bot:EncodingAesKey", "it has 43 letters and digits.");
        }
    }
}

using System.ComponentModel.DataAnnotations;

namespace Bot.Adapters.WeCom;

/// <summary>The application of one's own (自建应用), in <c>SafetyMonth:WeCom:App</c>.</summary>
internal sealed class WeComAppOptions
{
    /// <summary>The corporation's id (企业ID).</summary>
    public string CorpId { get; set; } = "";

    /// <summary>The application's number (AgentId).</summary>
    [Range(0, int.MaxValue)]
    public int AgentId { get; set; }

    /// <summary>The application's secret.</summary>
    public string Secret { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="Secret"/>.</summary>
    public string SecretFile { get; set; } = "";

    /// <summary>With 接收消息: the token. Without, the application only speaks.</summary>
    public string Token { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="Token"/>.</summary>
    public string TokenFile { get; set; } = "";

    /// <summary>With 接收消息: the EncodingAESKey.</summary>
    public string EncodingAesKey { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="EncodingAesKey"/>.</summary>
    public string EncodingAesKeyFile { get; set; } = "";

    /// <summary>Whether there is one.</summary>
    public bool IsOn => CorpId.Length > 0;

    /// <summary>Whether it also hears.</summary>
    public bool Hears => IsOn && (Token.Length > 0 || TokenFile.Length > 0);

    /// <summary>The application's secret.</summary>
    internal string? AppSecret() => WeComOptions.Secret(Secret, SecretFile);

    /// <summary>The cipher of the callbacks.</summary>
    internal WeComCrypto Crypto() => new(WeComOptions.Secret(Token, TokenFile)!, WeComOptions.Secret(EncodingAesKey, EncodingAesKeyFile)!, CorpId);

    internal IEnumerable<ValidationResult> Faults()
    {
        if (!IsOn) yield break;
        if (AgentId == 0) yield return WeComOptions.Fault("App:AgentId", "the application's number is missing.");
        if (AppSecret() is not { Length: > 0 }) yield return WeComOptions.Fault("App:Secret", "give Secret, or SecretFile with a file that can be read; not both.");
        if (!Hears) yield break;
        if (WeComOptions.Secret(Token, TokenFile) is not { Length: > 0 }) yield return WeComOptions.Fault("App:Token", "give Token, or TokenFile with a file that can be read; not both.");
        if (WeComOptions.Secret(EncodingAesKey, EncodingAesKeyFile) is not { } key || WeComCrypto.Key(key) is null) yield return WeComOptions.Fault("App:EncodingAesKey", "it has 43 letters and digits.");
    }
}

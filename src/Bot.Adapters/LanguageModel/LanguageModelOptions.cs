using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.LanguageModel;

/// <summary>
/// A language model that guesses where left-over figures belong. Off unless switched on: with it, sentences of messages leave
/// the server for the endpoint named here.
/// </summary>
internal sealed class LanguageModelOptions : IValidatableObject
{
    /// <summary>The section these are read from.</summary>
    public const string Section = "LanguageModel";

    /// <summary>Whether it is asked at all.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where an OpenAI-compatible interface begins; <c>/chat/completions</c> is put behind it. <c>https://host/v1</c>; <c>http://</c> for one in the own house.</summary>
    [RegularExpression(@"^(https?://[^\s?#@]+)?$")]
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name, as the endpoint knows it.</summary>
    [StringLength(200)]
    public string Model { get; set; } = "";

    /// <summary>The key; from the environment (<c>LanguageModel__Key</c>) rather than a settings file. Empty: none is sent.</summary>
    [StringLength(1000)]
    public string Key { get; set; } = "";

    /// <summary>A file that holds the key, in place of <see cref="Key"/>.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>How long an answer may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The most characters of one message that are sent.</summary>
    [Range(50, 8000)]
    public int MaxCharacters { get; set; } = 800;

    /// <summary>What one property cannot tell alone.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enabled) yield break;
        if (Endpoint.Length == 0) yield return new ValidationResult("Give the address of the interface, e.g. https://host/v1.", [nameof(Endpoint)]);
        if (Model.Length == 0) yield return new ValidationResult("Give the model's name as the endpoint knows it.", [nameof(Model)]);
        if (Key.Length > 0 && KeyFile.Length > 0) yield return new ValidationResult("Give the key or a file with it, not both.", [nameof(KeyFile)]);
        if (KeyFile.Length > 0 && Secret() is not { Length: > 0 }) yield return new ValidationResult("The file with the key cannot be read, or is empty.", [nameof(KeyFile)]);
        else if (Secret() is { } key && key.Any(c => c is <= ' ' or > '~')) yield return new ValidationResult("The key has a character no key has.", [KeyFile.Length > 0 ? nameof(KeyFile) : nameof(Key)]);
    }

    /// <summary>The key; null: the file cannot be read.</summary>
    public string? Secret() => KeyFile.Length == 0 ? Key : SecretFile.Read(KeyFile);
}

/// <summary>Checks them at start.</summary>
[OptionsValidator]
internal sealed partial class LanguageModelOptionsCheck : IValidateOptions<LanguageModelOptions>;

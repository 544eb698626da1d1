using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Adapters.Telegram;

/// <summary>The body of a call: JSON, or with a file a form whose other fields are JSON texts.</summary>
internal static class TelegramForm
{
    // Inside a body there is no page to protect.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HttpContent Of(JsonObject ask) => new StringContent(ask.ToJsonString(Plain), Encoding.UTF8, "application/json");

    /// <summary>File names go out as they are, in UTF-8: what .NET does by itself shows as garbage.</summary>
    public static HttpContent Of(JsonObject ask, string field, string name, byte[] content)
    {
        var form = new MultipartFormDataContent("----" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)))
        {
            HeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        };
        foreach (var (key, value) in ask)
        {
            if (value is null) continue;
            var text = value is JsonValue one && one.TryGetValue<string>(out var plain) ? plain : value.ToJsonString(Plain);
            form.Add(new StringContent(text, Encoding.UTF8), $"\"{key}\"");
        }

        var file = new ByteArrayContent(content);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{Safe(name)}\"");
        file.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        form.Add(file);
        return form;
    }

    /// <summary>The server keeps letters, digits, Chinese and <c>-_.</c>; brackets of full width vanish there, so they become plain marks here.</summary>
    public static string Safe(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '-' or '_' or '.') kept.Append(c);
            else if (kept.Length > 0 && kept[^1] != '_') kept.Append('_');
        }

        return kept.ToString().Replace("_.", ".", StringComparison.Ordinal).Trim('_') is { Length: > 0 } safe ? safe : "file";
    }
}

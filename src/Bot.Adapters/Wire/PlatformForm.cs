using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Adapters.Wire;

/// <summary>The body of a call to a chat platform: JSON, or with a file a form whose other fields are JSON texts.</summary>
internal static class PlatformForm
{
    // Inside a body there is no page to protect; WeCom even refuses \u escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A body of JSON, with Chinese as it is.</summary>
    public static HttpContent Of(JsonObject ask) => new StringContent(Json(ask), Encoding.UTF8, "application/json");

    /// <summary>The text of an object, with Chinese as it is.</summary>
    public static string Json(JsonObject ask) => ask.ToJsonString(Plain);

    /// <summary>
    /// A form with a file. Its name goes out as it is, in UTF-8, and the boundary without quotes: what .NET does by itself shows as garbage at
    /// Telegram, and WeCom finds no file at all.
    /// </summary>
    /// <param name="ask">The other fields.</param>
    /// <param name="field">The file's field.</param>
    /// <param name="name">Its name, already safe for the platform.</param>
    /// <param name="content">The file.</param>
    /// <param name="tellsLength">Whether the part says how long it is, as WeCom's own sample does.</param>
    public static HttpContent Of(JsonObject ask, string field, string name, byte[] content, bool tellsLength = false)
    {
        var boundary = "----" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var form = new MultipartFormDataContent(boundary) { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        form.Headers.ContentType = null;
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);
        foreach (var (key, value) in ask)
        {
            if (value is null) continue;
            var text = value is JsonValue one && one.TryGetValue<string>(out var plain) ? plain : value.ToJsonString(Plain);
            form.Add(new StringContent(text, Encoding.UTF8), $"\"{key}\"");
        }

        var file = new ByteArrayContent(content);
        var length = tellsLength ? FormattableString.Invariant($"; filelength={content.Length}") : "";
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{Unbroken(name)}\"{length}");
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file);
        return form;
    }

    // A name must not end its own quotes, nor the line.
    private static string Unbroken(string name) => string.Concat(name.Where(c => c is not ('"' or '\\' or '\r' or '\n')));
}

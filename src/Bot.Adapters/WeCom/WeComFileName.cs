using System.Net.Http.Headers;
using System.Text;

namespace Bot.Adapters.WeCom;

/// <summary>What a downloaded file is called.</summary>
internal static class WeComFileName
{
    private const string Extended = "filename*=";
    private const string Plain = "filename=";

    /// <summary>Of an answer's headers: <c>filename*=UTF-8''…</c> before <c>filename=</c>, whatever .NET thinks of them; null: it has none.</summary>
    public static string? Of(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Disposition", out var values)) return null;
        var text = values.ToString();
        var name = Part(text, Extended) is { } extended && extended.IndexOf("''", StringComparison.Ordinal) is var at and >= 0 ? extended[(at + 2)..] : Part(text, Plain);
        if (name is not { Length: > 0 }) return null;
        try
        {
            return Uri.UnescapeDataString(Utf8(name));
        }
        catch (UriFormatException)
        {
            return name;
        }
    }

    private static string? Part(string text, string key)
    {
        var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = text[(at + key.Length)..];
        return rest.StartsWith('"') ? rest[1..].Split('"')[0] : rest.Split(';')[0].Trim();
    }

    // Raw UTF-8 arrives as one character a byte.
    private static string Utf8(string name) => name.All(c => c < 256) && name.Any(c => c > 127) ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(name)) : name;
}

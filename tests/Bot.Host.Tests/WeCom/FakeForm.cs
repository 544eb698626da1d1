using System.Text;

namespace Bot.Host.Tests.WeCom;

/// <summary>Reads a form as narrowly as WeCom does: an unquoted boundary, and a file name in raw UTF-8.</summary>
internal static class FakeForm
{
    private const string Type = "multipart/form-data; boundary=";
    private const string FileName = "filename=\"";

    public static (string? Name, byte[]? Content) Read(string? type, byte[] body)
    {
        if (type?.StartsWith(Type, StringComparison.Ordinal) != true || type.Contains('"', StringComparison.Ordinal)) return (null, null);
        var boundary = Encoding.ASCII.GetBytes("\r\n--" + type[Type.Length..]);
        var head = body.AsSpan().IndexOf("\r\n\r\n"u8);
        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Max(head, 0)));
        var at = text.IndexOf(FileName, StringComparison.Ordinal);
        if (at < 0 || !text.Contains("name=\"media\"", StringComparison.Ordinal) || text.Contains("filename*", StringComparison.Ordinal) || text.Contains("=?", StringComparison.Ordinal)) return (null, null);
        var content = body.AsSpan(head + 4);
        var end = content.IndexOf(boundary);
        return end < 0 ? (null, null) : (text[(at + FileName.Length)..].Split('"')[0], content[..end].ToArray());
    }
}

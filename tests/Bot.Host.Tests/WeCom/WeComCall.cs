using System.Text.Json.Nodes;

namespace Bot.Host.Tests.WeCom;

/// <summary>Something the program asked of WeCom.</summary>
/// <param name="What">The path behind <c>/cgi-bin/</c>, or the command on the connection.</param>
/// <param name="Key">The key, token, response code or request number it came with.</param>
/// <param name="Body">What it brought.</param>
/// <param name="File">The name of the file it brought, if it did.</param>
/// <param name="Content">That file.</param>
/// <param name="WasRefused">Whether it was refused.</param>
internal sealed record WeComCall(string What, string Key, JsonObject Body, string? File, byte[]? Content, bool WasRefused)
{
    /// <summary>Its words, wherever they stand.</summary>
    public string Text => (string?)Body["text"]?["content"] ?? (string?)Body["markdown"]?["content"] ?? (string?)Body["stream"]?["content"] ?? "";

    public override string ToString() => $"{What} {Key} {Body.ToJsonString()} {File} {(WasRefused ? "refused" : "")}";
}

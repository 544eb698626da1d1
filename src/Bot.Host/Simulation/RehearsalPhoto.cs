using System.Globalization;
using System.Text;

namespace Bot.Host.Simulation;

/// <summary>A small JPEG, different for every number.</summary>
internal static class RehearsalPhoto
{
    // An 8 × 8 grey picture, cut behind its first two bytes, where a comment may stand.
    private static readonly byte[] Grey = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z");

    /// <summary>The picture of a number.</summary>
    public static byte[] Of(int number)
    {
        var words = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"rehearsal {number}"));
        var length = words.Length + 2;
        return [.. Grey.AsSpan(0, 2), 0xFF, 0xFE, (byte)(length >> 8), (byte)length, .. words, .. Grey.AsSpan(2)];
    }
}

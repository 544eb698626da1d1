using System.Text;

namespace Bot.Adapters.Telegram;

/// <summary>What a file is called on its way to Telegram.</summary>
internal static class TelegramFileName
{
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

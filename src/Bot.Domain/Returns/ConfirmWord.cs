namespace Bot.Domain.Returns;

/// <summary>Tells 确认 from what is only polite: 收到, 好的, OK and 👍 confirm nothing.</summary>
public static class ConfirmWord
{
    private static readonly string[] Words = ["确认", "确认无误", "确认上报", "confirm"];

    /// <summary>Whether a text says 确认 and nothing else.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.AsSpan().Trim().TrimStart("/／").TrimEnd("。.!！~～ ");
        foreach (var word in Words)
        {
            if (plain.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}

using Bot.Domain.Messages;

namespace Bot.Adapters.Erasure;

/// <summary>Where telephone, identity and card numbers stand, as wholes: what <see cref="PrivateNumbers"/> covers the middle of.</summary>
internal static class PrivateSpans
{
    public static IEnumerable<(int From, int To)> Of(string text)
    {
        var masked = PrivateNumbers.Mask(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (masked[at] == text[at]) continue;
            var (from, to) = (at, at + 1);
            while (from > 0 && Belongs(text, from - 1, -1)) from--;
            while (to < text.Length && Belongs(text, to, +1)) to++;
            yield return (from, to);
            at = to;
        }
    }

    // A separator belongs to the number where a digit follows it.
    private static bool Belongs(string text, int at, int onward)
    {
        if (IsPlace(text[at])) return true;
        var next = at + onward;
        return text[at] is ' ' or '-' or '－' or '\u00A0' && next >= 0 && next < text.Length && IsPlace(text[next]);
    }

    private static bool IsPlace(char c) => char.IsAsciiDigit(c) || c is (>= '０' and <= '９') or 'X' or 'x' or 'Ｘ';
}

namespace Bot.Domain.Messages;

/// <summary>
/// Covers the telephone, identity and card numbers in a text: <c>13900000000</c> becomes <c>139****0000</c>. Positions stay what
/// they were, so that spans still point at the same words. Figures, days and documents' numbers are left alone.
/// </summary>
public static class PrivateNumbers
{
    private const char Cover = '*';
    private const int LocalNumberFrom = 7;
    private const int MobileDigits = 11;
    private const int IdentityDigits = 15;
    private static readonly string[] Announced = ["电话", "座机", "手机", "热线", "方式", "電話", "手機", "tel", "Tel", "TEL", "微信", "QQ", "qq"];

    /// <summary>The text with such numbers covered; the same text where it holds none.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        char[]? covered = null;
        for (var at = 0; at < text.Length;)
        {
            if (!IsDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = EndOfNumber(text, at);
            if (Shown(text, at, end) is { } shown)
            {
                covered ??= text.ToCharArray();
                Hide(covered, at, end, shown.Head, shown.Tail);
            }

            at = end;
        }

        return covered is null ? text : new string(covered);
    }

    /// <summary>How many digits stay readable in front and behind; null: no private number.</summary>
    private static (int Head, int Tail)? Shown(string text, int from, int to)
    {
        Span<char> digits = stackalloc char[24];
        var count = 0;
        for (var i = from; i < to; i++)
        {
            if (!IsDigit(text[i]))
                continue;
            if (count < digits.Length)
                digits[count] = Plain(text[i]);
            count++;
        }

        digits = digits[..Math.Min(count, digits.Length)];
        if (count >= IdentityDigits)
            return (4, 0);
        if (count == MobileDigits + 2 && digits.StartsWith("86"))
            return IsMobile(digits[2..]) ? (5, 4) : null;
        if (IsMobile(digits))
            return (3, 4);
        if (digits[0] == '0' && count is >= 10 and <= 12)
            return (4, 2);
        return count is >= LocalNumberFrom and <= MobileDigits && IsAnnounced(text, from) ? (2, 2) : null;
    }

    private static bool IsMobile(ReadOnlySpan<char> digits) => digits.Length == MobileDigits && digits[0] == '1' && digits[1] is >= '3' and <= '9';

    /// <summary>Digits, and single blanks or hyphens between the groups of one telephone number.</summary>
    private static int EndOfNumber(string text, int from)
    {
        var end = Run(text, from);
        if (Grouped(text, from, end) is { } behind)
            return behind;
        // The last place of an identity number may be an X.
        return end - from == 17 && end < text.Length && text[end] is 'X' or 'x' or 'Ｘ' ? end + 1 : end;
    }

    /// <summary>138 0000 0000, +86 138…, 024-2300 0000: the end of the last group; null: the digits stand alone.</summary>
    private static int? Grouped(string text, int from, int end)
    {
        var first = end - from;
        var area = first is 3 or 4 && Plain(text[from]) == '0';
        var mobile = first == 3 && Plain(text[from]) == '1' && Plain(text[from + 1]) is >= '3' and <= '9';
        var country = first == 2 && Plain(text[from]) == '8' && Plain(text[from + 1]) == '6';
        if (!area && !mobile && !country)
            return null;
        var groups = 1;
        var digits = first;
        while (end + 1 < text.Length && text[end] is ' ' or '-' or '－' or '—' or '\u00A0' && IsDigit(text[end + 1]) && groups < 4)
        {
            var next = Run(text, end + 1);
            digits += next - end - 1;
            end = next;
            groups++;
        }

        var whole = (area && digits is >= 10 and <= 12) || (mobile && digits == MobileDigits) || (country && digits == MobileDigits + 2);
        return groups > 1 && whole ? end : null;
    }

    private static bool IsAnnounced(string text, int from)
    {
        while (from > 0 && text[from - 1] is ':' or '：' or ' ' or '为' or '是' or '号' or '码')
            from--;
        var before = text.AsSpan(0, from);
        foreach (var word in Announced)
        {
            if (before.EndsWith(word))
                return true;
        }

        return false;
    }

    private static void Hide(char[] text, int from, int to, int head, int tail)
    {
        var left = 0;
        for (var i = from; i < to; i++)
            left += IsPlace(text[i]) ? 1 : 0;
        for (int i = from, seen = 0; i < to; i++)
        {
            if (!IsPlace(text[i]))
                continue;
            if (seen >= head && left > tail)
                text[i] = Cover;
            seen++;
            left--;
        }
    }

    private static bool IsPlace(char c) => IsDigit(c) || c is 'X' or 'x' or 'Ｘ';

    private static int Run(string text, int at)
    {
        while (at < text.Length && IsDigit(text[at]))
            at++;
        return at;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    private static char Plain(char c) => c >= '０' ? (char)(c - '０' + '0') : c;
}

using System.Globalization;
using System.Text;

namespace Bot.Adapters.Documents;

/// <summary>Writes a list's number as Word prints it (ECMA-376, ST_NumberFormat). Formats no Chinese document has come out in digits.</summary>
internal static class ListNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private static readonly (int Value, string Letters)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>The number.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="format">The format's name as in the file.</param>
    public static string Write(int number, string? format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "koreanCounting"
            => Counted(number, Digits, "十百千", shortTen: true),
        "ideographLegalTraditional" or "chineseLegalSimplified" or "japaneseLegal" => Counted(number, Formal, "拾佰仟", shortTen: false),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital" => Each(number, '○', digit => Digits[digit]),
        "decimalFullWidth" or "decimalFullWidth2" => Each(number, '０', digit => (char)('０' + digit)),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Sign(number, ('①', 1, 20), ('㉑', 21, 35), ('㊱', 36, 50)),
        "decimalEnclosedParen" => Sign(number, ('⑴', 1, 20)),
        "decimalEnclosedFullstop" => Sign(number, ('⒈', 1, 20)),
        "ideographEnclosedCircle" => Sign(number, ('㊀', 1, 10)),
        "ideographTraditional" => number is >= 1 and <= 10 ? $"{Stems[number - 1]}" : Plain(number),
        "ideographZodiac" => number is >= 1 and <= 12 ? $"{Branches[number - 1]}" : Plain(number),
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => RomanOf(number).ToUpperInvariant(),
        "lowerRoman" => RomanOf(number),
        _ => Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>三, 十二, 一百零五.</summary>
    private static string Counted(int number, string digits, string units, bool shortTen)
    {
        if (number is < 0 or > 9999)
            return Plain(number);
        if (number == 0)
            return digits[..1];
        var text = new StringBuilder();
        var skipped = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = number / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                skipped |= text.Length > 0;
                continue;
            }

            if (skipped)
                text.Append(digits[0]);
            skipped = false;
            if (!(shortTen && place == 1 && digit == 1 && text.Length == 0))
                text.Append(digits[digit]);
            if (place > 0)
                text.Append(units[place - 1]);
        }

        return text.ToString();
    }

    private static string Each(int number, char zero, Func<int, char> digit) =>
        string.Concat(Plain(number).Select(c => char.IsAsciiDigit(c) ? c == '0' ? zero : digit(c - '0') : c));

    private static string Sign(int number, params ReadOnlySpan<(char First, int From, int To)> signs)
    {
        foreach (var (first, from, to) in signs)
        {
            if (number >= from && number <= to)
                return $"{(char)(first + number - from)}";
        }

        return Plain(number);
    }

    /// <summary>A … Z, AA, BB ….</summary>
    private static string Letters(int number, char first) =>
        number is < 1 or > 26 * 20 ? Plain(number) : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string RomanOf(int number)
    {
        if (number is < 1 or > 3999)
            return Plain(number);
        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
                text.Append(letters);
        }

        return text.ToString();
    }
}

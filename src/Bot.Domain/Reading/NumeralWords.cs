namespace Bot.Domain.Reading;

/// <summary>The characters of numerals.</summary>
internal static class NumeralWords
{
    // Looked up for every character near a numeral, so kept by character: the digit, the power of ten, or neither.
    private static readonly sbyte[] Digits = Table<sbyte>(static c => (sbyte)DigitOf(c));
    private static readonly int[] Units = Table(UnitOf);

    /// <summary>Whether a numeral can begin with this character.</summary>
    public static bool Starts(char c) => char.IsAsciiDigit(c) || Digit(c) >= 0 || Unit(c) > 0 || c is '几' or '数' or '半' or '卅' or '廿' or '若';

    /// <summary>The digit a Chinese character stands for, or -1.</summary>
    public static int Digit(char c) => Digits[c];

    /// <summary>The power of ten a character stands for, or 0.</summary>
    public static long Unit(char c) => Units[c];

    private static int DigitOf(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' => 1,
        '二' or '贰' or '两' or '俩' => 2,
        '三' or '叁' or '仨' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static int UnitOf(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' or 'w' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };

    private static T[] Table<T>(Func<char, T> of)
    {
        var table = new T[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
            table[c] = of((char)c);
        return table;
    }
}

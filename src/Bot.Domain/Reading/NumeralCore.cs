namespace Bot.Domain.Reading;

/// <summary>
/// The grammar of a bare number, ASCII and Chinese mixed (1千5百, 1.2万, 二百三十, 壹佰贰拾). One pass over its characters.
/// </summary>
internal ref struct NumeralCore
{
    private const int MostDigits = 12;
    private const decimal Most = 1_000_000_000_000m;

    private readonly ReadOnlySpan<char> text;
    private decimal total;      // whole 万 and 亿
    private decimal section;    // below the next 万
    private decimal? current;   // a digit or an ASCII number that waits for its unit
    private decimal? upper;     // 三四十: the second digit
    private long lastUnit;
    private bool zero;
    private bool spelled;       // the waiting digit is Chinese

    private NumeralCore(ReadOnlySpan<char> text) => this.text = text;

    public int At { get; private set; }

    public bool Pointed { get; private set; }

    public bool Absurd { get; private set; }

    /// <summary>Whether the number began with a bare unit other than 十: 百余, 千人.</summary>
    public bool Bare { get; private set; }

    public decimal Value { get; private set; }

    public decimal Upper { get; private set; }

    /// <summary>Reads the number that begins at a position; false where none does.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out NumeralCore core)
    {
        core = new NumeralCore(text) { At = at };
        core.Run();
        return core.At > at;
    }

    private void Run()
    {
        while (At < text.Length && !Absurd)
        {
            var c = text[At];
            if (char.IsAsciiDigit(c) ? !TakeDigits() : NumeralWords.Digit(c) >= 0 ? !TakeDigit(c) : !TakeUnit(c))
                break;
        }

        Close();
    }

    private bool TakeDigits()
    {
        if (current is not null)
            return false;
        var (end, digits) = (At, 0);
        var value = 0L;
        while (end < text.Length)
        {
            var c = text[end];
            if (digits > 0 && IsGroup(end))
            {
                end++;
                continue;
            }

            if (!char.IsAsciiDigit(c))
                break;
            if (++digits <= MostDigits)
                value = (value * 10) + (c - '0');
            end++;
        }

        Absurd = digits > MostDigits;
        current = value;
        spelled = false;
        At = end;
        TakePoint();
        return true;
    }

    private readonly bool IsGroup(int comma) =>
        comma > 0 && text[comma] == ',' && char.IsAsciiDigit(text[comma - 1]) && comma + 3 < text.Length
        && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));

    private void TakePoint()
    {
        if (At + 1 >= text.Length || text[At] != '.' || !char.IsAsciiDigit(text[At + 1]))
            return;
        var (scale, digits) = (1m, 0);
        for (At++; At < text.Length && char.IsAsciiDigit(text[At]); At++)
        {
            if (++digits > 8)
                continue;
            scale /= 10;
            current += (text[At] - '0') * scale;
        }

        Pointed = true;
        Absurd |= digits > 8 || (At + 1 < text.Length && text[At] == '.' && char.IsAsciiDigit(text[At + 1]));
        while (Absurd && At < text.Length && (char.IsAsciiDigit(text[At]) || text[At] == '.'))
            At++;
    }

    private bool TakeDigit(char c)
    {
        var digit = NumeralWords.Digit(c);
        if (digit == 0 && current is null && (section > 0 || total > 0))
        {
            zero = true;
            At++;
            return true;
        }

        if (current is null)
        {
            current = digit;
            spelled = true;
            At++;
            return true;
        }

        // 三四十, 两三百, 十五六: neighbours leave it open which.
        if (spelled && upper is null && digit == current + 1 && current > 0 && current < 9)
        {
            upper = digit;
            At++;
            return true;
        }

        return false;
    }

    private bool TakeUnit(char c)
    {
        var unit = NumeralWords.Unit(c);
        if (unit == 0 || (c == 'w' && (current is null || !AsciiMay(At))))
            return false;
        if (unit >= 10_000)
            return TakeGreatUnit(unit);
        if (current is null && lastUnit > 0 && !zero && unit != 10)
            return false;
        if (lastUnit > 0 && lastUnit < 10_000 && unit >= lastUnit)
            return false;
        if (current is null && section == 0 && total == 0 && unit > 10)
            Bare = true;
        upper = upper is null ? null : section + (upper * unit);
        section += (current ?? 1) * unit;
        Take(unit);
        return true;
    }

    private readonly bool AsciiMay(int at) => at + 1 >= text.Length || !char.IsAsciiLetter(text[at + 1]);

    private bool TakeGreatUnit(long unit)
    {
        if (current is null && section == 0)
        {
            if (total > 0 && unit <= lastUnit)
                return false;
            Bare |= total == 0;
        }

        var below = section + (current ?? 0);
        upper = upper is null ? null : (upper > 9 ? upper : section + upper) * unit;
        if (total > 0 && unit > lastUnit)
            total = (total + below) * unit;
        else
            total += (below == 0 && total == 0 ? 1 : below) * unit;
        section = 0;
        Take(unit);
        return true;
    }

    private void Take(long unit)
    {
        current = null;
        lastUnit = unit;
        zero = false;
        At++;
        Absurd |= total > Most;
    }

    private void Close()
    {
        var rest = current ?? 0;
        // 一百五 is 150, 1万2 is 12,000; 一百零五 is 105.
        var shortened = current is not null && upper is null && lastUnit >= 100 && !zero && rest is > 0 and < 10 && rest == decimal.Truncate(rest);
        var scale = shortened ? lastUnit / 10 : 1;
        Value = total + section + (rest * scale);
        Upper = upper is null ? Value : upper < 10 ? total + section + upper.Value : total + upper.Value;
        if (upper is not null && upper >= 10_000)
            Upper = upper.Value;
        if (Pointed)
            (Value, Upper) = (Plain(Value), Plain(Upper));
        Absurd |= Value > Most;
    }

    // 1.2万 is 12000, not 12000.0.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}

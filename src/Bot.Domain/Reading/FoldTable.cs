namespace Bot.Domain.Reading;

/// <summary>What every UTF-16 unit is read as.</summary>
internal sealed class FoldTable
{
    /// <summary>Marks a unit that is not read at all.</summary>
    public const char Dropped = '\uFFFF';

    private readonly char[] table = new char[char.MaxValue + 1];

    private FoldTable()
    {
        for (var i = 0; i <= char.MaxValue; i++)
            table[i] = Plain((char)i);
        foreach (var line in DataFile.Lines("traditional.txt").Concat(DataFile.Lines("punctuation.txt")))
        {
            foreach (var pair in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (pair.Length == 2)
                    table[pair[0]] = pair[1];
            }
        }
    }

    /// <summary>The one table, built from the data files.</summary>
    public static FoldTable Shared { get; } = new();

    /// <summary>What a unit is read as.</summary>
    public char this[char c] => table[c];

    private static char Plain(char c) => c switch
    {
        '\n' => '\n',
        '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f' => '\n',
        '\t' => '|', // a copied table: cells are parted by tabs
        '，' => '，', // never an ASCII comma: that one groups thousands
        >= '\uFF01' and <= '\uFF5E' => Lower((char)(c - 0xFEE0)),
        '\u3000' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' => ' ',
        (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or '\u00AD' => Dropped,
        (>= '\uFE00' and <= '\uFE0F') or '\u20E3' => Dropped,
        < ' ' or (>= '\u007F' and <= '\u009F') => Dropped,
        >= '\uD800' and <= '\uDFFF' => ' ',
        _ => Lower(c),
    };

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c + 32) : c;
}

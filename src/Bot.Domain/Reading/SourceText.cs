namespace Bot.Domain.Reading;

/// <summary>
/// A message folded once for reading: full-width to ASCII, traditional to simplified, lower case, plain brackets and dashes;
/// invisible characters gone, emoji as blanks. Every position leads back to the UTF-16 index of the original.
/// </summary>
internal sealed class SourceText
{
    private readonly char[] folded;
    private readonly int[]? origins; // null while nothing was dropped: positions are then the original's

    private SourceText(string original, char[] folded, int length, int[]? origins)
    {
        Original = original;
        this.folded = folded;
        Length = length;
        this.origins = origins;
    }

    /// <summary>The message as it came.</summary>
    public string Original { get; }

    /// <summary>How many folded characters.</summary>
    public int Length { get; }

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Text => folded.AsSpan(0, Length);

    /// <summary>The folded character, or NUL outside.</summary>
    public char this[int at] => (uint)at < (uint)Length ? folded[at] : '\0';

    /// <summary>Folds a message.</summary>
    public static SourceText Fold(string original) => Fold(original, null);

    /// <summary>Folds a message into buffers, if there are any: it is of use as long as they are.</summary>
    public static SourceText Fold(string original, ReadingBuffers? buffers)
    {
        var table = FoldTable.Shared;
        var text = buffers?.Text(original.Length) ?? new char[original.Length];
        int[]? places = null;
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            var c = IsWideThousands(original, i) ? ',' : table[original[i]];
            if (c == FoldTable.Dropped)
            {
                places ??= Identity(buffers?.Origins(original.Length) ?? new int[original.Length], i);
                continue;
            }

            if (places is not null)
                places[length] = i;
            text[length++] = c;
        }

        return new SourceText(original, text, length, places);
    }

    /// <summary>Blanks what the message begins with: what is behind it begins a clause.</summary>
    public void Hush(int to)
    {
        if (to <= 0)
            return;
        folded.AsSpan(0, to).Fill(' ');
        folded[to - 1] = '，';
    }

    /// <summary>The original span of folded positions.</summary>
    public TextSpan Span(int from, int to)
    {
        if (origins is null)
            return new TextSpan(from, to);
        if (from >= to)
            return new TextSpan(Origin(from), Origin(from));
        return new TextSpan(Origin(from), Origin(to - 1) + 1);
    }

    /// <summary>The original words of folded positions.</summary>
    public string Words(int from, int to)
    {
        var span = Span(from, to);
        return Original[span.From..span.To];
    }

    // １，３０５: between full-width digits the comma parts thousands.
    private static bool IsWideThousands(string text, int at) => text[at] == '，' && at > 0 && IsWideDigit(text[at - 1]) && at + 3 < text.Length
        && IsWideDigit(text[at + 1]) && IsWideDigit(text[at + 2]) && IsWideDigit(text[at + 3]) && (at + 4 == text.Length || !IsWideDigit(text[at + 4]));

    private static bool IsWideDigit(char c) => c is >= '０' and <= '９';

    private int Origin(int at) => at < Length ? origins![at] : Original.Length;

    private static int[] Identity(int[] places, int filled)
    {
        for (var i = 0; i < filled; i++)
            places[i] = i;
        return places;
    }
}

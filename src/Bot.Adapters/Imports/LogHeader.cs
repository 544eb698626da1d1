using System.Buffers;

namespace Bot.Adapters.Imports;

/// <summary>A line above a message that says who said it and when.</summary>
/// <param name="Name">The name; empty: it stands in the line before.</param>
/// <param name="When">The moment.</param>
/// <param name="Shape">How it is written.</param>
internal sealed record LogHeader(string Name, WrittenMoment When, string Shape)
{
    private const int LongestLine = 120;
    private const int LongestName = 60;
    private const int MostWords = 7;

    // What stands in sentences and not in names.
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("，。；！？：:;“”\"\t、,…《》");

    /// <summary>Reads a line; null: it is no header.</summary>
    public static LogHeader? Read(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 4 or > LongestLine || !text.ContainsAnyInRange('0', '9')) return null;
        return Behind(text) ?? Before(text);
    }

    /// <summary>Whether a line may be a name that stands alone above its time.</summary>
    public static bool MayBeName(ReadOnlySpan<char> line) => line.Trim() is { Length: > 0 and <= LongestName } name && !name.ContainsAny(NotInNames);

    /// <summary>A name without what programs add to it.</summary>
    public static string Clean(ReadOnlySpan<char> name)
    {
        var clean = name.Trim().ToString();
        foreach (var mark in (string[])["@微信", "＠微信", "@WeChat"])
        {
            if (clean.EndsWith(mark, StringComparison.OrdinalIgnoreCase)) clean = clean[..^mark.Length].TrimEnd();
        }

        return clean;
    }

    // 张三 2024/6/13 15:02:11: the longest end of the line that is a moment.
    private static LogHeader? Behind(ReadOnlySpan<char> text)
    {
        Span<int> starts = stackalloc int[MostWords];
        var count = 0;
        for (var i = text.Length - 1; i > 0 && count < MostWords - 1; i--)
        {
            if (IsSpace(text[i - 1]) && !IsSpace(text[i])) starts[count++] = i;
        }

        if (count < MostWords) starts[count++] = 0;
        for (var i = count - 1; i >= 0; i--)
        {
            if (WrittenMoment.Read(text[starts[i]..]) is not { } when) continue;
            if (starts[i] == 0) return new LogHeader("", when, "alone-" + when.Shape);
            return MayBeName(text[..starts[i]]) ? new LogHeader(Clean(text[..starts[i]]), when, "behind-" + when.Shape) : null;
        }

        return null;
    }

    // 2024-06-13 15:02:11 张三: day and time first, as some programs write it.
    private static LogHeader? Before(ReadOnlySpan<char> text)
    {
        var words = 0;
        LogHeader? longest = null;
        for (var i = 1; i < text.Length && words < 4; i++)
        {
            if (!IsSpace(text[i]) || IsSpace(text[i - 1])) continue;
            words++;
            if (WrittenMoment.Read(text[..i]) is { HasNoDay: false } when && MayBeName(text[i..])) longest = new LogHeader(Clean(text[i..]), when, "before-" + when.Shape);
        }

        return longest;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u202F';
}

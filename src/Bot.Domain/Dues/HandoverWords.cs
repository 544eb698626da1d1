using System.Text.RegularExpressions;
using Bot.Domain.Reading;

namespace Bot.Domain.Dues;

/// <summary>What the words beside a thing in its clause say about handing it over.</summary>
internal static partial class HandoverWords
{
    private const int MostMilliseconds = 1000;

    private static HandInWords Words => HandInWords.Shared;

    /// <summary>What stands behind the thing without figures and fillers; null: the thing is not the head (作品展).</summary>
    public static string? Tail(string behind)
    {
        var tail = behind[Counts(behind)..];
        while (true)
        {
            tail = tail.TrimStart(' ', '”', '"', '》', '\'', ']', ')');
            if (Counts(tail) is > 0 and var more) tail = tail[more..];
            else if (Words["hand-filler"].FirstOrDefault(f => tail.StartsWith(f, StringComparison.Ordinal)) is { } filler && !Acts(tail)) tail = tail[filler.Length..];
            else break;
        }

        return tail.Length == 0 || Onward().IsMatch(tail) || Acts(tail) || Place().IsMatch(tail) ? tail : null;
    }

    /// <summary>Whether what stands before the thing hands it over.</summary>
    public static bool HandsBefore(string before)
    {
        if (Words.Any("hand", before)) return true;
        for (var at = 0; at < before.Length; at++)
        {
            if (ShortAt(before, at) && (before[..at].Trim().Length == 0 || Words.Ends("hand-who", before[..at].TrimEnd()))) return true;
        }

        return false;
    }

    /// <summary>Whether what stands behind it does.</summary>
    public static bool HandsBehind(string tail)
    {
        if (Words.Any("hand", tail) || Words.Any("hand-look", tail)) return true;
        return Enumerable.Range(0, tail.Length).Any(at => ShortAt(tail, at)) && Words.Any("hand-done", tail);
    }

    /// <summary>Whether a word begins behind what stands before the thing.</summary>
    public static bool BeginsWord(string before)
    {
        var words = before.TrimEnd();
        return words.Length == 0 || words.Length < before.Length || "的”\"》)把将、和及与".Contains(words[^1], StringComparison.Ordinal)
            || Words.Ends("hand-who", words) || Words.Ends("hand", words) || EndsCounted(words) || Words["hand-short"].Any(w => w[0] == words[^1]);
    }

    /// <summary>Whether things with their number stand last: 作品3幅.</summary>
    public static bool EndsCounted(string words)
    {
        var end = words.EndsWith(')') ? words.Length - 1 : words.Length;
        foreach (var numeral in Numeral().EnumerateMatches(words))
        {
            if (Measures.Shared.At(words, numeral.Index + numeral.Length, out var to) is { Class: MeasureClass.Thing } && to == end) return true;
        }

        return false;
    }

    /// <summary>作品和照片已发; 作品还没交，今天补上: what follows goes on.</summary>
    [GeneratedRegex("^(?:以及|和|与|及|并|、|连同|还没|没|尚未|未)", RegexOptions.CultureInvariant, MostMilliseconds)]
    public static partial Regex Onward();

    private static bool Acts(string tail) => Words["hand"].Concat(Words["hand-look"]).Any(w => tail.StartsWith(w, StringComparison.Ordinal)) || ShortAt(tail, 0);

    private static bool ShortAt(string words, int at) => at < words.Length && Words["hand-short"].Any(w => w[0] == words[at])
        && (at + 1 == words.Length || !Words["hand-not"].Any(w => w[0] == words[at + 1]));

    // How long 3幅, (共3幅), 各1份, 11月18日 is at the beginning.
    private static int Counts(string words)
    {
        var at = 0;
        while (Counting().Match(words, at) is { Success: true } counting && CountedEnd(words, counting.Index + counting.Length) is { } end)
        {
            for (at = end; at < words.Length && words[at] is ' ' or ')'; at++) { }
        }

        return at;
    }

    private static int? CountedEnd(string words, int at)
    {
        if (at < words.Length && words[at] is '月' or '日' or '号') return at + 1;
        return Measures.Shared.At(words, at, out var end) is { Class: MeasureClass.Thing or MeasureClass.People } ? end : null;
    }

    [GeneratedRegex("[0-9〇零一二两三四五六七八九十百]+", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Numeral();

    [GeneratedRegex(@"\G[ (]*(?:共计|合计|一共|共|计|各)?[0-9〇零一二两三四五六七八九十百]+[多余]?", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Counting();

    // 作品通过邮箱发您了, 作品在附件里.
    [GeneratedRegex("^(?:通过|用|以|在|从)(?:.{0,8})(?:发|报|交|送|传|附件)", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Place();
}

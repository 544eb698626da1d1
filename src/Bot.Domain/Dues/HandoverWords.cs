using System.Text.RegularExpressions;

namespace Bot.Domain.Dues;

/// <summary>What the words beside a thing in its clause say about handing it over.</summary>
internal static partial class HandoverWords
{
    private const int MostMilliseconds = 1000;

    private static HandInWords Words => HandInWords.Shared;

    /// <summary>What stands behind the thing without figures and fillers; null: the thing is not the head (作品展).</summary>
    public static string? Tail(string behind)
    {
        var tail = Fillers().Match(behind) is { Success: true } match ? behind[match.Length..] : behind;
        while (true)
        {
            tail = tail.TrimStart(' ', '”', '"', '》', '\'', ']', ')');
            if (Fillers().Match(tail) is { Success: true, Length: > 0 } more) tail = tail[more.Length..];
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
            || Words.Ends("hand-who", words) || Words.Ends("hand", words) || Counted().IsMatch(words) || Words["hand-short"].Any(w => w[0] == words[^1]);
    }

    /// <summary>Things with their number stand last.</summary>
    [GeneratedRegex(@"[0-9〇零一二两三四五六七八九十百]+[幅份件个张篇部本套条项册段首组种副页例块支只枚]\)?$", RegexOptions.CultureInvariant, MostMilliseconds)]
    public static partial Regex Counted();

    /// <summary>作品和照片已发; 作品还没交，今天补上: what follows goes on.</summary>
    [GeneratedRegex("^(?:以及|和|与|及|并|、|连同|还没|没|尚未|未)", RegexOptions.CultureInvariant, MostMilliseconds)]
    public static partial Regex Onward();

    private static bool Acts(string tail) => Words["hand"].Concat(Words["hand-look"]).Any(w => tail.StartsWith(w, StringComparison.Ordinal)) || ShortAt(tail, 0);

    private static bool ShortAt(string words, int at) => at < words.Length && Words["hand-short"].Any(w => w[0] == words[at])
        && (at + 1 == words.Length || !Words["hand-not"].Any(w => w[0] == words[at + 1]));

    // 3幅, (共3幅), 各1份, 11月18日.
    [GeneratedRegex(@"^(?:[ (]*(?:共计|合计|一共|共|计|各)?[0-9〇零一二两三四五六七八九十百]+[多余]?(?:幅|份|件|个|张|篇|部|本|套|条|项|册|段|首|组|种|副|页|例|块|支|只|枚|人|名|月|日|号)[ )]*)+", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Fillers();

    // 作品通过邮箱发您了, 作品在附件里.
    [GeneratedRegex("^(?:通过|用|以|在|从)(?:.{0,8})(?:发|报|交|送|传|附件)", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Place();
}

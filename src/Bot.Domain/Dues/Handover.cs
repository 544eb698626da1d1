using System.Text.RegularExpressions;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Dues;

/// <summary>What the words of a message hand over: 报送手抄报作品3幅，请查收; 作品已发; 作品3幅 with a file.</summary>
/// <remarks>
/// A thing is handed over by a verb in its clause, before or behind it, or by the clause behind (请查收, 今天补上); it must be the
/// head of its words (not 作品展), and neither asked about, demanded, somebody else's nor still to come.
/// </remarks>
internal sealed partial class Handover
{
    private const int LongestAttached = 30;
    private const int LongestBetween = 16;
    private const int MostMilliseconds = 1000;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly bool _attached;
    private readonly List<(int From, int To)> _clauses = [];

    /// <summary>Of a submission.</summary>
    public Handover(ToldSubmission told)
    {
        _source = SourceText.Fold(told.Text);
        _text = _source.Text.ToString();
        _attached = told.Attachments.Count > 0;
        var from = 0;
        for (var at = 0; at <= _text.Length; at++)
        {
            if (at < _text.Length && !"\n，,。;!?:~".Contains(_text[at], StringComparison.Ordinal)) continue;
            if (at > from) _clauses.Add((from, at));
            from = at + 1;
        }
    }

    private static HandInWords Words => HandInWords.Shared;

    /// <summary>Where a folded noun ends that is handed over.</summary>
    /// <param name="noun">The noun.</param>
    /// <param name="alone">Whether it must begin where a word begins: it is only the end of a name.</param>
    public IEnumerable<int> EndsOf(string noun, bool alone)
    {
        for (var i = 0; i < _clauses.Count; i++)
        {
            var (from, to) = _clauses[i];
            for (var at = _text.IndexOf(noun, from, to - from, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(noun, at + 1, to - at - 1, StringComparison.Ordinal))
            {
                var before = _text[from..at];
                if ((!alone || BeginsWord(before)) && IsHandedOver(i, before, _text[(at + noun.Length)..to])) yield return at + noun.Length;
            }
        }
    }

    /// <summary>The clause a position ends in, in the message as it came.</summary>
    public TextSpan ClauseOf(int end)
    {
        var (from, to) = _clauses.Find(c => c.From < end && end <= c.To);
        return _source.Span(from, to);
    }

    /// <summary>Whether something that took place is told elsewhere than in some clauses.</summary>
    public bool TellsDeeds(IReadOnlyList<TextSpan> besides) =>
        _clauses.Exists(c => !besides.Contains(_source.Span(c.From, c.To)) && Words.Any("hand-deed", _text[c.From..c.To]));

    private bool IsHandedOver(int index, string before, string behind)
    {
        var clause = Clause(index);
        if (IsNever(index) || Tail(behind) is not { } tail) return false;
        var later = Words.Any("hand-later", clause);
        if (!later && (HandsBefore(before) || HandsBehind(tail))) return true;
        if ((!later || _attached) && FollowedByAct(index)) return true;
        return _attached && !later && tail.Length == 0 && !Words.Any("hand-doing", before) && _text.Count(char.IsLetterOrDigit) <= LongestAttached;
    }

    // What stands behind the thing without figures and fillers; null: the thing is not the head (作品展).
    private static string? Tail(string behind)
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

    private static bool Acts(string tail) => Words["hand"].Concat(Words["hand-look"]).Any(w => tail.StartsWith(w, StringComparison.Ordinal)) || ShortAt(tail, 0);

    private static bool HandsBefore(string before)
    {
        if (Words.Any("hand", before)) return true;
        for (var at = 0; at < before.Length; at++)
        {
            if (ShortAt(before, at) && (before[..at].Trim().Length == 0 || Words.Ends("hand-who", before[..at].TrimEnd()))) return true;
        }

        return false;
    }

    private static bool HandsBehind(string tail)
    {
        if (Words.Any("hand", tail) || Words.Any("hand-look", tail)) return true;
        return Enumerable.Range(0, tail.Length).Any(at => ShortAt(tail, at)) && Words.Any("hand-done", tail);
    }

    private static bool ShortAt(string words, int at) => at < words.Length && Words["hand-short"].Any(w => w[0] == words[at])
        && (at + 1 == words.Length || !Words["hand-not"].Any(w => w[0] == words[at + 1]));

    // 作品3幅，请查收; 作品3幅，承诺书1份，已发; but 作品还在做，照片已发.
    private bool FollowedByAct(int index)
    {
        for (var next = index + 1; next < _clauses.Count; next++)
        {
            var clause = Clause(next).Trim();
            if (!clause.Any(char.IsLetterOrDigit)) continue;
            if (IsNever(next) || Words.Any("hand-later", clause)) return false;
            var tail = Tail(clause);
            if (tail is { Length: > 0 } && !Onward().IsMatch(tail) && (HandsBehind(tail) || Words.Any("hand-look", clause))) return true;
            if (clause.Length > LongestBetween || !Counted().IsMatch(clause)) return false;
        }

        return false;
    }

    private bool IsNever(int index)
    {
        var clause = Clause(index);
        var to = _clauses[index].To;
        return Words.Any("hand-never", clause) || Demand().IsMatch(clause) || (to < _text.Length && _text[to] == '?');
    }

    private string Clause(int index) => _text[_clauses[index].From.._clauses[index].To];

    private static bool BeginsWord(string before)
    {
        var words = before.TrimEnd();
        return words.Length == 0 || words.Length < before.Length || "的”\"》)把将、和及与".Contains(words[^1], StringComparison.Ordinal)
            || Words.Ends("hand-who", words) || Words.Ends("hand", words) || Counted().IsMatch(words) || Words["hand-short"].Any(w => w[0] == words[^1]);
    }

    // 3幅, (共3幅), 各1份, 11月18日.
    [GeneratedRegex(@"^(?:[ (]*(?:共计|合计|一共|共|计|各)?[0-9〇零一二两三四五六七八九十百]+[多余]?(?:幅|份|件|个|张|篇|部|本|套|条|项|册|段|首|组|种|副|页|例|块|支|只|枚|人|名|月|日|号)[ )]*)+", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Fillers();

    [GeneratedRegex(@"[0-9〇零一二两三四五六七八九十百]+[幅份件个张篇部本套条项册段首组种副页例块支只枚]\)?$", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Counted();

    // 作品和照片已发; 作品还没交，今天补上.
    [GeneratedRegex("^(?:以及|和|与|及|并|、|连同|还没|没|尚未|未)", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Onward();

    // 作品通过邮箱发您了, 作品在附件里.
    [GeneratedRegex("^(?:通过|用|以|在|从)(?:.{0,8})(?:发|报|交|送|传|附件)", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Place();

    // 请各校报送, 18日前报.
    [GeneratedRegex("请(?!查|收|接收|审|见|予|指正|过目|领导|老师)|[日号底点时天五]前", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Demand();
}

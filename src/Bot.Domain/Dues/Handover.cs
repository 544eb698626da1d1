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
                if ((!alone || HandoverWords.BeginsWord(before)) && IsHandedOver(i, before, _text[(at + noun.Length)..to])) yield return at + noun.Length;
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
        if (IsNever(index) || HandoverWords.Tail(behind) is not { } tail) return false;
        var later = Words.Any("hand-later", clause);
        if (!later && (HandoverWords.HandsBefore(before) || HandoverWords.HandsBehind(tail))) return true;
        if ((!later || _attached) && FollowedByAct(index)) return true;
        return _attached && !later && tail.Length == 0 && !Words.Any("hand-doing", before) && _text.Count(char.IsLetterOrDigit) <= LongestAttached;
    }

    // 作品3幅，请查收; 作品3幅，承诺书1份，已发; but 作品还在做，照片已发.
    private bool FollowedByAct(int index)
    {
        for (var next = index + 1; next < _clauses.Count; next++)
        {
            var clause = Clause(next).Trim();
            if (!clause.Any(char.IsLetterOrDigit)) continue;
            if (IsNever(next) || Words.Any("hand-later", clause)) return false;
            var tail = HandoverWords.Tail(clause);
            if (tail is { Length: > 0 } && !HandoverWords.Onward().IsMatch(tail) && (HandoverWords.HandsBehind(tail) || Words.Any("hand-look", clause))) return true;
            if (clause.Length > LongestBetween || !HandoverWords.EndsCounted(clause)) return false;
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

    // 请各校报送, 18日前报.
    [GeneratedRegex("请(?!查|收|接收|审|见|予|指正|过目|领导|老师)|[日号底点时天五]前", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex Demand();
}

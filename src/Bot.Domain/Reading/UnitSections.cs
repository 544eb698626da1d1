using System.Buffers;

namespace Bot.Domain.Reading;

/// <summary>Which unit each part of a round-up speaks of (白塔社区：…；桃仙社区：…). A report of one's own has one part.</summary>
internal sealed class UnitSections
{
    private static readonly string[] Endings = ["社区", "村委会", "居委会", "村", "公司", "街道", "学校", "小学", "中学", "幼儿园", "医院", "工厂", "厂", "局", "所", "处", "办", "集团", "分公司", "中心", "医院", "学院", "大队", "支队", "中队", "车间", "矿", "店", "站", "场", "屯", "镇", "乡", "区", "县", "市", "科", "园区", "商会", "合作社"];
    private static readonly SearchValues<char> NoName = SearchValues.Create("我本各该几替将把一二三四五六七八九十0123456789");
    private readonly List<(int From, string? Unit)> parts = [(0, null)];

    /// <summary>The unit spoken of at a position; null: the sender's own.</summary>
    public string? At(int at)
    {
        string? unit = null;
        foreach (var part in parts)
        {
            if (part.From > at)
                break;
            unit = part.Unit;
        }

        return unit;
    }

    /// <summary>Finds the parts: at least two that begin with different units' names, in a list or parted by stops.</summary>
    public static UnitSections Of(MarkedText text, ReadingContext context)
    {
        var sections = new UnitSections();
        var said = KindWords.Shared.Any("roundup", text.Source.Text); // else only names that show what they are
        var found = new List<(int From, string Unit)>();
        foreach (var clause in text.Clauses.Where(clause => clause.Depth == 0 && !clause.Quoted))
        {
            foreach (var from in Starts(text, clause))
            {
                if (from >= clause.To || !said && !Opens(text, clause, from))
                    continue;
                if (NamesAt(text, from, clause.To, context, !said, out var end) is not { } unit || KindWords.Shared.Any("roundup", unit) || !IsFollowed(text, end, clause.To, context.Units.Contains(unit)))
                    continue;
                found.RemoveAll(part => part.From < end && part.From >= from);
                if (!found.Exists(part => part.From <= from && from < part.From + part.Unit.Length))
                    found.Add((from == AfterMark(text.Source, clause.From, clause.To) ? clause.From : from, unit));
            }
        }

        // Without a word that says so, a round-up speaks of others only.
        if (!said && found.Exists(part => IsOwn(part.Unit, context.Unit)))
            return sections;
        if (found.SelectMany(part => part.Unit.Split(UnitShares.Mark)).Distinct(StringComparer.Ordinal).Count() < 2 || !IsListed(text, found))
            return sections;
        foreach (var (from, unit) in found)
            sections.parts.Add((from, unit));
        return sections;
    }

    // Behind the name its report begins: a colon, an activity, a thing, a verb, a day. Behind the name of one of the office's
    // units the activity may have words of its own before it (应急疏散演练).
    private static bool IsFollowed(MarkedText text, int at, int to, bool known) => at >= to || text.Source[at] is ':' or ' ' or '-'
        || text.ConceptHits(at, Math.Min(to, at + 12)).Any(hit => known || hit.From == at) || text.RoleHits(at, Math.Min(to, at + 8)).Any(hit => hit.From == at)
        || text.Dates.Exists(date => date.From == at);

    // A name that opens a sentence or what stands behind a colon.
    private static bool Opens(MarkedText text, Clause clause, int from) => from > clause.From
        ? text.Source[from - 1] == ':' || IsMark(text.Source[from - 2 < 0 ? 0 : from - 2]) || from == AfterMark(text.Source, clause.From, clause.To) && IsFirst(text, clause)
        : IsFirst(text, clause);

    private static bool IsFirst(MarkedText text, Clause clause) => clause.Index == 0 || text.Clauses[clause.Index - 1].Sentence != clause.Sentence;

    private static bool IsOwn(string name, string? own) => own is null || own.Contains(name, StringComparison.Ordinal) || name.Contains(own, StringComparison.Ordinal);

    // One name, or several spoken of together: 青松社区、红砖里社区各…
    private static string? NamesAt(MarkedText text, int from, int to, ReadingContext context, bool strict, out int end)
    {
        end = from;
        var names = new List<string>();
        while (NameAt(text, end, to, context, strict) is { } name)
        {
            names.Add(name);
            end += name.Length;
            if (end + 2 >= to || text.Source[end] is not ('、' or '和' or '与'))
                break;
            end++;
        }

        if (names.Count == 0)
            return null;
        if (end > from && text.Source[end - 1] is '、' or '和' or '与' && !names[^1].EndsWith(text.Source[end - 1]))
            end--;
        return string.Join(UnitShares.Mark, names);
    }

    // A name begins a line, a sentence or, between enumeration marks, a part.
    private static IEnumerable<int> Starts(MarkedText text, Clause clause)
    {
        yield return AfterMark(text.Source, clause.From, clause.To);
        for (var at = clause.From; at + 1 < clause.To; at++)
        {
            if (text.Source[at] is '、' or ':')
                yield return AfterMark(text.Source, at + 1, clause.To);
            else if (text.Source[at] is '.' or ')' or ' ' && at > clause.From && IsMark(text.Source[at - 1]))
                yield return AfterMark(text.Source, at + 1, clause.To);
        }
    }

    private static bool IsMark(char c) => char.IsAsciiDigit(c) || c is >= '①' and <= '⑳';

    private static int AfterMark(SourceText source, int from, int to)
    {
        var at = from;
        while (at < to && (char.IsAsciiDigit(source[at]) || source[at] is '.' or '、' or ' ' or ')' or '-' or '·' or '*' or (>= '①' and <= '⑳')))
            at++;
        return at;
    }

    private static string? NameAt(MarkedText text, int from, int to, ReadingContext context, bool strict)
    {
        var words = text.Source.Text[from..to];
        foreach (var unit in context.Units)
        {
            if (unit.Length > 1 && words.StartsWith(unit, StringComparison.Ordinal))
                return text.Source.Words(from, from + unit.Length);
        }

        var colon = words.IndexOf(':');
        if (colon is >= 2 and <= 14 && IsName(words[..colon]) && (!strict || EndsWithAny(words[..colon])) && !text.PieceHits(from, from + colon).Any(piece => piece.To - piece.From > 2))
            return text.Source.Words(from, from + colon);
        foreach (var ending in Endings)
        {
            var at = words.IndexOf(ending, StringComparison.Ordinal);
            if (at >= 1 && at + ending.Length <= 12 && IsName(words[..(at + ending.Length)]) && EndsWithAny(words[..(at + ending.Length)]))
                return text.Source.Words(from, from + at + ending.Length);
        }

        return null;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> name)
    {
        foreach (var ending in Endings)
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // A name is letters only, without a word for an activity, a thing or a verb in it.
    private static bool IsName(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('(' or ')'))
                return false;
        }

        return ConceptScan.Shared.Find(words).Count == 0 && Lexicon.Shared.Find(words).Count(hit => hit.To - hit.From > 1) <= 1
            && !words.ContainsAny(NoName);
    }

    private static bool IsListed(MarkedText text, List<(int From, string Unit)> found)
    {
        var withFigures = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var to = i + 1 < found.Count ? found[i + 1].From : text.Source.Length;
            if (text.QuantitiesIn(found[i].From, to).Any())
                withFigures += found[i].Unit.Contains(UnitShares.Mark, StringComparison.Ordinal) ? 2 : 1;
        }

        return withFigures >= 2;
    }
}

namespace Bot.Domain.Reading;

/// <summary>
/// Names that only show themselves by what they do: 天晟光电组织……。柏盛家具发动……。 Where sentence after sentence of a round-up
/// begins with words of its own and a verb of doing, the words are the units.
/// </summary>
internal sealed class SentenceNames
{
    private const int Shortest = 3;
    private const int Longest = 8;
    private static readonly string[] Inner = ["党委", "支部", "总支", "工会", "团委", "妇联", "科", "部", "室", "队", "组", "班", "车间", "委员会", "物业", "志愿者", "网格", "两委"]; // bodies within a unit
    private readonly Dictionary<int, int> ends = [];

    private SentenceNames()
    {
    }

    /// <summary>Finds them; none where fewer than two sentences begin so, or many others do not.</summary>
    public static SentenceNames Of(MarkedText text, Func<int, int, bool> isName)
    {
        var names = new SentenceNames();
        var (told, sentence) = (0, -1);
        foreach (var clause in text.Clauses)
        {
            if (clause.Sentence == sentence || clause.Depth > 0 || clause.Quoted)
                continue;
            sentence = clause.Sentence;
            var from = LineMarks.Behind(text.Source, clause.From, clause.To);
            if (text.Source.Text[from..clause.To].LastIndexOf(':') is >= 0 and var colon)
                from += colon + 1;
            if (!text.QuantitiesIn(from, EndOf(text, clause)).Any())
                continue;
            told++;
            if (End(text, from, clause.To) is { } end && isName(from, end) && !IsInner(text.Source.Text[from..end]))
                names.ends[from] = end;
        }

        var different = names.ends.Select(name => text.Source.Words(name.Key, name.Value)).Distinct(StringComparer.Ordinal).Count();
        if (different < 2 || names.ends.Count * 3 < told * 2)
            names.ends.Clear();
        return names;
    }

    /// <summary>Where the name ends that begins at a position, or null.</summary>
    public int? EndAt(int from) => ends.TryGetValue(from, out var end) ? end : null;

    // The words before the first verb of doing, or before who leads.
    private static int? End(MarkedText text, int from, int to)
    {
        foreach (var hit in text.RoleHits(from + 1, Math.Min(to, from + Longest + 4)))
        {
            if (hit.To - hit.From < 2 && !(hit.Roles.HasFlag(Role.Do) && text.ConceptHits(hit.From, to).Any(activity => !activity.Concept.IsThing && activity.From - hit.From <= 1)) || !hit.Roles.HasFlag(Role.Do) && !text.Source.Text[from..hit.From].EndsWith("主要") && !text.Source.Text[hit.From..].StartsWith("主要负责"))
                continue;
            var end = text.Source.Text[from..hit.From] is [.., '主', '要'] ? hit.From - 2 : hit.From;
            if (text.Source.Text[from..end].IndexOf("一把手", StringComparison.Ordinal) is > 0 and var lead)
                end = from + lead;
            return end - from is >= Shortest and <= Longest && text.Source[from] is not ('全' or '该' or '另' or '共') ? end : null;
        }

        return null;
    }

    private static bool IsInner(ReadOnlySpan<char> name)
    {
        foreach (var ending in Inner)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static int EndOf(MarkedText text, Clause clause)
    {
        var last = clause;
        for (var i = clause.Index + 1; i < text.Clauses.Count && text.Clauses[i].Sentence == clause.Sentence; i++)
            last = text.Clauses[i];
        return last.To;
    }
}

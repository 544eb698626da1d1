namespace Bot.Domain.Reading;

/// <summary>Counts the visits of an activity by the places it is said to have gone to: 先后走进甲村、乙村、丙村开展安全宣传进农村活动 are three.</summary>
internal static class ListedPlaces
{
    private const int Longest = 14;

    /// <summary>Gives every activity without a number, that goes to places, as many occasions as it names.</summary>
    public static void Count(MarkedText text, Draft draft)
    {
        foreach (var frame in draft.Frames)
        {
            if (draft.Frames.Exists(other => other != frame && other.Group == frame.Group && other.Unit == frame.Unit && other.Sessions.Count > 0))
                continue; // told of it already
            if (frame is { Sessions.Count: 0, Asked: false, Mention.Concept.Replaces: true, Group.Sessions: { } slot } && Names(text, frame.Mention.Clause, frame.Mention.To) is { Count: > 1 } named)
                frame.Sessions.Add(new Placed(slot, named.Count, Bound.Exact, named.From, named.To, frame.Mention.Rule + "·listed"));
        }
    }

    // The longest list behind a word of going, in the sentence up to the mention.
    private static (int Count, int From, int To) Names(MarkedText text, Clause clause, int end)
    {
        var best = (Count: 0, From: 0, To: 0);
        for (var i = clause.Index; i >= 0 && text.Clauses[i].Sentence == clause.Sentence; i--)
        {
            var part = text.Clauses[i];
            foreach (var going in text.RoleHits(part.From, i == clause.Index ? Math.Max(end, part.From) : part.To))
            {
                if (going.Roles.HasFlag(Role.GoTo) && List(text, going.To, part.To) is var list && list.Count > best.Count)
                    best = list;
            }
        }

        return best;
    }

    private static (int Count, int From, int To) List(MarkedText text, int from, int to)
    {
        foreach (var verb in text.RoleHits(from, to))
        {
            if (verb.From > from && verb.Roles.HasFlag(Role.Do))
            {
                to = verb.From;
                break;
            }
        }

        var count = 0;
        if (text.QuantitiesIn(from, to).Any() || text.DatesIn(from, to).Any())
            return default;
        foreach (var range in text.Source.Text[from..to].Split('、'))
        {
            var (begin, end) = (from + range.Start.GetOffset(to - from), from + range.End.GetOffset(to - from));
            if (end - begin is < 2 or > Longest || IsKind(text, begin, end))
                return default; // 走进社区、企业: kinds of places, none in particular
            count++;
        }

        return (count, from, to);
    }

    private static bool IsKind(MarkedText text, int from, int to) => to - from <= 2 || text.RoleHits(from, to).Any(hit => hit.Roles.HasFlag(Role.Place) && hit.From == from && hit.To == to)
        || text.HasAny(from, to, "等", "各", "等地", "沿线", "田间", "地头", "千家万户");
}

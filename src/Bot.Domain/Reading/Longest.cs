namespace Bot.Domain.Reading;

/// <summary>Of words found over one another the longest counts.</summary>
internal static class Longest
{
    /// <summary>The hits that lie inside no longer one, in the order of the text.</summary>
    public static List<WordHit> Of(List<WordHit> hits)
    {
        hits.Sort(static (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : b.To.CompareTo(a.To));
        var kept = new List<WordHit>(hits.Count);
        var reach = -1;
        foreach (var hit in hits)
        {
            if (hit.To <= reach)
                continue;
            kept.Add(hit);
            reach = hit.To;
        }

        return kept;
    }
}

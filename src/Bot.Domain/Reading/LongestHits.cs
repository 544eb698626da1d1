namespace Bot.Domain.Reading;

/// <summary>Of words found over one another the longest counts.</summary>
internal static class LongestHits
{
    /// <summary>
    /// Adds the next hit in the order of ends, the longest of an end first; what it covers goes, and nothing is added where
    /// it lies inside the one before. The list stays in the order of the text.
    /// </summary>
    public static void Push(List<WordHit> kept, int first, WordHit hit)
    {
        var last = kept.Count;
        if (last > first && kept[last - 1].To == hit.To)
            return;
        while (last > first && kept[last - 1].From >= hit.From)
            last--;
        if (last < kept.Count)
            kept.RemoveRange(last, kept.Count - last);
        kept.Add(hit);
    }
}

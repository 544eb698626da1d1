namespace Bot.Domain.Reading;

/// <summary>
/// A list whose head says that every line holds two figures, the total and the period's own (累计／其中本周): the total counts.
/// </summary>
internal static class PairedColumns
{
    private const int HeadReach = 60;

    /// <summary>Takes the period's figures out of the quantities.</summary>
    public static void Remove(MarkedText text)
    {
        var words = text.Source.Text;
        var head = words[..Math.Min(words.Length, HeadReach)];
        var slash = head.IndexOf('/');
        if (slash < 0)
            return;
        var before = head[Math.Max(0, slash - 6)..slash];
        var behind = head[(slash + 1)..Math.Min(head.Length, slash + 7)];
        var totalFirst = KindWords.Shared.Any("so-far-column", before) && KindWords.Shared.Any("period-column", behind);
        if (!totalFirst && !(KindWords.Shared.Any("so-far-column", behind) && KindWords.Shared.Any("period-column", before)))
            return;
        text.Quantities.RemoveAll(quantity =>
        {
            var line = text.Source.Text[..quantity.From].LastIndexOf('\n') + 1;
            var end = text.Source.Text[quantity.To..].IndexOf('\n');
            var later = text.Source.Text[line..quantity.From].Contains('/');
            var earlier = (end < 0 ? text.Source.Text[quantity.To..] : text.Source.Text.Slice(quantity.To, end)).Contains('/');
            return totalFirst ? later : earlier;
        });
    }
}

namespace Bot.Domain.Reading;

/// <summary>Where the blanks of a message lie: asked for a position without going through all of them.</summary>
internal sealed class BlankPlaces
{
    private readonly int[] begins;
    private readonly int[] ends; // the furthest end of the blanks that begin so far

    private BlankPlaces(List<WrittenBlank> blanks)
    {
        begins = new int[blanks.Count];
        ends = new int[blanks.Count];
        for (var at = 0; at < begins.Length; at++)
            (begins[at], ends[at]) = (blanks[at].From, blanks[at].To);
        Array.Sort(begins, ends);
        for (var at = 1; at < ends.Length; at++)
            ends[at] = Math.Max(ends[at], ends[at - 1]);
    }

    /// <summary>No blanks.</summary>
    public static BlankPlaces None { get; } = new([]);

    /// <summary>The places of blanks.</summary>
    public static BlankPlaces Of(List<WrittenBlank> blanks) => blanks.Count == 0 ? None : new BlankPlaces(blanks);

    /// <summary>Whether a position lies in a blank.</summary>
    public bool Hold(int at) => FurthestBefore(at + 1) > at;

    /// <summary>Whether a position lies in a blank or right behind it.</summary>
    public bool HoldOrEnd(int at) => FurthestBefore(at + 1) >= at;

    /// <summary>Whether any blank shares a place with those between two positions.</summary>
    public bool Meet(int from, int to) => FurthestBefore(to) > from;

    // The furthest end of the blanks that begin before a position; -1 where none does.
    private int FurthestBefore(int at)
    {
        var found = Array.BinarySearch(begins, at);
        var count = found < 0 ? ~found : found;
        while (count > 0 && begins[count - 1] >= at)
            count--; // blanks that begin at one place
        return count == 0 ? -1 : ends[count - 1];
    }
}

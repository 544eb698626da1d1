namespace Bot.Domain.Reading;

/// <summary>Sorts lists in which nothing is far from its place: what is found in a text by its end lies near its beginning.</summary>
internal static class NearlySorted
{
    /// <summary>Sorts by insertion; what is equal stays in its order.</summary>
    /// <param name="behind">Whether the first belongs behind the second.</param>
    public static void Sort<T>(List<T> list, Func<T, T, bool> behind)
    {
        for (var i = 1; i < list.Count; i++)
        {
            var one = list[i];
            var at = i;
            for (; at > 0 && behind(list[at - 1], one); at--)
                list[at] = list[at - 1];
            list[at] = one;
        }
    }
}

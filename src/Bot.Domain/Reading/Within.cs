using System.Collections;

namespace Bot.Domain.Reading;

/// <summary>Something found in a text, kept in the order of its places.</summary>
internal interface IFound
{
    /// <summary>The place it is ordered by.</summary>
    int Place { get; }

    /// <summary>Where it must end, at the latest, to lie before a position.</summary>
    int End { get; }
}

/// <summary>
/// What of a list lies between two positions. Walking through it, and the questions below, cost nothing but the walk; every
/// other question goes through LINQ.
/// </summary>
internal readonly struct Within<T>(List<T> all, int from, int to) : IEnumerable<T>
    where T : IFound
{
    private readonly int first = FirstAt(all, from);

    /// <summary>Whether there is any.</summary>
    public bool Any() => GetEnumerator().MoveNext();

    /// <summary>Whether any is so.</summary>
    public bool Any(Func<T, bool> so)
    {
        foreach (var one in this)
        {
            if (so(one))
                return true;
        }

        return false;
    }

    /// <summary>Whether all are so.</summary>
    public bool All(Func<T, bool> so)
    {
        foreach (var one in this)
        {
            if (!so(one))
                return false;
        }

        return true;
    }

    /// <summary>The first, or nothing.</summary>
    public T? FirstOrDefault()
    {
        var walk = GetEnumerator();
        return walk.MoveNext() ? walk.Current : default;
    }

    /// <summary>The first that is so, or nothing.</summary>
    public T? FirstOrDefault(Func<T, bool> so)
    {
        foreach (var one in this)
        {
            if (so(one))
                return one;
        }

        return default;
    }

    /// <summary>The last, or nothing.</summary>
    public T? LastOrDefault() => LastOrDefault(static _ => true);

    /// <summary>The last that is so, or nothing.</summary>
    public T? LastOrDefault(Func<T, bool> so)
    {
        T? last = default;
        foreach (var one in this)
        {
            if (so(one))
                last = one;
        }

        return last;
    }

    /// <summary>Walks through it.</summary>
    public Walk GetEnumerator() => new(all, first - 1, to);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int FirstAt(List<T> sorted, int from)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].Place < from)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>A walk through it.</summary>
    internal struct Walk(List<T> all, int at, int to) : IEnumerator<T>
    {
        private int at = at;

        /// <inheritdoc />
        public readonly T Current => all[at];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc />
        public bool MoveNext()
        {
            while (++at < all.Count && all[at].Place < to)
            {
                if (all[at].End <= to)
                    return true;
            }

            return false;
        }

        /// <inheritdoc />
        public readonly void Reset() => throw new NotSupportedException();

        /// <inheritdoc />
        public readonly void Dispose()
        {
        }
    }
}

namespace Bot.Domain.Reading;

/// <summary>The words of a <see cref="WordTrie"/> while they are collected, and how its cells are laid out of them.</summary>
internal sealed class TrieDraft
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<int> word = [-1]; // the word that ends in a state
    private readonly List<int> lengths = [];

    /// <summary>How many words.</summary>
    public int Count => lengths.Count;

    /// <summary>Adds a word; its number is returned.</summary>
    public int Add(string text)
    {
        var state = 0;
        foreach (var c in text)
        {
            var key = ((long)state << 16) | Alphabet.NumberOf(c);
            if (!edges.TryGetValue(key, out var next))
            {
                next = word.Count;
                edges.Add(key, next);
                word.Add(-1);
            }

            state = next;
        }

        if (word[state] < 0)
        {
            word[state] = lengths.Count;
            lengths.Add(text.Length);
        }

        return word[state];
    }

    /// <summary>The linked cells, and the words' lengths.</summary>
    public (WordTrie.Cell[] Cells, int[] Lengths) Link()
    {
        var children = new List<(int On, int To)>[word.Count];
        foreach (var (key, to) in edges)
            (children[(int)(key >> 16)] ??= []).Add(((int)(key & 0xFFFF), to));
        var cells = new List<WordTrie.Cell> { Empty };
        var cellOf = new int[word.Count];
        var (byDepth, free) = (new Queue<int>([0]), 1);
        while (byDepth.TryDequeue(out var state))
        {
            if (children[state] is not { } next)
                continue;
            var own = cells[cellOf[state]];
            own.Base = Place(cells, next, ref free);
            cells[cellOf[state]] = own;
            foreach (var (on, to) in next)
            {
                cellOf[to] = own.Base + on;
                cells[cellOf[to]] = Empty with { Owner = cellOf[state], Word = word[to] };
                byDepth.Enqueue(to);
            }
        }

        WordTrie.Cell[] all = [.. cells];
        Follow(all, children, cellOf);
        return (all, [.. lengths]);
    }

    private static WordTrie.Cell Empty => new() { Base = int.MinValue, Owner = -1, Word = -1 };

    // The first place where the cells of all next states are free.
    private static int Place(List<WordTrie.Cell> cells, List<(int On, int To)> next, ref int free)
    {
        while (free < cells.Count && cells[free].Owner >= 0)
            free++;
        var lowest = next.Min(edge => edge.On);
        for (var at = free; ; at++)
        {
            var place = at - lowest;
            if (!next.TrueForAll(edge => place + edge.On >= cells.Count || cells[place + edge.On].Owner < 0))
                continue;
            var highest = place + next.Max(edge => edge.On);
            while (cells.Count <= highest)
                cells.Add(Empty);
            return place;
        }
    }

    private static void Follow(WordTrie.Cell[] all, List<(int On, int To)>[] children, int[] cellOf)
    {
        var byDepth = new Queue<int>([0]);
        while (byDepth.TryDequeue(out var state))
        {
            var from = cellOf[state];
            foreach (var (on, to) in children[state] ?? [])
            {
                var at = cellOf[to];
                var back = from == 0 ? 0 : Next(all, all[from].Failure, on);
                all[at].Failure = back;
                all[at].Shorter = all[back].Found;
                all[at].Found = all[at].Word >= 0 ? at : all[back].Found;
                byDepth.Enqueue(to);
            }
        }
    }

    private static int Next(WordTrie.Cell[] all, int state, int on)
    {
        while (true)
        {
            var next = all[state].Base + on;
            if ((uint)next < (uint)all.Length && all[next].Owner == state)
                return next;
            if (state == 0)
                return 0;
            state = all[state].Failure;
        }
    }
}

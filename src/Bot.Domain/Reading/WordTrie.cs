namespace Bot.Domain.Reading;

/// <summary>
/// Finds every occurrence of many words in one pass (Aho–Corasick). Quotation marks inside a word are skipped:
/// 进“企业” is found as 进企业.
/// </summary>
internal sealed class WordTrie
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<int> word = [-1];   // the word that ends in a state
    private readonly List<int> failure = [0];
    private readonly List<int> output = [0];  // the next shorter state with a word
    private readonly List<int> lengths = [];
    private readonly bool[] starts = new bool[char.MaxValue + 1];

    /// <summary>How many words.</summary>
    public int Count => lengths.Count;

    /// <summary>Adds a word; its number is returned. The same word keeps its number.</summary>
    public int Add(string text)
    {
        var state = 0;
        foreach (var c in text)
        {
            var key = Key(state, c);
            if (!edges.TryGetValue(key, out var next))
            {
                next = word.Count;
                edges.Add(key, next);
                word.Add(-1);
                failure.Add(0);
                output.Add(0);
            }

            state = next;
        }

        if (word[state] < 0)
        {
            word[state] = lengths.Count;
            lengths.Add(text.Length);
            starts[text[0]] = true;
        }

        return word[state];
    }

    /// <summary>Links the states; call once after the last word.</summary>
    public void Seal()
    {
        var byDepth = new Queue<int>();
        var children = new List<(char On, int To)>[word.Count];
        foreach (var (key, to) in edges)
            (children[(int)(key >> 16)] ??= []).Add(((char)(key & 0xFFFF), to));
        foreach (var (_, to) in children[0] ?? [])
            byDepth.Enqueue(to);
        while (byDepth.TryDequeue(out var state))
        {
            foreach (var (on, to) in children[state] ?? [])
            {
                failure[to] = Step(failure[state], on);
                output[to] = word[failure[to]] >= 0 ? failure[to] : output[failure[to]];
                byDepth.Enqueue(to);
            }
        }
    }

    /// <summary>All occurrences, in the order of their ends.</summary>
    public void Scan(ReadOnlySpan<char> text, List<WordHit> hits)
    {
        var places = text.Length <= 1024 ? stackalloc int[text.Length] : new int[text.Length];
        var read = 0;
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '“' or '”' or '"' or '《' or '》')
                continue;
            places[read++] = i;
            if (state == 0 && !starts[c])
                continue;
            state = Step(state, c);
            for (var at = word[state] >= 0 ? state : output[state]; at != 0; at = output[at])
                hits.Add(new WordHit(places[read - lengths[word[at]]], i + 1, word[at]));
        }
    }

    /// <summary>The longest word that begins exactly here, or -1.</summary>
    public int Longest(ReadOnlySpan<char> text, int at, out int end)
    {
        var (state, found) = (0, -1);
        end = at;
        for (var i = at; i < text.Length && edges.TryGetValue(Key(state, text[i]), out state); i++)
        {
            if (word[state] < 0)
                continue;
            found = word[state];
            end = i + 1;
        }

        return found;
    }

    private int Step(int state, char c)
    {
        while (true)
        {
            if (edges.TryGetValue(Key(state, c), out var next))
                return next;
            if (state == 0)
                return 0;
            state = failure[state];
        }
    }

    private static long Key(int state, char c) => ((long)state << 16) | c;
}

/// <summary>An occurrence of a word.</summary>
internal readonly record struct WordHit(int From, int To, int Word);

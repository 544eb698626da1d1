namespace Bot.Domain.Reading;

/// <summary>Finds the concepts named in a text: single words, and pairs of words near each other in one sentence.</summary>
internal sealed class ConceptScan
{
    private const int Near = 18;
    private readonly WordTrie trie = new();
    private readonly List<Meaning> meanings = [];

    private ConceptScan(Concepts concepts)
    {
        foreach (var concept in concepts.All)
        {
            foreach (var word in concept.Words)
                Of(word).Names.Add(concept);
            foreach (var word in concept.Blockers)
                Of(word).Blocks = true;
            foreach (var (first, second) in concept.Pairs)
            {
                var pair = new Pair(concept, trie.Add(first), trie.Add(second));
                Of(first).Pairs.Add(pair);
                Of(second).Pairs.Add(pair);
            }
        }

        trie.Seal();
    }

    /// <summary>The scan over the concepts that come with the program.</summary>
    public static ConceptScan Shared { get; } = new(Concepts.Shared);

    /// <summary>A scan over other concepts.</summary>
    public static ConceptScan Of(Concepts concepts) => new(concepts);

    /// <summary>The concepts named, in the order of the text.</summary>
    public List<ConceptHit> Find(ReadOnlySpan<char> text)
    {
        var hits = new List<WordHit>();
        trie.Scan(text, hits);
        var found = Direct(hits);
        FindPairs(text, hits, found);
        DropCovered(found);
        DropLonger(found);
        found.Sort(static (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : b.To.CompareTo(a.To));
        return found;
    }

    // Words that name a concept by themselves; of words over one another the longest counts.
    private List<ConceptHit> Direct(List<WordHit> hits)
    {
        var naming = hits.FindAll(hit => meanings[hit.Word] is { } m && (m.Blocks || m.Names.Count > 0));
        var found = new List<ConceptHit>();
        foreach (var hit in Longest.Of(naming))
        {
            foreach (var concept in meanings[hit.Word].Names)
                found.Add(new ConceptHit(hit.From, hit.To, concept, Paired: false));
        }

        return found;
    }

    private void FindPairs(ReadOnlySpan<char> text, List<WordHit> hits, List<ConceptHit> found)
    {
        var last = new Dictionary<int, WordHit>();
        hits.Sort(static (a, b) => a.From.CompareTo(b.From));
        var stop = -1;
        foreach (var hit in hits)
        {
            var meaning = meanings[hit.Word];
            if (meaning.Pairs.Count == 0)
                continue;
            foreach (var pair in meaning.Pairs)
            {
                if (pair.Second != hit.Word)
                    continue; // the words of a pair come in their order
                var other = pair.First;
                if (!last.TryGetValue(other, out var mate) || hit.From - mate.To > Near || mate.To > hit.From)
                    continue;
                if (stop < mate.To)
                    stop = Stops(text, mate.To, hit.From);
                if (stop < mate.To || stop >= hit.From)
                    found.Add(new ConceptHit(IsApart(text, pair.Concept, mate.To, hit.From) ? hit.From : mate.From, hit.To, pair.Concept, Paired: true));
                stop = -1;
            }

            last[hit.Word] = hit;
        }
    }

    // An activity named in two clauses (书记……，宣讲……) stands in the second.
    private static bool IsApart(ReadOnlySpan<char> text, Concept concept, int from, int to) => !concept.IsThing && text[from..to].Contains('，');

    // Where the sentence ends between two words, or -1. No further than Near characters apart, so this stays linear.
    private static int Stops(ReadOnlySpan<char> text, int from, int to)
    {
        var at = text[from..to].IndexOfAny("。;!?\n");
        return at < 0 ? -1 : from + at;
    }

    // A pair says more than a word inside it: 负责人+安全课 is no plain 安全课, 展播+宣传片 no 观影.
    private static void DropCovered(List<ConceptHit> found)
    {
        var pairs = found.FindAll(hit => hit.Paired);
        pairs.Sort(static (a, b) => a.From.CompareTo(b.From));
        var first = 0;
        found.Sort(static (a, b) => a.From.CompareTo(b.From));
        found.RemoveAll(hit =>
        {
            while (first < pairs.Count && pairs[first].From < hit.From - (3 * Near))
                first++; // pairs are short: what begins further back cannot reach here
            return !hit.Paired && Covers(pairs, first, hit);
        });
    }

    // Of pairs for one concept over one another the shortest says where it is: 走访独居 in 走访独居老人……，入户.
    private static void DropLonger(List<ConceptHit> found)
    {
        found.Sort(static (a, b) => a.From.CompareTo(b.From));
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var longer = false;
            for (var j = i + 1; j < found.Count && found[j].From < found[i].To && !longer; j++)
                longer = found[i].Paired && !found[i].Concept.IsThing && found[j].Concept == found[i].Concept && found[j].To <= found[i].To;
            for (var j = i - 1; j >= 0 && found[j].From == found[i].From && !longer; j--)
                longer = found[i].Paired && !found[i].Concept.IsThing && found[j].Concept == found[i].Concept && found[j].To <= found[i].To;
            if (longer)
                found.RemoveAt(i);
        }
    }

    private static bool Covers(List<ConceptHit> pairs, int first, ConceptHit hit)
    {
        for (var i = first; i < pairs.Count && pairs[i].From <= hit.From; i++)
        {
            if (hit.To <= pairs[i].To && pairs[i].Concept != hit.Concept && pairs[i].Concept.IsThing == hit.Concept.IsThing)
                return true;
        }

        return false;
    }

    private Meaning Of(string word)
    {
        var number = trie.Add(word);
        while (meanings.Count <= number)
            meanings.Add(new Meaning());
        return meanings[number];
    }

    private sealed class Meaning
    {
        public List<Concept> Names { get; } = [];

        public List<Pair> Pairs { get; } = [];

        public bool Blocks { get; set; }
    }

    private sealed record Pair(Concept Concept, int First, int Second);
}

/// <summary>A concept named in a text (folded positions).</summary>
/// <param name="Paired">By two words together.</param>
internal readonly record struct ConceptHit(int From, int To, Concept Concept, bool Paired);

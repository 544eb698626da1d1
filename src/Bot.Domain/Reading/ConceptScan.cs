using System.Buffers;
using System.Runtime.InteropServices;

namespace Bot.Domain.Reading;

/// <summary>Finds the concepts named in a text: single words, and pairs of words near each other in one sentence.</summary>
internal sealed class ConceptScan
{
    private const int Near = 18;
    private const int Far = 48;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。;!?\n");

    [ThreadStatic]
    private static Scratch? scratch;

    private readonly WordTrie trie = new();
    private readonly List<Meaning> meanings = [];
    private readonly List<(string Verb, Concept Concept)> titled = [];

    private ConceptScan()
    {
        foreach (var concept in Concepts.Shared.All)
        {
            foreach (var word in concept.Words)
                Of(word).Names.Add(concept);
            foreach (var verb in concept.BeforeTitles)
                titled.Add((verb, concept));
            foreach (var word in concept.Blockers)
                Of(word).Blocks = true;
            foreach (var (first, second, far) in concept.Pairs)
            {
                var pair = new Pair(concept, trie.Add(first), trie.Add(second), far);
                Of(first).Pairs.Add(pair);
                Of(second).Pairs.Add(pair);
                Of(second).Seconds.Add(pair);
            }
        }

        trie.Seal();
    }

    /// <summary>The one scan over all concepts.</summary>
    public static ConceptScan Shared { get; } = new();

    /// <summary>The concepts named, in the order of the text.</summary>
    public List<ConceptHit> Find(ReadOnlySpan<char> text)
    {
        var found = new List<ConceptHit>();
        Find(text, found);
        return found;
    }

    /// <summary>Adds the concepts named to an empty list, in the order of the text.</summary>
    public void Find(ReadOnlySpan<char> text, List<ConceptHit> found)
    {
        var work = scratch ??= new Scratch();
        work.Clear();
        trie.Scan(text, work.Hits);
        Direct(work);
        FindPairs(text, work);
        FindTitles(text, work.Pairs);
        Merge(work.Direct, work.Pairs, found);
        DropCovered(found, work.Pairs);
        DropLonger(found);
        NearlySorted.Sort(found, static (a, b) => a.From > b.From || (a.From == b.From && a.To < b.To));
    }

    // Words that name a concept by themselves; of words over one another the longest counts.
    private void Direct(Scratch work)
    {
        foreach (var hit in work.Hits)
        {
            if (meanings[hit.Word].Tells)
                LongestHits.Push(work.Naming, 0, hit);
            if (meanings[hit.Word].Blocks)
                LongestHits.Push(work.Blocking, 0, hit);
        }

        foreach (var hit in work.Naming)
        {
            foreach (var concept in meanings[hit.Word].Names)
                work.Direct.Add(new ConceptHit(hit.From, hit.To, concept, Paired: false));
        }
    }

    // 集中看了《安全生产 责任在肩》: the verb tells what the title is of, whatever it says.
    private void FindTitles(ReadOnlySpan<char> text, List<ConceptHit> found)
    {
        var added = false;
        for (var at = text.IndexOf('《'); at >= 0; at = text[(at + 1)..].IndexOf('《') is >= 0 and var next ? at + 1 + next : -1)
        {
            foreach (var (verb, concept) in titled)
            {
                if (!text[..at].EndsWith(verb))
                    continue;
                var close = text[at..].IndexOf('》');
                found.Add(new ConceptHit(at - verb.Length, close < 0 ? at : at + close + 1, concept, Paired: true));
                added = true;
                break;
            }
        }

        if (added)
            NearlySorted.Sort(found, static (a, b) => a.From > b.From);
    }

    private void FindPairs(ReadOnlySpan<char> text, Scratch work)
    {
        var hits = work.Hits;
        hits.RemoveAll(hit => meanings[hit.Word].Pairs.Count == 0);
        NearlySorted.Sort(hits, static (a, b) => a.From > b.From);
        DropBlocked(hits, work.Blocking);
        var last = work.LastOf(meanings.Count); // of every word, its place in the hits from 1
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            foreach (var pair in meanings[hit.Word].Seconds)
            {
                if (last[pair.First] is not (> 0 and var place))
                    continue;
                var mate = hits[place - 1];
                if (hit.From - mate.To > (pair.Far ? Far : Near) || mate.To > hit.From || text[mate.To..hit.From].ContainsAny(SentenceEnds))
                    continue;
                work.Pairs.Add(new ConceptHit(pair.Far || IsApart(text, pair.Concept, mate.To, hit.From) ? hit.From : mate.From, hit.To, pair.Concept, Paired: true));
            }

            last[hit.Word] = i + 1;
        }

        foreach (var hit in hits)
            last[hit.Word] = 0;
        NearlySorted.Sort(work.Pairs, static (a, b) => a.From > b.From);
    }

    // 到课, 课程: what lies inside a longer word that means something else pairs with nothing.
    private static void DropBlocked(List<WordHit> hits, List<WordHit> blocking)
    {
        if (blocking.Count == 0)
            return;
        var (next, kept) = (0, 0);
        foreach (var hit in CollectionsMarshal.AsSpan(hits))
        {
            while (next < blocking.Count && blocking[next].From <= hit.From)
                next++;
            if (next == 0 || hit.To > blocking[next - 1].To || (hit.From == blocking[next - 1].From && hit.To == blocking[next - 1].To))
                hits[kept++] = hit;
        }

        hits.RemoveRange(kept, hits.Count - kept);
    }

    // An activity named in two clauses (书记……，宣讲……) stands in the second.
    private static bool IsApart(ReadOnlySpan<char> text, Concept concept, int from, int to) => !concept.IsThing && text[from..to].Contains('，');

    // In the order of their beginnings; a word by itself before a pair.
    private static void Merge(List<ConceptHit> direct, List<ConceptHit> pairs, List<ConceptHit> found)
    {
        var next = 0;
        foreach (var hit in direct)
        {
            for (; next < pairs.Count && pairs[next].From < hit.From; next++)
                found.Add(pairs[next]);
            found.Add(hit);
        }

        for (; next < pairs.Count; next++)
            found.Add(pairs[next]);
    }

    // A pair says more than a word inside it: 负责人+安全课 is no plain 安全课, 展播+宣传片 no 观影.
    private static void DropCovered(List<ConceptHit> found, List<ConceptHit> pairs)
    {
        if (pairs.Count == 0)
            return;
        var (first, kept) = (0, 0);
        foreach (var hit in CollectionsMarshal.AsSpan(found))
        {
            while (first < pairs.Count && pairs[first].From < hit.From - (3 * Near))
                first++; // pairs are short: what begins further back cannot reach here
            if (hit.Paired || !Covers(pairs, first, hit))
                found[kept++] = hit;
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    // Of pairs for one concept over one another the shortest says where it is: 走访独居 in 走访独居老人……，入户.
    private static void DropLonger(List<ConceptHit> found)
    {
        var kept = found.Count;
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var longer = found[i].Paired && !found[i].Concept.IsThing && IsLonger(found, i, kept);
            if (!longer)
                found[--kept] = found[i];
        }

        found.RemoveRange(0, kept);
    }

    // What was kept behind it stands from there on, what is before it still as it was.
    private static bool IsLonger(List<ConceptHit> found, int at, int kept)
    {
        var hit = found[at];
        for (var j = kept; j < found.Count && found[j].From < hit.To; j++)
        {
            if (found[j].Concept == hit.Concept && found[j].To <= hit.To)
                return true;
        }

        for (var j = at - 1; j >= 0 && found[j].From == hit.From; j--)
        {
            if (found[j].Concept == hit.Concept && found[j].To <= hit.To)
                return true;
        }

        return false;
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

        // The words of a pair come in their order: the pairs it ends.
        public List<Pair> Seconds { get; } = [];

        public bool Blocks { get; set; }

        public bool Tells => Blocks || Names.Count > 0;
    }

    // What one scan needs on the way; a thread scans one text at a time.
    private sealed class Scratch
    {
        private int[] last = [];

        public List<WordHit> Hits { get; } = [];

        public List<WordHit> Naming { get; } = [];

        public List<WordHit> Blocking { get; } = [];

        public List<ConceptHit> Direct { get; } = [];

        public List<ConceptHit> Pairs { get; } = [];

        public void Clear()
        {
            Hits.Clear();
            Naming.Clear();
            Blocking.Clear();
            Direct.Clear();
            Pairs.Clear();
        }

        public int[] LastOf(int words) => last.Length == words ? last : last = new int[words];
    }

    private sealed record Pair(Concept Concept, int First, int Second, bool Far);
}

/// <summary>A concept named in a text (folded positions).</summary>
/// <param name="Paired">By two words together.</param>
internal readonly record struct ConceptHit(int From, int To, Concept Concept, bool Paired) : IFound
{
    int IFound.Place => From;

    int IFound.End => To;
}

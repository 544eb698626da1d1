using System.Runtime.InteropServices;

namespace Bot.Domain.Reading;

/// <summary>
/// Finds every occurrence of many words in one pass (Aho–Corasick over a double array: the cell at a state's base plus a
/// character's number is the next state where that cell belongs to the state). Quotation marks inside a word are skipped:
/// 进“企业” is found as 进企业.
/// </summary>
internal sealed class WordTrie
{
    private TrieDraft? draft = new();
    private Cell[] cells = [];
    private int[] lengths = [];

    /// <summary>How many words.</summary>
    public int Count => draft?.Count ?? lengths.Length;

    /// <summary>Adds a word; its number is returned. The same word keeps its number.</summary>
    public int Add(string text) => (draft ?? throw new InvalidOperationException("The automaton is sealed.")).Add(text);

    /// <summary>Links the states; call once after the last word.</summary>
    public void Seal()
    {
        (cells, lengths) = (draft ?? throw new InvalidOperationException("The automaton is sealed.")).Link();
        draft = null;
    }

    /// <summary>Whether a word begins with this character.</summary>
    public bool Starts(char c) => Step(cells, 0, Alphabet.Table[c]) != 0;

    /// <summary>All occurrences, in the order of their ends, the longest first.</summary>
    public void Scan(ReadOnlySpan<char> text, List<WordHit> hits)
    {
        var numbers = Alphabet.Table;
        var all = cells;
        var (state, quote) = (0, -1);
        for (var i = 0; i < text.Length; i++)
        {
            var number = numbers[text[i]];
            if (number <= Alphabet.LastQuote)
            {
                (state, quote) = number == Alphabet.Unknown ? (0, quote) : (state, i);
                continue;
            }

            state = Step(all, state, number);
            for (var at = all[state].Found; at != 0; at = all[at].Shorter)
                hits.Add(new WordHit(Start(text, i, lengths[all[at].Word], quote), i + 1, all[at].Word));
        }
    }

    /// <summary>The occurrences that lie inside no longer one, in the order of the text.</summary>
    public void ScanLongest(ReadOnlySpan<char> text, List<WordHit> hits)
    {
        var numbers = Alphabet.Table;
        var all = cells;
        var (state, quote, first) = (0, -1, hits.Count);
        for (var i = 0; i < text.Length; i++)
        {
            var number = numbers[text[i]];
            if (number <= Alphabet.LastQuote)
            {
                (state, quote) = number == Alphabet.Unknown ? (0, quote) : (state, i);
                continue;
            }

            state = Step(all, state, number);
            if (all[state].Found is not (> 0 and var at))
                continue;
            LongestHits.Push(hits, first, new WordHit(Start(text, i, lengths[all[at].Word], quote), i + 1, all[at].Word));
        }
    }

    /// <summary>Whether any word stands in the text exactly as it is, quotation marks and all.</summary>
    public bool Any(ReadOnlySpan<char> text)
    {
        var numbers = Alphabet.Table;
        var all = cells;
        var state = 0;
        foreach (var c in text)
        {
            state = Step(all, state, numbers[c]);
            if (all[state].Found != 0)
                return true;
        }

        return false;
    }

    /// <summary>The marks, together, of all words that stand in the text exactly as they are, quotation marks and all.</summary>
    public ulong Marks(ReadOnlySpan<char> text, ReadOnlySpan<ulong> marks)
    {
        var numbers = Alphabet.Table;
        var all = cells;
        var (state, found) = (0, 0UL);
        foreach (var c in text)
        {
            state = Step(all, state, numbers[c]);
            for (var at = all[state].Found; at != 0; at = all[at].Shorter)
                found |= marks[all[at].Word];
        }

        return found;
    }

    /// <summary>The longest word that begins exactly here, or -1.</summary>
    public int Longest(ReadOnlySpan<char> text, int at, out int end)
    {
        var numbers = Alphabet.Table;
        var all = cells;
        var (state, found) = (0, -1);
        end = at;
        for (var i = at; i < text.Length; i++)
        {
            var next = all[state].Base + numbers[text[i]];
            if ((uint)next >= (uint)all.Length || all[next].Owner != state)
                break;
            state = next;
            if (all[state].Word < 0)
                continue;
            found = all[state].Word;
            end = i + 1;
        }

        return found;
    }

    private static int Step(Cell[] all, int state, ushort number)
    {
        while (true)
        {
            var next = all[state].Base + number;
            if ((uint)next < (uint)all.Length && all[next].Owner == state)
                return next;
            if (state == 0)
                return 0;
            state = all[state].Failure;
        }
    }

    // Where a word begins that ends with this character: further back by the quotation marks inside it.
    private static int Start(ReadOnlySpan<char> text, int end, int length, int quote)
    {
        if (end - length >= quote)
            return end - length + 1;
        var numbers = Alphabet.Table;
        var at = end;
        for (var left = length - 1; left > 0;)
            left -= numbers[text[--at]] is > Alphabet.Unknown and <= Alphabet.LastQuote ? 0 : 1;
        return at;
    }

    /// <summary>A state of the automaton.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Cell
    {
        /// <summary>Where its next states' cells are counted from.</summary>
        public int Base;

        /// <summary>The state it follows, or -1.</summary>
        public int Owner;

        /// <summary>The state of its longest end that begins a word.</summary>
        public int Failure;

        /// <summary>The first state with a word on the way back, itself included; 0 for none.</summary>
        public int Found;

        /// <summary>The next shorter state with a word; 0 for none.</summary>
        public int Shorter;

        /// <summary>The word that ends here, or -1.</summary>
        public int Word;
    }
}

/// <summary>An occurrence of a word.</summary>
internal readonly record struct WordHit(int From, int To, int Word);

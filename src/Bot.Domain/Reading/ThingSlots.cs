namespace Bot.Domain.Reading;

/// <summary>The blanks for things, found by what they are about and by pairs of characters of their phrases.</summary>
internal sealed class ThingSlots
{
    private const int PairWords = 64;
    private static readonly List<GroupSlot> None = [];
    private readonly Dictionary<int, List<GroupSlot>> byPair = [];
    private readonly Dictionary<Concept, List<GroupSlot>> byThing = [];
    private readonly HashSet<int> weak = [];
    private readonly ulong[] pairsThere = new ulong[PairWords]; // which pairs there may be: most of a text's are none
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Concept, IReadOnlyList<GroupSlot>> wider = [];

    public ThingSlots(IEnumerable<SlotGroup> groups)
    {
        foreach (var word in StopWords.Shared.Weak)
            AddPairs(word, weak);
        foreach (var slot in groups.SelectMany(group => group.Slots).Where(slot => slot.Role is SlotRole.Count or SlotRole.Persons))
        {
            slot.Thing = All.Count;
            All.Add(slot);
            foreach (var thing in slot.Things)
                Add(byThing, thing, slot);
            foreach (var pair in Pairs(slot))
            {
                slot.Pairs.Add(pair);
                Add(byPair, pair, slot);
                pairsThere[Place(pair) >> 6] |= 1UL << Place(pair);
            }
        }
    }

    /// <summary>All blanks for things, in the order of the forms.</summary>
    public List<GroupSlot> All { get; } = [];

    /// <summary>Blanks whose phrase has this pair of characters.</summary>
    public List<GroupSlot> WithPair(char first, char second) =>
        ((pairsThere[Place(Key(first, second)) >> 6] >> Place(Key(first, second))) & 1) != 0 && byPair.TryGetValue(Key(first, second), out var slots) ? slots : None;

    /// <summary>Whether the pair belongs to a thing too common to be taken by its name alone.</summary>
    public bool IsWeak(char first, char second) => weak.Contains(Key(first, second));

    /// <summary>
    /// Blanks about a thing: its own; else those that list several kinds of the same wider thing; else those of the wider thing.
    /// </summary>
    public IReadOnlyList<GroupSlot> About(Concept thing)
    {
        if (byThing.TryGetValue(thing, out var own))
            return own;
        return thing.Wider is null ? [] : wider.GetOrAdd(thing, OfWider);
    }

    private IReadOnlyList<GroupSlot> OfWider(Concept thing) => All.FindAll(slot => slot.Things.Contains(thing.Wider!)
        || slot.Things.Count(other => other.Wider == thing.Wider) is var kinds && (kinds >= 2 || (kinds == 1 && slot.Group.Head.EndsWith('等'))));

    private static int Place(int pair) => ((pair >> 16) ^ (pair * 31)) & ((PairWords * 64) - 1);

    /// <summary>The pair as a number.</summary>
    public static int Key(char first, char second) => (first << 16) | second;

    private static HashSet<int> Pairs(GroupSlot slot)
    {
        var pairs = new HashSet<int>();
        AddPairs(slot.Own, pairs);
        foreach (var hit in Lexicon.Shared.Find(slot.Group.Head + slot.Tail).Where(hit => hit.To - hit.From == 2 && (hit.Roles & (Role.Do | Role.Verbs)) != Role.None))
        {
            var words = slot.Group.Head + slot.Tail; // what is done is judged apart from what it is done to
            pairs.Remove(Key(words[hit.From], words[hit.From + 1]));
        }

        foreach (var word in StopWords.Shared.Words)
        {
            if (word.Length == 2)
                pairs.Remove(Key(word[0], word[1]));
        }

        return pairs;
    }

    private static void AddPairs(string words, HashSet<int> pairs)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (char.IsLetterOrDigit(words[i]) && char.IsLetterOrDigit(words[i + 1]))
                pairs.Add(Key(words[i], words[i + 1]));
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<GroupSlot>> index, TKey key, GroupSlot slot)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var slots))
            index.Add(key, slots = []);
        slots.Add(slot);
    }
}

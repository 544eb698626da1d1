using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>
/// The words of one campaign, compiled from its forms: which activities and things its blanks are about, their proper
/// names, and the pieces of their phrases, in one automaton.
/// </summary>
internal sealed class Vocabulary
{
    private const int LongHead = 5;
    private static readonly List<SlotGroup> NoGroups = [];
    private static readonly List<GroupSlot> NoSlots = [];
    private readonly Dictionary<string, List<GroupSlot>> byMeasure = new(StringComparer.Ordinal);
    private readonly WordTrie pieces = new();
    private readonly List<List<SlotGroup>> pieceGroups = [];
    private readonly Dictionary<Concept, List<SlotGroup>> byActivity = [];
    private readonly List<string> general;

    private Vocabulary(Campaign campaign, ConceptScan concepts)
    {
        Concepts = concepts;
        Groups = SlotGroups.Of(campaign, concepts);
        general = [.. StopWords.Shared.Words, campaign.Subject, campaign.Title];
        foreach (var group in Groups)
        {
            GroupConcepts.Assign(group, concepts, IsGeneral);
            foreach (var activity in group.Activities)
                Of(activity).Add(group);
        }

        GroupConcepts.KeepNamedApart(Groups, byActivity);
        general.Add(SourceText.Fold(campaign.Theme ?? string.Empty).Text.ToString()); // its words are in everybody's mouth
        foreach (var group in Groups)
        {
            AddPieces(group);
            AddShort(group);
        }

        pieces.Seal();
        Things = new ThingSlots(Groups);
        foreach (var slot in Groups.SelectMany(group => group.Slots))
        {
            foreach (var measure in slot.Measures.SelectMany(static measure => measure == "万元" ? ["万元", "元"] : new[] { measure }))
            {
                if (!byMeasure.TryGetValue(measure, out var slots))
                    byMeasure.Add(measure, slots = []);
                slots.Add(slot);
            }
        }

        Boxes = Groups.SelectMany(group => group.Slots).Where(slot => slot.Role == SlotRole.YesNo).Select(BoxWords.Of).OfType<BoxWords>().ToList();
    }

    /// <summary>The groups in the order of the forms.</summary>
    public IReadOnlyList<SlotGroup> Groups { get; }

    /// <summary>The blanks for things.</summary>
    public ThingSlots Things { get; }

    /// <summary>What the forms ask to be answered with yes or no.</summary>
    public List<BoxWords> Boxes { get; }

    /// <summary>The activities and things a text names.</summary>
    public ConceptScan Concepts { get; }

    /// <summary>Compiles a campaign's forms.</summary>
    public static Vocabulary Compile(Campaign campaign, ConceptScan concepts) => new(campaign, concepts);

    /// <summary>The groups an activity can belong to: its own, else those of the wider activity.</summary>
    public List<SlotGroup> GroupsOf(Concept activity, bool wider = true)
    {
        var concept = activity;
        for (var steps = 0; concept is not null && steps < 6; steps++)
        {
            if (byActivity.TryGetValue(concept, out var groups))
                return groups;
            concept = wider ? concept.Wider : null;
        }

        return NoGroups;
    }

    /// <summary>Pieces of the forms' phrases in a text, into an empty list; the other one is needed on the way.</summary>
    public void FindPieces(ReadOnlySpan<char> text, List<WordHit> hits, List<PieceHit> found)
    {
        hits.Clear();
        pieces.ScanLongest(text, hits);
        foreach (var hit in hits)
        {
            foreach (var group in pieceGroups[hit.Word])
                found.Add(new PieceHit(hit.From, hit.To, group));
        }
    }

    /// <summary>The blanks counted in a measure; those in 万元 for 元 too.</summary>
    public List<GroupSlot> CountedIn(string measure) => byMeasure.TryGetValue(measure, out var slots) ? slots : NoSlots;

    private bool IsGeneral(string words) => general.Exists(known => known.Contains(words, StringComparison.Ordinal));

    private List<SlotGroup> Of(Concept activity)
    {
        if (!byActivity.TryGetValue(activity, out var groups))
            byActivity.Add(activity, groups = []);
        return groups;
    }

    private void AddPieces(SlotGroup group)
    {
        foreach (var piece in PhrasePieces.Of(group.Head).Concat(group.Slots.SelectMany(slot => PhrasePieces.Of(slot.Tail))))
        {
            for (var length = Math.Min(4, piece.Length); length <= Math.Min(piece.Length, 12); length++)
            {
                for (var at = 0; length >= 3 && at + length <= piece.Length; at++)
                    AddPiece(group, piece.Substring(at, length));
            }
        }
    }

    // 组织座谈: a short word that is no activity everybody knows is known by the form alone.
    private void AddShort(SlotGroup group)
    {
        if (group.IsActivity && group.Head.Length >= LongHead && !Concepts.Find(group.Head).Exists(static hit => !hit.Concept.IsThing))
            AddPiece(group, group.Head); // 开展现场活动: all of it
        if (!group.IsActivity || Concepts.Find(group.Head).Exists(static hit => !hit.Concept.IsThing))
            return;
        foreach (var piece in PhrasePieces.Of(group.Head, shortest: 2).Where(static piece => piece.Length == 2 && Lexicon.Shared.Find(piece).Count == 0))
            AddPiece(group, piece);
    }

    private void AddPiece(SlotGroup group, string words)
    {
        if (IsGeneral(words))
            return;
        var number = pieces.Add(words);
        while (pieceGroups.Count <= number)
            pieceGroups.Add([]);
        if (!pieceGroups[number].Contains(group))
            pieceGroups[number].Add(group);
    }
}

/// <summary>A piece of a form's phrase in a message (folded positions).</summary>
internal readonly record struct PieceHit(int From, int To, SlotGroup Group) : IFound
{
    int IFound.Place => From;

    int IFound.End => To;
}

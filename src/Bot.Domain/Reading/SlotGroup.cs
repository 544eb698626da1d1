using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>The blanks of one activity in a form: they share what is printed before them.</summary>
internal sealed class SlotGroup
{
    /// <summary>Its place among the groups, in the order of the forms.</summary>
    public required int Number { get; init; }

    /// <summary>The words its blanks share.</summary>
    public required string Head { get; init; }

    /// <summary>The name of its row.</summary>
    public required string Row { get; init; }

    /// <summary>The form it belongs to.</summary>
    public required Form Form { get; init; }

    private List<string>? pieces;

    /// <summary>Its blanks.</summary>
    public List<GroupSlot> Slots { get; } = [];

    /// <summary>The activities it is about.</summary>
    public HashSet<Concept> Activities { get; } = [];

    /// <summary>Activities that belong here only if a proper name of the head is said too (“畅通生命通道”系列演练).</summary>
    public HashSet<Concept> Named { get; } = [];

    /// <summary>The proper names in its head.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Whether only the name of its row tells what activity it is about.</summary>
    public bool ByRow { get; set; }

    /// <summary>The blank for how often, or null.</summary>
    public GroupSlot? Sessions => Slots.Find(slot => slot.Role == SlotRole.Sessions);

    /// <summary>The blank for who took part, or null.</summary>
    public GroupSlot? Attendance => Slots.Find(slot => slot.Role == SlotRole.Attendance) ?? Slots.Find(slot => slot.Role == SlotRole.Audience);

    /// <summary>The blanks for who took part, where they are told apart (参加业主, 参加员工).</summary>
    public List<GroupSlot> Attendances => Slots.FindAll(static slot => slot.Role == SlotRole.Attendance);

    /// <summary>The blank for who was reached, or null.</summary>
    public GroupSlot? Audience => Slots.Find(slot => slot.Role == SlotRole.Audience);

    /// <summary>Whether the words are a whole part of the head.</summary>
    public bool HasPiece(ReadOnlySpan<char> words)
    {
        foreach (var piece in pieces ??= [.. PhrasePieces.Of(Head, shortest: 2)])
        {
            if (words.SequenceEqual(piece))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is about an activity, not only about things.</summary>
    public bool IsActivity => Slots.Exists(slot => slot.Role is SlotRole.Sessions or SlotRole.Attendance or SlotRole.Persons);
}

/// <summary>A blank as the reader sees it.</summary>
internal sealed class GroupSlot
{
    /// <summary>The blank.</summary>
    public required Slot Slot { get; init; }

    /// <summary>The group it belongs to.</summary>
    public required SlotGroup Group { get; init; }

    /// <summary>What it asks for.</summary>
    public required SlotRole Role { get; init; }

    /// <summary>The words of its own, where it has any: 结业, 其中企业.</summary>
    public required string Tail { get; init; }

    /// <summary>Whether it is a column of totals so far, or of the period's own figures (累计, 当日); null: neither.</summary>
    public required bool? SoFar { get; init; }

    /// <summary>The words that tell it from others: its own, else what it shares with its group.</summary>
    public string Own { get => field ??= Tail.Length > 0 && SoFar is null ? Tail : Group.Head; }

    /// <summary>The measures it is counted in: 条/份 is 条 and 份.</summary>
    public required string[] Measures { get; init; }

    /// <summary>What its measure counts.</summary>
    public required MeasureClass Class { get; init; }

    /// <summary>Its number among the blanks for things; -1: it is none.</summary>
    public int Thing { get; set; } = -1;

    /// <summary>The things it is about.</summary>
    public HashSet<Concept> Things { get; } = [];

    /// <summary>Things that belong here only with the group's proper name.</summary>
    public HashSet<Concept> NamedThings { get; } = [];

    /// <summary>What is done to the things, as the phrase says.</summary>
    public Role Verbs { get; set; }

    /// <summary>Whether it asks for faults found or for faults mended, as its own words say; both or neither where they do not.</summary>
    public Role End { get; set; }

    /// <summary>Whether the form itself asks for prizes and rewards.</summary>
    public bool IsPrize { get; set; }

    /// <summary>Pairs of characters of its phrase that tell it from others.</summary>
    public HashSet<int> Pairs { get; } = [];
}

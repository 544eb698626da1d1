namespace Bot.Domain.Reading;

/// <summary>An activity as the message tells it, while it is read: a mention with the figures that belong to it.</summary>
internal sealed class Frame
{
    /// <summary>The words that opened it.</summary>
    public required Mention Mention { get; init; }

    /// <summary>The unit it is told of; null: the sender's own.</summary>
    public string? Unit { get; init; }

    /// <summary>The sentence that told of it last.</summary>
    public int Sentence { get; set; }

    /// <summary>How often, where a number says it.</summary>
    public List<Placed> Sessions { get; } = [];

    /// <summary>Who took part.</summary>
    public List<Placed> Attendance { get; } = [];

    /// <summary>Other figures in its blanks.</summary>
    public List<Placed> Others { get; } = [];

    /// <summary>Whether a figure of it is open and must be asked for.</summary>
    public bool Asked { get; set; }

    /// <summary>Whether the people are those of the activity before (与会人员, 大家).</summary>
    public bool SamePeople { get; set; }

    /// <summary>Whether it is only what the message opens with: a title, a first sentence without day, figure or verb of doing.</summary>
    public bool Lead { get; set; }

    /// <summary>The line that told of it last.</summary>
    public int Line { get; set; }

    /// <summary>Whether its clause names the day.</summary>
    public bool Day { get; set; }

    /// <summary>Whether a further occasion of the kind is told after it: without a number it counts once all the same.</summary>
    public bool Separate { get; set; }

    /// <summary>Whether its words say that it was done.</summary>
    public bool Done { get; set; }

    /// <summary>Whether a word for it was said that counts without a number.</summary>
    public bool Named { get; set; }

    /// <summary>Whether its clause tells no figure at all.</summary>
    public bool Bare { get; init; }

    /// <summary>Its blanks.</summary>
    public SlotGroup Group => Mention.Group;

    /// <summary>Whether anything fills its blanks.</summary>
    public bool HasFigures => Sessions.Count + Attendance.Count + Others.Count > 0;
}

/// <summary>An activity as one clause names it.</summary>
internal sealed record Told(Frame Frame, Mention Mention);

/// <summary>A figure put into a blank.</summary>
internal sealed record Placed(GroupSlot Slot, decimal Value, Bound Bound, int From, int To, string Rule, bool Implied = false);

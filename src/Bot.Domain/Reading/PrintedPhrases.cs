namespace Bot.Domain.Reading;

/// <summary>
/// Places figures that stand right behind or before just what the form prints beside a blank, in its own measure (参赛作业班8个,
/// 12家商户新装简易喷淋): nothing else can be meant.
/// </summary>
internal sealed class PrintedPhrases(MarkedText text, Draft draft)
{
    private readonly Twins twins = new(text);
    private const int Shortest = 4;
    private const int ShortestNoun = 3;
    private const int ShortestBehind = 5;
    private const decimal TenThousand = 10_000;

    /// <summary>Places the figure; false where it stands beside no such words, or beside those of several blanks.</summary>
    public bool TryPlace(Surroundings around, string? unit)
    {
        var quantity = around.Quantity;
        List<GroupSlot>? beside = null;
        foreach (var slot in text.Vocabulary.CountedIn(quantity.Measure))
        {
            if (IsKind(slot, quantity) && IsBeside(slot, around) && !IsOtherColumn(text, slot, around))
                (beside ??= []).Add(slot);
        }

        var found = beside is [var only] ? only : beside is not null && twins.Of(beside[0]).Count == beside.Count ? twins.Meant(beside, quantity.From) : null;
        if (found is null || draft.Things.Exists(thing => thing.Figure.Slot == found && thing.Unit == unit))
            return false;
        var value = quantity.Measure == "元" && found.Measures.Contains("万元", StringComparer.Ordinal) ? quantity.Value / TenThousand : quantity.Value;
        if (quantity.Open)
            draft.Asks.Add((found, quantity.From, quantity.To, "vague", unit));
        else
            draft.Things.Add((new Placed(found, value, quantity.Bound, quantity.From, quantity.To, "printed"), unit));
        return true;
    }

    /// <summary>Whether the blank stands in the other column: of totals so far where the period's figures are told, or the other way round.</summary>
    public static bool IsOtherColumn(MarkedText text, GroupSlot slot, Surroundings around) =>
        slot.SoFar is { } soFar && soFar != text.HasAny(text.SentenceStart(around.Clause), around.Quantity.From, "累计", "截至", "截止", "至今", "总计");

    private static bool IsKind(GroupSlot slot, Quantity quantity) => slot.Group.Names.Count == 0 && (slot.Role == SlotRole.Count
        || quantity.Class == MeasureClass.People && slot.Role is SlotRole.Attendance or SlotRole.Persons && slot.Group.Sessions is null && (slot.Group.ByRow || slot.Group.Activities.Count == 0));

    private bool IsBeside(GroupSlot slot, Surroundings around)
    {
        var phrase = slot.Own.AsSpan();
        if (phrase.Length < Shortest)
            return false;
        if (text.Source.Text[around.Before..around.Quantity.From].TrimEnd("共计了约:： ").EndsWith(phrase, StringComparison.Ordinal))
            return true;
        var behind = text.Source.Text[around.Quantity.To..Math.Max(around.Quantity.To, around.Behind)];
        return around.ContentBefore <= 2 && phrase.Length > ShortestNoun && behind.StartsWith(phrase[^ShortestNoun..], StringComparison.Ordinal)
            || around.ContentBefore <= 4 && phrase.Length >= ShortestBehind && behind.Contains(phrase, StringComparison.Ordinal);
    }
}

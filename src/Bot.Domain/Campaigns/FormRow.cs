namespace Bot.Domain.Campaigns;

/// <summary>One row of an official form (栏): a main activity with its blanks.</summary>
public sealed record FormRow
{
    /// <summary>The row's printed name (活动项目).</summary>
    public required string Name { get; init; }

    /// <summary>What the row asks to be done (内容要求); null where the form has no such column.</summary>
    public string? Requirement { get; init; }

    /// <summary>
    /// The cell as printed, line by line, with every blank written as its slot in braces:
    /// <c>组织应急演练（{drill.sessions}）场，参与（{drill.attendance}）人次；</c>. Yes/no boxes likewise: <c>{film.done}</c>.
    /// </summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The row's slots in reading order.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }
}

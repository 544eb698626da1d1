namespace Bot.Domain.Campaigns;

/// <summary>An official table of figures (统计表).</summary>
public sealed record Form
{
    /// <summary>The lasting name within the campaign.</summary>
    public required FormId Id { get; init; }

    /// <summary>The number of the attachment it was printed as (附件1 is 1); 0: the plan has no such attachment.</summary>
    public required int Attachment { get; init; }

    /// <summary>The form's printed title.</summary>
    public required string Name { get; init; }

    /// <summary>What the form is about: 安全生产月, 沈阳行 …</summary>
    public required string Subject { get; init; }

    /// <summary>Printed in the plan, or ours.</summary>
    public required FormOrigin Origin { get; init; }

    /// <summary>The headings of the printed columns, e.g. 活动项目, 内容要求, 活动进展情况.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows in printed order.</summary>
    public required IReadOnlyList<FormRow> Rows { get; init; }

    /// <summary>All slots in reading order.</summary>
    public IEnumerable<Slot> Slots => Rows.SelectMany(row => row.Slots);
}

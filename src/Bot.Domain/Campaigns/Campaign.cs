namespace Bot.Domain.Campaigns;

/// <summary>A compiled plan (活动): what is asked, of whom, when, and the forms to fill.</summary>
public sealed record Campaign
{
    /// <summary>The lasting name.</summary>
    public required CampaignId Id { get; init; }

    /// <summary>The plan's title as printed.</summary>
    public required string Title { get; init; }

    /// <summary>The main subject: 安全生产月.</summary>
    public required string Subject { get; init; }

    /// <summary>The year of the campaign.</summary>
    public required int Year { get; init; }

    /// <summary>The main campaign's days.</summary>
    public required DaySpan Period { get; init; }

    /// <summary>The ordinal of the national campaign (第23个), or null.</summary>
    public int? Edition { get; init; }

    /// <summary>The plan's theme, or null.</summary>
    public string? Theme { get; init; }

    /// <summary>The plan's document number as printed, or null.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The plan's main activities, headings as printed.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Dated activities that are not hand-ins.</summary>
    public IReadOnlyList<CampaignEvent> Events { get; init; } = [];

    /// <summary>The forms in the order of their attachments.</summary>
    public required IReadOnlyList<Form> Forms { get; init; }

    /// <summary>What must be handed in.</summary>
    public required IReadOnlyList<Obligation> Obligations { get; init; }

    /// <summary>All slots of all forms, in order.</summary>
    public IEnumerable<Slot> Slots => Forms.SelectMany(form => form.Slots);
}

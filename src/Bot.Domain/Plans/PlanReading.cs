using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>What was understood of a plan (方案, 通知), as plans/README.md defines it.</summary>
public sealed record PlanReading
{
    /// <summary>The plan's title as printed, lines joined; null: none was found.</summary>
    public string? Title { get; init; }

    /// <summary>The document number as printed, or null.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The campaign's year, or null.</summary>
    public int? Year { get; init; }

    /// <summary>The ordinal of the national campaign (第23个), or null.</summary>
    public int? Edition { get; init; }

    /// <summary>The theme as printed, or null.</summary>
    public string? Theme { get; init; }

    /// <summary>What the campaign is called: 安全生产月, 119消防宣传月; null: nothing names it.</summary>
    public string? Subject { get; init; }

    /// <summary>The main campaign's days, or null.</summary>
    public DaySpan? Period { get; init; }

    /// <summary>Dated activities that are not hand-ins.</summary>
    public IReadOnlyList<CampaignEvent> Events { get; init; } = [];

    /// <summary>The main activities: their headings as printed, without number and final full stop.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>What must be handed in, in the order of the plan.</summary>
    public IReadOnlyList<PlanObligation> Obligations { get; init; } = [];

    /// <summary>The attachments' names as listed.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>The tables to fill in, in the order of the attachments.</summary>
    public IReadOnlyList<PlanForm> Forms { get; init; } = [];

    /// <summary>The sentence each item came from, by path (<c>period</c>, <c>events[0]</c>, <c>forms[1]</c>).</summary>
    public IReadOnlyDictionary<string, string> Sentences { get; init; } = new Dictionary<string, string>();

    /// <summary>What is doubtful or strange, for a person to look at.</summary>
    public IReadOnlyList<PlanDoubt> Unsure { get; init; } = [];
}

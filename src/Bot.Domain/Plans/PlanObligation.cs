using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>A hand-in a plan asks for.</summary>
public sealed record PlanObligation
{
    /// <summary>Its name within the campaign, such as <c>weekly-material</c>; the same plan gives the same names.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing.</summary>
    public required ObligationKind Kind { get; init; }

    /// <summary>The thing in the plan's own words: 活动总结, 隐患排查清单.</summary>
    public required string Thing { get; init; }

    /// <summary>When.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>The hour of the deadline day, where the plan says one.</summary>
    public PlanHour? Time { get; init; }

    /// <summary>What it is about; null: the main campaign.</summary>
    public string? Subject { get; init; }

    /// <summary>What it must consist of.</summary>
    public Asked Asks { get; init; }

    /// <summary>Whom it is asked of, in the plan's words (社区, 企业); empty: all the plan addresses.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Where it is to be handed in, in the plan's words, or null.</summary>
    public string? Where { get; init; }

    /// <summary>The form to fill in: its place in <see cref="PlanReading.Forms"/>, or null.</summary>
    public int? Form { get; init; }

    /// <summary>The sentence it came from.</summary>
    public required string Sentence { get; init; }
}

using Bot.Domain.Campaigns;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>
/// Something a person said otherwise than the plan was read. A correction names what it is about by its lasting name, never by
/// its place, and holds the whole of what shall stand there: applied to a better reading of the same plan it still means the same.
/// </summary>
public abstract record PlanCorrection
{
    private PlanCorrection() { }

    /// <summary>The message it was said in; handled again after a crash, it is the same correction. Null: it was made in the console.</summary>
    public Guid? SaidIn { get; init; }

    /// <summary>What the plan is: each text as it shall stand; null: none.</summary>
    public sealed record Head(string? Title, string? Subject, string? Theme, string? DocumentNumber, int? Edition) : PlanCorrection;

    /// <summary>The campaign's days.</summary>
    public sealed record Period(DaySpan Days) : PlanCorrection;

    /// <summary>All dated activities.</summary>
    public sealed record Events(IReadOnlyList<CampaignEvent> All) : PlanCorrection;

    /// <summary>All main activities.</summary>
    public sealed record Activities(IReadOnlyList<string> All) : PlanCorrection;

    /// <summary>A hand-in as it shall stand; one of a new name is added.</summary>
    public sealed record HandIn(PlanObligation Obligation) : PlanCorrection;

    /// <summary>A hand-in that is none.</summary>
    public sealed record NoHandIn(string Id) : PlanCorrection;

    /// <summary>A blank as it shall stand.</summary>
    public sealed record Blank(Slot Slot) : PlanCorrection;

    /// <summary>A blank that is none: what is printed stays, nobody is asked for it.</summary>
    public sealed record NoBlank(SlotId Slot) : PlanCorrection;

    /// <summary>A form that is not to be filled in.</summary>
    public sealed record NoForm(string Name) : PlanCorrection;
}

using Bot.Adapters.Console;
using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Plans;

namespace Bot.Host.Console;

/// <summary>A draft with what it would become.</summary>
internal sealed record PlanModel(PlanSheet Sheet, Entered Entered)
{
    /// <summary>The campaign it is another version of; null: none.</summary>
    public OfficeCampaign? Former { get; init; }

    /// <summary>How many bookings stand on its blanks.</summary>
    public IReadOnlyDictionary<SlotId, int>? Booked { get; init; }

    /// <summary>Last year's campaign it is made after; null: none.</summary>
    public Campaign? After { get; init; }

    /// <summary>What was made of it; null: nothing yet.</summary>
    public OfficeCampaign? Made { get; init; }

    /// <summary>The groups it can run in.</summary>
    public required IReadOnlyList<GroupSheet> Groups { get; init; }

    /// <summary>How many units the office has.</summary>
    public required int Units { get; init; }

    public PlanReading Reading => Sheet.Reading;

    public DraftId Id => Sheet.Entry.Id;

    /// <summary>What it would become by itself; null: something is missing.</summary>
    public Campaign? Campaign { get; } = PlanActivation.Campaign(Sheet, new CampaignId("draft"), null) is PlanCampaignOutcome.Made made ? made.Campaign : null;

    /// <summary>What differs from the campaign it is another version of.</summary>
    public IReadOnlyList<string> ToFormer => Former is { Active.Campaign: var former } && PlanActivation.Campaign(Sheet, former.Id, former) is PlanCampaignOutcome.Made { Campaign: var next }
        ? CampaignDifferences.Of(former, next, Booked)
        : [];

    /// <summary>What differs from last year's campaign.</summary>
    public IReadOnlyList<string> ToAfter => After is { } after && PlanActivation.Campaign(Sheet, after.Id, after) is PlanCampaignOutcome.Made { Campaign: var next }
        ? CampaignDifferences.Of(after, next)
        : [];

    /// <summary>What is doubtful about just this part.</summary>
    public IReadOnlyList<PlanDoubt> Doubts(string path) => [.. Reading.Unsure.Where(d => d.Path == path)];

    /// <summary>What is doubtful about a hand-in.</summary>
    public IReadOnlyList<PlanDoubt> OfHandIn(int at) => [.. Reading.Unsure.Where(d => Of(d, FormattableString.Invariant($"obligations[{at}]")))];

    /// <summary>What is doubtful about a form or one of its blanks.</summary>
    public IReadOnlyList<PlanDoubt> OfForm(int at) => [.. Reading.Unsure.Where(d => Of(d, FormattableString.Invariant($"forms[{at}]")))];

    /// <summary>The part of the page a doubt is about.</summary>
    public static string Anchor(PlanDoubt doubt) => doubt.Path.Split('[', '.')[0] switch
    {
        "obligations" when doubt.Path.Length > "obligations".Length => $"#handin-{doubt.Path.Split('[', ']')[1]}",
        "obligations" => "#handins",
        "forms" when doubt.Path.Length > "forms".Length => $"#form-{doubt.Path.Split('[', ']')[1]}",
        "forms" => "#forms",
        "events" => "#events",
        "activities" => "#activities",
        _ => "#head",
    };

    /// <summary>Which hand-in a doubt is about; empty: it says so itself.</summary>
    public static string Place(PlanDoubt doubt) =>
        doubt.Path.StartsWith("obligations[", StringComparison.Ordinal) && int.TryParse(doubt.Path.Split('[', ']')[1], out var at) ? $"第{at + 1}项：" : "";

    private static bool Of(PlanDoubt doubt, string path) => doubt.Path.StartsWith(path, StringComparison.Ordinal);
}

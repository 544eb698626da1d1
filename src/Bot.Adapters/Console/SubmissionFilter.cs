using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Adapters.Console;

/// <summary>Which submissions a list shows.</summary>
internal sealed record SubmissionFilter
{
    public CampaignId? Campaign { get; init; }
    public UnitId? Unit { get; init; }
    public ReadingKind? Kind { get; init; }
    public SubmissionMark Mark { get; init; }

    /// <summary>The days on which they were said, in the office's zone.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Words that stand in the text or the sender's name; empty: any.</summary>
    public string Words { get; init; } = "";

    /// <summary>The page, counted from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>What is special about the submissions to show.</summary>
internal enum SubmissionMark
{
    /// <summary>Everything that was taken for a report, or waits to be.</summary>
    Reports,

    /// <summary>待核: booked, but somebody should look.</summary>
    Doubtful,

    /// <summary>未入账: waits for an answer.</summary>
    Open,

    /// <summary>待认领: nobody knows whose it is.</summary>
    Unclaimed,

    /// <summary>Chat and photos that hold no report.</summary>
    Quiet,
}

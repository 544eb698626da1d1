using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>A deadline of a campaign as a calendar shows it.</summary>
public sealed record Deadline
{
    /// <summary>The campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>What is owed.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>The occurrence's lasting name.</summary>
    public required OccurrenceKey Of { get; init; }

    /// <summary>When.</summary>
    public required Occurrence Occurrence { get; init; }

    /// <summary>When it was last settled (UTC): the campaign was bound, the office set something, the day was moved.</summary>
    public required DateTimeOffset RevisedAt { get; init; }

    /// <summary>How often it may have been changed: grows with every change, 0 for none.</summary>
    public required int Revision { get; init; }

    /// <summary>Why it was moved; null: it was not, or nobody said.</summary>
    public string? MovedBecause { get; init; }

    /// <summary>Whether the day was moved (延期).</summary>
    public required bool IsMoved { get; init; }

    /// <summary>All deadlines of a campaign in order, those of its own units only.</summary>
    /// <param name="running">The campaign.</param>
    /// <param name="units">The units it is shown to: what is asked of none of them is left out.</param>
    /// <param name="all">All units of the office.</param>
    /// <param name="zone">The office's zone.</param>
    public static IReadOnlyList<Deadline> AllOf(RunningCampaign running, IReadOnlyCollection<Unit> units, IReadOnlyList<Unit> all, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(running);
        var shown = units.Select(u => u.Id).ToHashSet();
        return
        [
            .. running.Campaign.Obligations.Where(o => DuePlan.Addressed(o, all).Any(u => shown.Contains(u.Id)))
                .SelectMany(o => running.OccurrencesOf(o, zone).Select(at => One(running, o, at)))
                .Where(d => d.Occurrence.ClosesAt > running.Since).OrderBy(d => d.Occurrence.ClosesAt),
        ];
    }

    private static Deadline One(RunningCampaign running, Obligation obligation, Occurrence occurrence)
    {
        var move = running.Moves.FirstOrDefault(m => m.Obligation == obligation.Id && m.Day == occurrence.Day);
        DateTimeOffset?[] changes = [running.SettingsOf(obligation).SetAt, move?.At];
        var changed = changes.Max();
        return new Deadline
        {
            Campaign = running.Campaign, Obligation = obligation, Occurrence = occurrence,
            Of = new OccurrenceKey(running.Revision.Campaign, obligation.Id, occurrence.Day),
            RevisedAt = changed > running.Since ? changed.Value : running.Since,

            // Only the newest change is kept: seconds since the beginning grow with every one.
            Revision = changed is { } at ? (int)Math.Clamp((at - running.Since).TotalSeconds, 1, int.MaxValue) : 0,
            IsMoved = move is not null && move.To != move.Day, MovedBecause = move is { Because.Length: > 0 } ? move.Because : null,
        };
    }
}

using Bot.Domain.Campaigns;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>What an office's dues and pushes are planned from: its units and the campaigns that run in its groups.</summary>
public sealed record Season
{
    /// <summary>The office.</summary>
    public required Office Office { get; init; }

    /// <summary>Its units in official order, closed ones too.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The campaigns that are bound to a group.</summary>
    public required IReadOnlyList<RunningCampaign> Campaigns { get; init; }

    /// <summary>The zone the office counts days in.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Office.Zone);
}

/// <summary>A campaign that runs, with what the office set for it.</summary>
public sealed record RunningCampaign
{
    /// <summary>The revision that holds.</summary>
    public required RevisionId Revision { get; init; }

    /// <summary>The campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>When it was first bound (UTC): no due and no push lies before that.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The groups it runs in.</summary>
    public required IReadOnlyList<CampaignGroup> Groups { get; init; }

    /// <summary>What was set, by obligation.</summary>
    public IReadOnlyDictionary<string, ObligationSettings> Set { get; init; } = new Dictionary<string, ObligationSettings>();

    /// <summary>Deadlines that were moved.</summary>
    public IReadOnlyList<DeadlineMove> Moves { get; init; } = [];

    /// <summary>What holds for an obligation.</summary>
    public ObligationSettings SettingsOf(Obligation obligation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return Set.TryGetValue(obligation.Id, out var set) ? set : ObligationSettings.Default(obligation);
    }

    /// <summary>An obligation's occurrences.</summary>
    public IReadOnlyList<Occurrence> OccurrencesOf(Obligation obligation, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        var moves = Moves.Where(m => m.Obligation == obligation.Id).ToDictionary(m => m.Day, m => m.To);
        return Occurrences.Of(obligation, Campaign.Period, SettingsOf(obligation), moves, zone);
    }
}

/// <summary>A group a campaign runs in.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Top">The unit whose subtree it is for; null: the whole office.</param>
public sealed record CampaignGroup(ChatKey Chat, UnitId? Top);

/// <summary>A deadline that was moved (延期).</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Day">The plan's day.</param>
/// <param name="To">The day that counts.</param>
/// <param name="At">When it was moved (UTC): steps before that are not made up for.</param>
/// <param name="Because">Why; empty: not said.</param>
public sealed record DeadlineMove(string Obligation, DateOnly Day, DateOnly To, DateTimeOffset At, string Because);

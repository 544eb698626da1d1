using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>The dues of an office.</summary>
public interface IDues
{
    /// <summary>
    /// Makes the dues that are missing, moves open ones whose deadline changed, excuses open ones of units that closed.
    /// Asked again with nothing changed it only looks.
    /// </summary>
    Task EnsureAsync(OfficeId office, DateTimeOffset now, CancellationToken cancel);

    /// <summary>All dues of a campaign whose deadline lies in the days; null: of all days. In order of deadline, then of the office's units.</summary>
    Task<IReadOnlyList<Due>> OfCampaignAsync(OfficeId office, CampaignId campaign, DaySpan? deadlines, CancellationToken cancel);

    /// <summary>A due of the office; null: none.</summary>
    Task<Due?> FindAsync(OfficeId office, DueId due, CancellationToken cancel);

    /// <summary>Excuses open dues (免报); returns how many were open.</summary>
    /// <param name="office">The office.</param>
    /// <param name="dues">Which.</param>
    /// <param name="because">Why, in the admin's words.</param>
    /// <param name="by">Who; null: a rehearsal.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="cancel">Stops it.</param>
    Task<int> ExcuseAsync(OfficeId office, IReadOnlyCollection<DueId> dues, string because, PersonId? by, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Takes an excuse back (恢复应报); what nobody owes any more stays excused. Returns how many are open again.</summary>
    Task<int> ReopenAsync(OfficeId office, IReadOnlyCollection<DueId> dues, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Moves one deadline for all its units (延期), whatever was met stays met; false: it stands there already.</summary>
    Task<bool> MoveAsync(OfficeId office, OccurrenceKey occurrence, DateOnly to, string because, PersonId by, DateTimeOffset now, CancellationToken cancel);
}

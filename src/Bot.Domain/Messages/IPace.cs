namespace Bot.Domain.Messages;

/// <summary>How fast a platform may be written to: buckets that empty with every message and fill again with time, the same for all hosts.</summary>
public interface IPace
{
    /// <summary>Draws from all of the buckets, or from none.</summary>
    /// <param name="draws">The buckets and how much of each.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <param name="cancel">Stops the drawing.</param>
    /// <returns>Zero: drawn. Otherwise nothing was drawn, and this long it takes until there is enough in each.</returns>
    Task<TimeSpan> DrawAsync(IReadOnlyList<PaceDraw> draws, DateTimeOffset now, CancellationToken cancel);
}

using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>What dues and pushes are planned from.</summary>
public interface ISeasons
{
    /// <summary>The offices that have a bound group.</summary>
    Task<IReadOnlyList<OfficeId>> OfficesAsync(CancellationToken cancel);

    /// <summary>An office's season; campaigns whose binding has ended are left out.</summary>
    Task<Season> LoadAsync(OfficeId office, DateTimeOffset now, CancellationToken cancel);
}

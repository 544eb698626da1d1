using Bot.Adapters.WebChat;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Access;

/// <summary>Personal links: how people without an account get in. Only hashes are stored.</summary>
internal interface IAccessLinks
{
    /// <summary>A new secret for a person; shown once, never logged.</summary>
    Task<string> CreateAsync(OfficeId office, PersonId person, LinkPurpose purpose, CancellationToken cancel);

    /// <summary>Opens a link. A chat link belongs to the first device that opened it; a console link opens once.</summary>
    Task<LinkOutcome> RedeemAsync(string secret, LinkPurpose purpose, string device, CancellationToken cancel);

    /// <summary>The person behind a session; null: gone, or no longer allowed in.</summary>
    Task<Viewer?> ViewerAsync(OfficeId office, PersonId person, CancellationToken cancel);

    /// <summary>The people of the demo office, to pick from; empty outside the demo.</summary>
    Task<IReadOnlyList<Viewer>> DemoPeopleAsync(CancellationToken cancel);

    /// <summary>No link of the person opens any more, and whoever came in by one is out.</summary>
    Task RevokeAsync(OfficeId office, PersonId person, CancellationToken cancel);
}

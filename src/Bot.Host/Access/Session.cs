using System.Globalization;
using System.Security.Claims;
using Bot.Adapters.WebChat;
using Bot.Domain.Organisation;

namespace Bot.Host.Access;

/// <summary>
/// What the cookie holds: which office, which person, and until when the console is open to it. Everything else
/// (name, role, units) is read afresh on every request, so that a person who was removed is out at once,
/// and one whose links were revoked too.
/// </summary>
internal sealed record Session(OfficeId Office, PersonId Person, DateTimeOffset? ConsoleUntil, int Epoch)
{
    public const string Scheme = "SafetyMonth";
    private const string OfficeClaim = "office";
    private const string PersonClaim = "person";
    private const string ConsoleClaim = "console-until";
    private const string EpochClaim = "epoch";

    /// <summary>How long a console link keeps the console open.</summary>
    public static readonly TimeSpan ConsoleStay = TimeSpan.FromHours(12);

    /// <summary>Who the cookie speaks of; null: not one of ours.</summary>
    public static Session? Read(ClaimsPrincipal? principal)
    {
        if (!Guid.TryParse(principal?.FindFirstValue(OfficeClaim), out var office)
            || !Guid.TryParse(principal?.FindFirstValue(PersonClaim), out var person)
            || !int.TryParse(principal?.FindFirstValue(EpochClaim), CultureInfo.InvariantCulture, out var epoch))
            return null;
        var until = long.TryParse(principal?.FindFirstValue(ConsoleClaim), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : (DateTimeOffset?)null;
        return new Session(new OfficeId(office), new PersonId(person), until, epoch);
    }

    /// <summary>A session for somebody who has shown that they may come in.</summary>
    public static Session For(Viewer viewer, DateTimeOffset? consoleUntil = null) =>
        new(viewer.Office, viewer.Person, viewer.IsAdmin ? consoleUntil : null, viewer.SessionEpoch);

    public ClaimsPrincipal Principal()
    {
        var claims = new List<Claim>
        {
            new(OfficeClaim, Office.Value.ToString()),
            new(PersonClaim, Person.Value.ToString()),
            new(EpochClaim, Epoch.ToString(CultureInfo.InvariantCulture)),
        };
        if (ConsoleUntil is { } until)
            claims.Add(new Claim(ConsoleClaim, until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }
}

using System.Text.Json.Nodes;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Who did what in the console. Written in the transaction of the deed; ids and counts only.</summary>
internal sealed class AuditTrail(Store store)
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 100;

    /// <summary>Notes a deed. Details are ids and counts, never names, texts or numbers of people.</summary>
    public static void Note(BotDb db, Viewer admin, DateTimeOffset now, AuditAction action, params ReadOnlySpan<(string Key, object Value)> details) =>
        Note(db, admin.Office, admin.Person, now, action, details);

    /// <summary>Notes a deed an admin did by saying a word.</summary>
    public Task NoteAsync(
        OfficeId office, PersonId person, DateTimeOffset now, AuditAction action, IReadOnlyList<(string Key, object Value)> details, CancellationToken cancel) =>
        store.WriteAsync(
            db =>
            {
                Note(db, office, person, now, action, [.. details]);
                return Task.CompletedTask;
            },
            cancel);

    /// <summary>Notes a deed of an admin, wherever it was done.</summary>
    public static void Note(BotDb db, OfficeId office, PersonId person, DateTimeOffset now, AuditAction action, params ReadOnlySpan<(string Key, object Value)> details)
    {
        var json = new JsonObject();
        foreach (var (key, value) in details)
        {
            json[key] = value switch
            {
                Guid id => JsonValue.Create(id.ToString()),
                int count => JsonValue.Create(count),
                DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                string name => JsonValue.Create(name),
                _ => throw new ArgumentException($"An audit detail is an id, a count, a day or a key, not {value.GetType().Name}.", nameof(details)),
            };
        }

        db.Audit.Add(new AuditRow { OfficeId = office.Value, PersonId = person.Value, At = now, Action = action.ToString(), Details = json.ToJsonString() });
    }

    /// <summary>Notes a deed that another store did.</summary>
    public Task NoteAsync(Viewer admin, DateTimeOffset now, AuditAction action, Guid subject, CancellationToken cancel) => store.WriteAsync(
        db =>
        {
            Note(db, admin, now, action, ("id", subject));
            return Task.CompletedTask;
        },
        cancel);

    /// <summary>Notes a deed that another store did, with details of its own.</summary>
    public Task NoteAsync(Viewer admin, DateTimeOffset now, AuditAction action, IReadOnlyList<(string Key, object Value)> details, CancellationToken cancel) =>
        store.WriteAsync(
            db =>
            {
                Note(db, admin, now, action, [.. details]);
                return Task.CompletedTask;
            },
            cancel);

    /// <summary>A page of the office's log, newest first, and whether there is more.</summary>
    public Task<(IReadOnlyList<AuditLine> Lines, bool More)> ReadAsync(OfficeId office, int page, CancellationToken cancel) =>
        store.ReadAsync<(IReadOnlyList<AuditLine>, bool)>(
            async db =>
            {
                var rows = await db.Audit.Where(a => a.OfficeId == office.Value).OrderByDescending(a => a.Seq)
                    .Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
                var names = await NamesAsync(db, office.Value, cancel);
                return ([.. rows.Take(PageSize).Select(r => Line(r, names))], rows.Count > PageSize);
            },
            cancel);

    private static AuditLine Line(AuditRow row, Dictionary<string, string> names)
    {
        var details = JsonNode.Parse(row.Details) as JsonObject ?? [];
        return new AuditLine(
            row.At,
            names.GetValueOrDefault(row.PersonId.ToString(), ""),
            Enum.TryParse<AuditAction>(row.Action, out var action) ? action : null,
            [.. details.Select(d => (d.Key, names.GetValueOrDefault(d.Value?.ToString() ?? "", d.Value?.ToString() ?? "")))]);
    }

    // Names are looked up when the log is read: the log itself holds none.
    private static async Task<Dictionary<string, string>> NamesAsync(BotDb db, Guid office, CancellationToken cancel)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var u in await db.Units.Where(u => u.OfficeId == office).Select(u => new { u.Id, u.Name }).ToListAsync(cancel)) names[u.Id.ToString()] = u.Name;
        foreach (var p in await db.People.Where(p => p.OfficeId == office).Select(p => new { p.Id, p.Name }).ToListAsync(cancel)) names[p.Id.ToString()] = p.Name;
        foreach (var g in await db.Groups.Where(g => g.OfficeId == office).Select(g => new { g.Id, g.Name }).ToListAsync(cancel)) names[g.Id.ToString()] = g.Name;
        return names;
    }
}

/// <summary>A line of the log.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Who">The admin's name; empty: gone.</param>
/// <param name="Action">What; null: an action this program no longer knows.</param>
/// <param name="Details">To what, ids of units, people and groups shown by name.</param>
internal sealed record AuditLine(DateTimeOffset At, string Who, AuditAction? Action, IReadOnlyList<(string Key, string Value)> Details);

/// <summary>What an admin can do. The names are stored; they are never renamed.</summary>
internal enum AuditAction
{
    GroupAdded,
    GroupRenamed,
    GroupClosed,
    BindCodeMade,
    CodeCancelled,
    CampaignBound,
    CampaignUnbound,
    MemberAdded,
    MemberRemoved,
    UnitAdded,
    UnitChanged,
    UnitsImported,
    PersonAdded,
    PersonChanged,
    LiaisonAdded,
    LiaisonEnded,
    JoinCodeMade,
    PersonalLinkMade,
    PersonalLinksRevoked,
    RemarkSettled,
    SubmissionClaimed,
    DuesExcused,
    DuesReopened,
    DeadlineMoved,
    PolicySet,
    PolicyReset,
    GroupAimed,
    Nudged,
    PlanAdded,
    PlanCorrected,
    PlanDiscarded,
    PlanActivated,
    PersonErased,
    OldTextsErased,
    MessagesSentAgain,
    MessagesGivenUp,
    FigureStyleSet,
    ChatImported,
}

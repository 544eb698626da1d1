using System.Security.Cryptography;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Short codes people type: they bind a chat, or join a person to a unit.</summary>
internal static class Codes
{
    /// <summary>How long a code holds.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const int Length = 8;

    // No letter that is taken for a digit or another letter when it is read aloud or copied by hand.
    private const string Alphabet = "34679ACDEFGHJKMNPQRTUVWXY";

    /// <summary>Makes a code of the office.</summary>
    public static async Task<string> MakeAsync(BotDb db, Viewer admin, CodePurpose purpose, Guid? group, Guid? unit, DateTimeOffset now, CancellationToken cancel)
    {
        string code;
        do code = RandomNumberGenerator.GetString(Alphabet, Length);
        while (await db.Codes.AnyAsync(c => c.Code == code, cancel));
        db.Codes.Add(new CodeRow
        {
            Code = code, OfficeId = admin.Office.Value, Purpose = purpose, GroupId = group, UnitId = unit, CreatedAt = now, ExpiresAt = now + Life,
        });
        return code;
    }

    /// <summary>The office's codes that still hold.</summary>
    public static async Task<IReadOnlyList<LiveCode>> LiveAsync(BotDb db, Guid office, CodePurpose purpose, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await db.Codes.Where(c => c.OfficeId == office && c.Purpose == purpose && c.ExpiresAt > now).OrderBy(c => c.CreatedAt).ToListAsync(cancel);
        return [.. rows.Select(c => new LiveCode(c.Code, (c.GroupId ?? c.UnitId)!.Value, c.ExpiresAt, c.UsedAt))];
    }

    /// <summary>Ends a code now. False: the office has no such code.</summary>
    public static async Task<bool> CancelAsync(BotDb db, Viewer admin, string code, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Codes.SingleOrDefaultAsync(c => c.Code == code && c.OfficeId == admin.Office.Value, cancel);
        if (row is null) return false;
        row.ExpiresAt = now;
        AuditTrail.Note(db, admin, now, AuditAction.CodeCancelled, ("id", (row.GroupId ?? row.UnitId)!.Value));
        return true;
    }
}

/// <summary>A code that still holds.</summary>
/// <param name="Code">What is typed.</param>
/// <param name="Subject">The group or unit it is for.</param>
/// <param name="ExpiresAt">Until when (UTC).</param>
/// <param name="UsedAt">When it was first used; null: not yet.</param>
internal sealed record LiveCode(string Code, Guid Subject, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt);

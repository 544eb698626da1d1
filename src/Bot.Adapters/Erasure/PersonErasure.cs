using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>
/// Erases one person from an office in one transaction: words, photos, names and accounts go; keys, times, hashes, bookings and dues
/// stay, so that every figure still counts. What is done to which column is in <see cref="ColumnFates"/>.
/// </summary>
internal sealed class PersonErasure(Store store, IIdSource ids, TimeProvider clock)
{
    /// <summary>Erases.</summary>
    /// <param name="office">The office.</param>
    /// <param name="who">The person's id, an account, or a platform and account (<c>Telegram:42</c>).</param>
    /// <param name="isMeant">Whether it is meant; else all is done and taken back, to tell what it would be.</param>
    /// <param name="cancel">Stops it; nothing is left half done.</param>
    public async Task<ErasureOutcome> RunAsync(Guid office, string who, bool isMeant, CancellationToken cancel)
    {
        try
        {
            return await store.WriteAsync(
                async db =>
                {
                    var outcome = await RunAsync(db, office, who, cancel);
                    return isMeant || outcome is ErasureOutcome.Refused ? outcome : throw new RehearsedException(outcome);
                },
                cancel);
        }
        catch (RehearsedException rehearsed)
        {
            return rehearsed.Outcome;
        }
    }

    private async Task<ErasureOutcome> RunAsync(BotDb db, Guid office, string who, CancellationToken cancel)
    {
        var found = await Subject.FindAsync(db, ids, office, who, cancel);
        if (found.Count != 1) return Refuse(found.Count == 0 ? "The office knows nobody of this id or account." : "Several people have this account: give the person's id, or the platform before it (Telegram:42).");
        var subject = found[0];
        if (await LastOwnerAsync(db, subject, cancel)) return Refuse("This is the office's only owner: make somebody else owner first.");
        var (said, waiting) = await SaidAsync(db, subject, cancel);
        if (waiting > 0) return Refuse(FormattableString.Invariant($"{waiting} messages of this person are not handled yet, their figures would be lost: let the program run until they are, then try again."));

        var tally = new Tally();
        var messages = said.Select(m => m.Id).ToList();
        var submissions = await SubmissionsAsync(db, subject, cancel);
        var (names, shared) = await PersonNames.OfAsync(db, subject, said.Select(m => m.SenderName), cancel);
        var traces = new Traces(names, await TextsAsync(db, messages, cancel), await ReasonsAsync(db, office, cancel));
        await MessageWipe.RunAsync(db, messages, tally, cancel);
        foreach (var some in submissions.Chunk(MessageWipe.AtOnce)) tally.Add("SubmissionReadings", await db.SubmissionReadings.Where(r => some.Contains(r.SubmissionId)).ExecuteDeleteAsync(cancel));
        await new ToldPerson(db, subject, traces, tally).EraseAsync(
            messages.Concat(submissions).ToHashSet(), said.Select(m => (new ChatKey(m.Platform, m.ChatId), m.ExternalId)).ToHashSet(), cancel);
        await new OtherTexts(db, office, traces, tally).CoverAsync(cancel);
        await LeaveAsync(db, subject, submissions, tally, cancel);
        await new Pseudonyms(db, subject, tally).PutAsync(cancel);
        if (tally.Sum > 0)
        {
            // Asked for at the machine itself: no account of the office did it.
            AuditTrail.Note(db, new OfficeId(office), new PersonId(Guid.Empty), clock.GetUtcNow(), AuditAction.PersonErased, subject.Person is { } id ? [("person", id)] : []);
        }

        return new ErasureOutcome.Done(tally, shared);
    }

    private static async Task<bool> LastOwnerAsync(BotDb db, Subject subject, CancellationToken cancel)
    {
        var owners = await db.People.Where(p => p.OfficeId == subject.Office && p.Role == Role.Owner).Select(p => p.Id).Take(2).ToListAsync(cancel);
        return owners.Count == 1 && owners[0] == subject.Person;
    }

    private static async Task<(IReadOnlyList<MessageRow> Said, int Waiting)> SaidAsync(BotDb db, Subject subject, CancellationToken cancel)
    {
        var said = new List<MessageRow>();
        foreach (var account in subject.Accounts)
        {
            said.AddRange(await db.Messages.AsNoTracking()
                .Where(m => m.Platform == account.Platform && m.SenderId == account.Id && (m.OfficeId == subject.Office || m.OfficeId == null)).ToListAsync(cancel));
        }

        return (said, said.Count(m => m.State == MessageState.Waiting));
    }

    private static async Task<IReadOnlyList<Guid>> SubmissionsAsync(BotDb db, Subject subject, CancellationToken cancel)
    {
        var submissions = new List<Guid>();
        foreach (var account in subject.Accounts)
        {
            submissions.AddRange(await db.Submissions.Where(s => s.OfficeId == subject.Office && s.Platform == account.Platform && s.SenderId == account.Id).Select(s => s.Id).ToListAsync(cancel));
        }

        return submissions;
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(BotDb db, IReadOnlyList<Guid> messages, CancellationToken cancel)
    {
        var texts = new List<string>();
        foreach (var some in messages.Chunk(MessageWipe.AtOnce)) texts.AddRange(await db.MessageTexts.Where(t => some.Contains(t.MessageId)).Select(t => t.Text).ToListAsync(cancel));
        return texts;
    }

    private static async Task<IReadOnlyList<string>> ReasonsAsync(BotDb db, Guid office, CancellationToken cancel)
    {
        var excused = await db.Dues.Where(d => d.OfficeId == office && d.ExcusedBy != null && d.ExcusedBecause != null).Select(d => d.ExcusedBecause!).Distinct().ToListAsync(cancel);
        var moved = await db.DeadlineMoves.Where(m => m.OfficeId == office).Select(m => m.Because).Distinct().ToListAsync(cancel);
        return [.. excused, .. moved];
    }

    private static async Task LeaveAsync(BotDb db, Subject subject, IReadOnlyList<Guid> submissions, Tally tally, CancellationToken cancel)
    {
        // What nobody can claim any more, as its words are gone, is not offered.
        foreach (var some in submissions.Chunk(MessageWipe.AtOnce))
        {
            await db.Submissions.Where(s => some.Contains(s.Id) && s.State == SubmissionState.Unclaimed).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SubmissionState.Quiet), cancel);
        }

        if (subject.Person is not { } person) return;
        var (office, name) = (subject.Office, subject.Name);
        tally.Add("Accounts", await db.Accounts.Where(a => a.OfficeId == office && a.PersonId == person).ExecuteDeleteAsync(cancel));
        tally.Add("Liaisons", await db.Liaisons.Where(l => l.OfficeId == office && l.PersonId == person).ExecuteDeleteAsync(cancel));
        tally.Add("AdminScopes", await db.AdminScopes.Where(s => s.OfficeId == office && s.PersonId == person).ExecuteDeleteAsync(cancel));
        tally.Add("GroupMembers", await db.GroupMembers.Where(m => m.OfficeId == office && m.PersonId == person).ExecuteDeleteAsync(cancel));
        tally.Add("Links", await db.Links.Where(l => l.OfficeId == office && l.PersonId == person).ExecuteDeleteAsync(cancel));
        tally.Add("People", await db.People.Where(p => p.OfficeId == office && p.Id == person && (p.Name != name || p.Role != Role.Guest)).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.Name, name).SetProperty(p => p.Role, Role.Guest).SetProperty(p => p.SessionEpoch, p => p.SessionEpoch + 1), cancel));
    }

    private static ErasureOutcome.Refused Refuse(string sentence) => new(sentence);

    /// <summary>Takes a rehearsal back.</summary>
    private sealed class RehearsedException(ErasureOutcome outcome) : Exception
    {
        public ErasureOutcome Outcome { get; } = outcome;
    }
}

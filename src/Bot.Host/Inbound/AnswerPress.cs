using Bot.Domain.Gathering;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>A pressed button: whose submission it is, which campaign's, which due it makes up for, or the answer to a remark.</summary>
internal sealed class AnswerPress(
    ISubmissions submissions, IOrganisation organisation, IRegistrations registrations, IHandledCommit commit, HandleSubmission read, AnswerRemarks remarks,
    AnswerOverdue overdue, ExcuseDues excuses, AskLeave leaves, AnswerReturns returns)
{
    public Task<Handled> HandleAsync(Scene scene, CancellationToken cancel) => Press.Read(scene.Message.Text) switch
    {
        Press.OfUnit press => ChosenAsync(scene, press.Submission, source => source with { Unit = UnitOf(scene.Place, press.Unit) }, cancel),
        Press.OfCampaign press => ChosenAsync(scene, press.Submission, source => source with { Campaign = press.Campaign }, cancel),
        Press.Claim press => ClaimAsync(scene, press, cancel),
        Press.CountFor press => overdue.HandleAsync(scene, press, cancel),
        Press.Agree press => SayAfterAsync(scene, leaves.AgreeAsync(scene, press, cancel), cancel),
        Press.Decline press => SayAfterAsync(scene, leaves.DeclineAsync(scene, press, cancel), cancel),
        Press.Reopen press => SayAfterAsync(scene, excuses.ReopenAsync(scene, press, cancel), cancel),
        Press.Confirm press => returns.ConfirmAsync(scene, press.Return, cancel),
        Press.Answer press => remarks.HandleAsync(scene, press.Given, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The sender, or an admin, says what was left open; the text is read again with that settled.
    private async Task<Handled> ChosenAsync(Scene scene, SubmissionId id, Func<ReportSource, ReportSource> settle, CancellationToken cancel)
    {
        var kept = await submissions.FindAsync(scene.Place.Office.Id, id, cancel);
        if (kept?.Text is not { } text) return await SayAsync(scene, GroupReplies.TooLate, cancel);
        if (text.Sender != scene.Message.Sender && scene.Person is not { IsAdmin: true }) return await SayAsync(scene, GroupReplies.NotYours, cancel);
        return await AgainAsync(scene, kept, text, [scene.Message.Id], settle, cancel) ?? await SayAsync(scene, GroupReplies.TooLate, cancel);
    }

    // One tap: the account becomes the unit's liaison, and everything it said before counts from when it was said.
    private async Task<Handled> ClaimAsync(Scene scene, Press.Claim press, CancellationToken cancel)
    {
        if (scene.Person is not { IsAdmin: true }) return await SayAsync(scene, GroupReplies.AdminsOnly, cancel);
        var office = scene.Place.Office.Id;
        var kept = await submissions.FindAsync(office, press.Submission, cancel);
        if (kept?.Text is not { } first || UnitOf(scene.Place, press.Unit) is not { } unit) return await SayAsync(scene, GroupReplies.TooLate, cancel);

        var waiting = await submissions.UnclaimedAsync(office, first.Sender, cancel);
        var from = waiting.Count == 0 ? kept.SaidAt : waiting[0].SaidAt;
        await registrations.ClaimAsync(office, first.Sender, first.SenderName, unit.Id, DateOnly.FromDateTime(scene.Place.Local(from)), cancel);
        foreach (var submission in waiting)
        {
            // Each is its own transaction; the press is completed last, so that a crash in between does the rest again.
            if (submission.Text is { } text && await AgainAsync(scene, submission, text, [], s => s with { Unit = unit }, cancel) is { Stops: true } lost) return lost;
        }

        return await SayAsync(scene, GroupReplies.Claimed(first.SenderName, unit.Name), cancel);
    }

    private async Task<Handled?> AgainAsync(
        Scene scene, Submission kept, IncomingMessage text, IReadOnlyList<MessageId> completes, Func<ReportSource, ReportSource> settle, CancellationToken cancel)
    {
        if (await organisation.FindSceneryAsync(text.Key.Chat, text.Sender, text.SaidAt, scene.Now, cancel) is not var (place, sender)) return null;
        var then = new Scene(scene.Claim, text, place, sender, scene.Now) { KeyedBy = Mix(scene.Message.Id.Value, kept.Id.Value) };
        var source = new ReportSource { Submission = kept.Id, Completes = completes, Head = text, Text = text, Attachments = kept.Attachments };
        return await read.ReadAsync(then, settle(source), cancel);
    }

    private async Task<Handled> SayAfterAsync(Scene scene, Task<IReadOnlyList<OutgoingMessage>> answers, CancellationToken cancel) =>
        await SayAsync(scene, await answers, cancel);

    private Task<Handled> SayAsync(Scene scene, string text, CancellationToken cancel) => SayAsync(scene, [scene.Answer(text)], cancel);

    private async Task<Handled> SayAsync(Scene scene, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel) =>
        await commit.CommitAsync(scene.Facts, _ => Settlement.Say(messages), cancel) ? Handled.Done([scene.Message.Id]) : Handled.Lost;

    private static Unit? UnitOf(Place place, UnitId id) => place.Units.FirstOrDefault(u => u.Id == id);

    // The same press and submission always give the same key; different ones never the same.
    private static Guid Mix(Guid press, Guid submission)
    {
        Span<byte> both = stackalloc byte[32];
        press.TryWriteBytes(both);
        submission.TryWriteBytes(both[16..]);
        return new Guid(System.Security.Cryptography.SHA256.HashData(both).AsSpan(0, 16));
    }
}

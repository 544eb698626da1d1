using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>A pressed button that counts a report for an older due than that of its time.</summary>
internal sealed class AnswerOverdue(Originals originals, IDues dues, IHandledCommit commit)
{
    public async Task<Handled> HandleAsync(Scene scene, Press.CountFor press, CancellationToken cancel)
    {
        if (await dues.FindAsync(scene.Place.Office.Id, press.Due, cancel) is not { } due
            || await originals.FindAsync(scene, press.Submission, due.Unit, cancel) is not { } original
            || original.Campaign.Obligations.FirstOrDefault(o => o.Id == due.Of.Obligation) is not { } obligation) return await SayAsync(scene, GroupReplies.TooLate, cancel);
        if (!MayChoose(scene, original, due.Unit)) return await SayAsync(scene, GroupReplies.NotYours, cancel);
        var handled = scene.Facts with { Revision = original.Revision, Units = [due.Unit] };
        return await DoneAsync(handled, state => Settle(OverdueChoice.Decide(original, press.Due, state)), cancel);

        Settlement Settle(LedgerDecision decision) => Settlement.Say(scene.Answer(
            decision.DueChanges.Count > 0 ? GroupReplies.CountsFor(ReminderText.What(obligation), due.Deadline) : GroupReplies.TooLate)) with { Decision = decision };
    }

    private static bool MayChoose(Scene scene, RecordRequest original, UnitId unit) =>
        scene.Person is { } person && (person.IsAdmin || person.Id == original.Sender || person.Units.Any(u => u.Id == unit));

    private Task<Handled> SayAsync(Scene scene, string text, CancellationToken cancel) =>
        DoneAsync(scene.Facts, _ => Settlement.Say(scene.Answer(text)), cancel);

    private async Task<Handled> DoneAsync(HandledSubmission handled, Func<LedgerState, Settlement> decide, CancellationToken cancel) =>
        await commit.CommitAsync(handled, decide, cancel) ? Handled.Done(handled.Completes) : Handled.Lost;
}

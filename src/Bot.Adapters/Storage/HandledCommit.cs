using Bot.Adapters.Storage.Rows;
using Bot.Adapters.Telemetry;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Step 10: the one transaction.</summary>
internal sealed class HandledCommit(Store store, BotMeter? meter = null) : IHandledCommit
{
    public async Task<bool> CommitAsync(HandledSubmission handled, Func<LedgerState, Settlement> decide, CancellationToken cancel)
    {
        using var span = BotSpans.Commit();
        if (await store.WriteGuardedAsync(db => WriteAsync(db, handled, decide, cancel), cancel) is not { } settlement) return false;
        meter?.Handled(handled.Completes.Count, settlement.Messages.Any(m => m.Kind == OutgoingKind.Question && m.Chat == handled.Claim.Chat));
        return true;
    }

    // Null: the claim was lost.
    private async Task<Settlement?> WriteAsync(BotDb db, HandledSubmission handled, Func<LedgerState, Settlement> decide, CancellationToken cancel)
    {
        if (await store.HoldAsync(db, handled, cancel) is not { } held) return null;
        var state = await LedgerReads.StateAsync(db, handled, held, cancel);
        var settlement = decide(state);
        if (handled.Submission is { } submission) await SubmissionWrites.StoreAsync(db, handled, submission, cancel);
        await WriteLedgerAsync(db, handled, settlement, cancel);
        if (handled.Office is { } of) await ReturnWrites.WriteAsync(db, of.Value, settlement.Returns, handled.Now, cancel);
        await store.CompleteAsync(db, handled, settlement.Messages, cancel);
        return settlement;
    }

    private static async Task WriteLedgerAsync(BotDb db, HandledSubmission handled, Settlement settlement, CancellationToken cancel)
    {
        if (handled is not { Office: { } office, Revision: { } revision }) return;
        var decision = settlement.Decision;
        foreach (var activity in decision.Activities)
        {
            db.Activities.Add(LedgerMapping.Row(activity, office.Value, revision));
            db.ActivityUnits.Add(new ActivityUnitRow { ActivityId = activity.Id.Value, UnitId = activity.Unit.Value, OfficeId = office.Value });
        }

        db.Bookings.AddRange(decision.Bookings.Select(b => LedgerMapping.Row(b, office.Value)));
        db.Remarks.AddRange(decision.Remarks.Select(r => LedgerMapping.Row(r, office.Value, revision.Campaign, handled.Now)));
        await DueWrites.WriteAsync(db, office.Value, revision, decision.DueChanges, handled.Now, cancel);
        foreach (var taken in decision.TakenBack)
        {
            await db.Activities.Where(a => a.Id == taken.Value && a.OfficeId == office.Value)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.TakenBackAt, handled.Now), cancel);
        }

        foreach (var (remark, answer) in settlement.SettledRemarks)
        {
            await db.Remarks.Where(r => r.Id == remark && r.OfficeId == office.Value && r.SettledAt == null).ExecuteUpdateAsync(
                s => s.SetProperty(r => r.SettledAt, handled.Now).SetProperty(r => r.SettledBy, handled.Person == null ? null : handled.Person.Value.Value).SetProperty(r => r.Answer, answer), cancel);
        }

        if (settlement.Greeted && handled.Person is { } person)
        {
            await db.People.Where(p => p.Id == person.Value && p.GreetedAt == null).ExecuteUpdateAsync(s => s.SetProperty(p => p.GreetedAt, handled.Now), cancel);
        }
    }
}

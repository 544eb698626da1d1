using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;

namespace Bot.Domain.Checking;

/// <summary>Decides what an answer to a remark does to the ledger. Pure. An answer that does not fit the remark does nothing.</summary>
public static class AnswerRemark
{
    /// <summary>The decision.</summary>
    public static AnswerDecision Decide(AnswerRequest request, LedgerState known, IIdSource ids)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(ids);
        var given = request.Given;
        if (request.Open.All(r => r.Id != given.Remark.Id) || !Fits(given))
            return new AnswerDecision(LedgerDecision.None, [], given.Answer);

        // What the original said is booked as the original's; what only the answer says is the answer's.
        var told = new LedgerDraft(request.Original with { Now = request.Now, Distinct = true }, known, ids);
        var answer = request.Original with
        {
            Now = request.Now, Message = request.Message, Text = request.Text, Sender = request.By ?? request.Original.Sender,
        };
        var said = new LedgerDraft(answer, known, ids);
        var draft = given.Answer is Answer.Another or Answer.SameTakeLater && given.Remark.Code == CheckCode.Conflict ? told : said;
        var settled = SettledWith(request.Open, given.Remark).ToList();
        Decide(draft, given, settled, request.Original);
        Checks.Run(draft);
        if (given.Answer == Answer.Wrong && given.Remark.Code != CheckCode.Proposed) DueSettlement.SettleTakenBack(draft);
        if (given.Answer == Answer.BookAsNew) DueSettlement.SettleReport(draft, request.Original.Told);
        return new AnswerDecision(draft.ToDecision(), settled.ConvertAll(r => r.Id), given.Answer);
    }

    private static bool Fits(GivenAnswer given) =>
        AnswerData.Choices(given.Remark.Code).Contains(given.Answer)
        && (given.Answer != Answer.Number || (given.Number is { } number && Amounts.Bookable(number)));

    private static void Decide(LedgerDraft draft, GivenAnswer given, List<Remark> settled, RecordRequest original)
    {
        var remark = given.Remark;
        switch (remark.Code)
        {
            case CheckCode.Vague when given is { Answer: Answer.Number, Number: { } number }:
                VagueAnswers.Book(draft, remark, number, given.Bound);
                break;
            case CheckCode.Proposed:
                if (given.Answer == Answer.Right && remark.Value is { } proposed && Stands(draft, remark)) VagueAnswers.Book(draft, remark, proposed, remark.Bound);
                break;
            case CheckCode.Conflict:
                ConflictAnswers.Settle(draft, remark, given.Answer);
                break;
            case CheckCode.SameDayOtherFigures:
                SameDayAnswers.Settle(draft, remark, given.Answer);
                break;
            case CheckCode.BelowKnown when given.Answer == Answer.Adopt:
                foreach (var total in settled) AdoptedTotals.Book(draft, total, original);
                break;
            case CheckCode.NothingToCorrect when given.Answer == Answer.BookAsNew:
                BookAsNew(draft, remark.Unit, [.. settled.Select(r => r.Slot).OfType<SlotId>()], original);
                break;
            default:
                if (given.Answer == Answer.Wrong) TakeBack(draft, remark);
                break;
        }
    }

    // What was told with it may have been taken back since; then nothing of it counts.
    private static bool Stands(LedgerDraft draft, Remark remark) => remark.Activity is { } activity && draft.Live(remark.Unit).Any(a => a.Id == activity);

    private static void BookAsNew(LedgerDraft draft, UnitId unit, HashSet<SlotId> slots, RecordRequest original)
    {
        if (original.Parts.FirstOrDefault(p => p.Unit.Id == unit) is not { } part) return;
        NewReports.Tell(draft, part with
        {
            Asks = [],
            Activities =
            [
                .. part.Activities.Select(a => a with { Components = [.. a.Components.Where(c => slots.Contains(c.Slot))] })
                    .Where(a => a.Components.Count > 0),
            ],
        });
    }

    // A transcription is wrong as a whole; any other remark speaks of one activity.
    private static void TakeBack(LedgerDraft draft, Remark remark)
    {
        var wrong = draft.Live(remark.Unit)
            .Where(a => remark.Code == CheckCode.Transcribed ? a.Submission == remark.Submission : a.Id == remark.Activity).ToList();
        foreach (var activity in wrong) Retractions.TakeBack(draft, activity, Rules.Answer);
    }

    // One answer settles what is one question to people.
    private static IEnumerable<Remark> SettledWith(IReadOnlyList<Remark> open, Remark remark) => open.Where(r => r.Id == remark.Id
        || (r.Code == remark.Code && r.Unit == remark.Unit && remark.Code switch
        {
            CheckCode.Transcribed or CheckCode.BelowKnown or CheckCode.NothingToCorrect => true,
            CheckCode.Conflict or CheckCode.SameDayOtherFigures => r.Activity == remark.Activity,
            _ => false,
        }));
}

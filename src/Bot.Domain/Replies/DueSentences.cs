using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;

namespace Bot.Domain.Replies;

/// <summary>Tells what a submission meant for the dues, where people would want to know.</summary>
internal sealed class DueSentences(RecordRequest request, LedgerDecision decision)
{
    private readonly List<DueOutcome.Meets> _met = [.. decision.Dues.OfType<DueOutcome.Meets>()];

    /// <summary>That it was received, where nothing else says so: a text without figures, a file.</summary>
    public IEnumerable<string> Received() => _met.GroupBy(m => m.Due.Unit)
        .Select(unit => Wording.Received(UnitName(unit.First().Due), string.Join('、', unit.Select(m => What(m.Due)).Distinct(StringComparer.Ordinal))));

    /// <summary>What it was taken for where that is no ordinary report, what it makes up for, what is still missing, what is open again.</summary>
    /// <param name="received">Whether <see cref="Received"/> was said.</param>
    public IEnumerable<string> All(bool received)
    {
        var said = _met.Select(m => Met(m.Due, received)).Where(s => s.Length > 0);
        var missing = _met.Aggregate(Asked.Nothing, (all, m) => all | m.Missing);
        return said.Distinct(StringComparer.Ordinal)
            .Concat(missing == Asked.Nothing ? [] : [Wording.StillMissing(ScheduleText.What(missing))])
            .Concat(decision.Dues.OfType<DueOutcome.Offers>().Select(o => Wording.OrForEarlier(SpokenDays.Of(o.Overdue.Deadline))).Distinct(StringComparer.Ordinal))
            .Concat(decision.Dues.OfType<DueOutcome.Reopens>().Select(r => Wording.OpenAgain(What(r.Due), SpokenDays.Of(r.Due.Deadline))).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The choice to count it for an older one.</summary>
    public IEnumerable<MessageButton> Buttons() => decision.Dues.OfType<DueOutcome.Offers>()
        .Select(o => new MessageButton(Wording.ForEarlier(SpokenDays.Of(o.Overdue.Deadline)), new Press.CountFor(o.Submission, o.Overdue.Id).Data));

    private string Met(Due due, bool received)
    {
        // Of what recurs, people want to know which one it was taken for when that is not the one of now.
        var late = due.State == DueState.Late && ObligationOf(due)?.Schedule is not (null or Schedule.Once or Schedule.Dates) ? Wording.MakesUpFor(SpokenDays.Of(due.Deadline)) : "";
        return due.Kind == ObligationKind.Material || received ? late : Wording.Taken(What(due), late);
    }

    private string What(Due due) => ObligationOf(due) is { } obligation ? ReminderText.What(obligation) : ScheduleText.Name(due.Kind);

    private Obligation? ObligationOf(Due due) => request.Campaign.Obligations.FirstOrDefault(o => o.Id == due.Of.Obligation);

    private string UnitName(Due due) => request.Parts.Select(p => p.Unit).FirstOrDefault(u => u.Id == due.Unit)?.Name ?? "";
}

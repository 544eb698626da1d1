using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>Tells what was decided, unit by unit, in short or line by line.</summary>
internal sealed class OutcomeSentences(RecordRequest request, LedgerDecision decision, bool lines)
{
    private readonly FigureList _figures = new(request.Campaign, request.Text);

    /// <summary>The sentences in the order: recorded, changed, taken back, known already.</summary>
    public IEnumerable<string> All() =>
        Recorded().Concat(Corrected()).Concat(Differences()).Concat(TakenBack()).Concat(Repeated()).Concat(Others());

    private IEnumerable<T> Of<T>()
        where T : LedgerOutcome => decision.Outcomes.OfType<T>();

    private IEnumerable<string> Recorded()
    {
        foreach (var unit in Of<LedgerOutcome.Recorded>().GroupBy(r => r.Unit.Id))
        {
            var head = request.Change == SubmissionChange.Edited
                ? Wording.Edited(unit.First().Unit.Name)
                : Wording.Recorded(unit.First().Unit.Name, unit.First().Transcribed);
            var days = unit.Where(r => r.Figures.Count > 0).GroupBy(r => SpokenDays.Of(r.Days), StringComparer.Ordinal).ToList();
            if (days.Count == 0) yield return $"{head}：{Wording.NewerStands}";
            else if (lines) yield return string.Join('\n', days.Select(d => Lines(head, d)));
            else yield return head + string.Join('；', days.Select(Line)) + "。";
        }
    }

    private string Line(IGrouping<string, LedgerOutcome.Recorded> day, int at) =>
        $"{(at == 0 && day.Key.Length > 0 ? " " : "")}{day.Key}：{_figures.Line(day.SelectMany(r => r.Figures))}";

    private string Lines(string head, IGrouping<string, LedgerOutcome.Recorded> day) =>
        $"{head}{(day.Key.Length > 0 ? " " + day.Key : "")}：\n"
        + string.Join('\n', _figures.Lines(day.SelectMany(r => r.Figures)).Select(l => "· " + l));

    private IEnumerable<string> Corrected()
    {
        var all = Of<LedgerOutcome.Corrected>().ToList();
        foreach (var unit in all.Where(c => c.From != c.To).GroupBy(c => c.Unit.Id))
        {
            var changes = string.Join('；', unit.Select(Change));
            var name = unit.First().Unit.Name;
            yield return request.Change == SubmissionChange.Edited ? $"{Wording.Edited(name)}：{changes}。" : Wording.Corrected(name, changes);
        }

        // What a correction repeats unchanged beside what it changes needs no word.
        if (all.Count > 0 && all.TrueForAll(c => c.From == c.To))
        {
            yield return Wording.AlreadySo(string.Join('；', all.Select(c => _figures.One(c.Slot, c.To, c.Bound))));
        }
    }

    private string Change(LedgerOutcome.Corrected change) =>
        $"{_figures.Name(change.Slot)} {FigureText.Number(change.From)}→{_figures.Bare(change.Slot, change.To, change.Bound)}（{SpokenDays.Of(change.Day)}）";

    private IEnumerable<string> Differences()
    {
        var all = Of<LedgerOutcome.Difference>().ToList();
        var agreeing = all.Where(d => d.Booked == 0).ToList();
        if (agreeing.Count > 0) yield return Wording.Agrees(_figures.Line(agreeing.Select(d => new RecordedFigure(d.Slot, d.Stated, d.Bound, false))));
        var more = all.Where(d => d.Booked != 0).ToList();
        if (more.Count == 0) yield break;
        yield return more is [{ Known: > 0 } only] && AddsUp(only.Slot)
            ? Wording.CaughtUp(_figures.One(only.Slot, only.Stated, only.Bound), _figures.Bare(only.Slot, only.Booked))
            : Wording.CaughtUp(_figures.Line(more.Select(d => new RecordedFigure(d.Slot, d.Stated, d.Bound, false)), slot => More(more, slot)));
    }

    // A first figure, or one that is not added up, is no "more".
    private string More(List<LedgerOutcome.Difference> all, SlotId slot) =>
        AddsUp(slot) && all.Find(d => d.Slot == slot) is { Known: > 0 } difference ? Wording.More(_figures.Bare(slot, difference.Booked)) : "";

    private bool AddsUp(SlotId slot) => request.Campaign.Slots.FirstOrDefault(s => s.Id == slot) is not { Aggregate: not Aggregate.Sum };

    private IEnumerable<string> TakenBack()
    {
        // An edit tells what is there now; what it took away is told only if nothing is left.
        var all = Of<LedgerOutcome.TakenBack>().ToList();
        if (request.Change == SubmissionChange.Edited && Of<LedgerOutcome.Recorded>().Any()) yield break;
        foreach (var unit in all.GroupBy(t => t.Unit.Id))
        {
            var figures = unit.Where(t => t.Figures.Count > 0).Select(t => $"{SpokenDays.Of(t.Days)}{_figures.Line(t.Figures)}").ToList();
            var name = unit.First().Unit.Name;
            yield return figures.Count == 0 ? Wording.TakenBackEmpty(name) : Wording.TakenBack(name, string.Join('；', figures));
        }
    }

    private IEnumerable<string> Repeated()
    {
        var partly = decision.Outcomes.Any(o => o is not LedgerOutcome.Repeated);
        return Of<LedgerOutcome.Repeated>()
            .GroupBy(r => r.Days.Count > 0 ? Wording.ReportedOf(SpokenDays.Of(r.Days)) : Wording.SaidOn(SpokenDays.Of(r.SaidOn)), StringComparer.Ordinal)
            .Select(day => Wording.Repeated(day.Key, partly ? _figures.Line(day.SelectMany(r => r.Figures)) : null));
    }

    private IEnumerable<string> Others()
    {
        foreach (var nil in Of<LedgerOutcome.Nil>()) yield return Wording.Nil(nil.Unit.Name);
        if (Of<LedgerOutcome.NothingToTakeBack>().Any()) yield return Wording.NothingToTakeBack;
    }
}

using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>
/// Finds what a message tells again: same unit, same days, same figures. Each known telling answers for one told group
/// only, so that two like sessions of one message are not taken for one.
/// </summary>
internal sealed class RepeatedReports(LedgerDraft draft, UnitPart part)
{
    /// <summary>For how many days the very same undated words mean the same activity; after that they report a new one.</summary>
    public const int DaysOfSameText = 3;

    private readonly IReadOnlyList<KnownTelling> _known =
        [.. KnownTelling.All(draft, part.Unit.Id).Where(k => k.Activity.Submission != draft.Request.Submission)];

    private readonly IReadOnlyList<ToldGroup> _told = [.. part.Activities.SelectMany(ToldGroup.Of)];
    private readonly HashSet<KnownTelling> _answered = [];

    /// <summary>Known tellings that nothing in this message has repeated (so far).</summary>
    public IEnumerable<KnownTelling> Unanswered => _known.Where(k => !_answered.Contains(k));

    /// <summary>What told this before; null: it is new.</summary>
    public KnownTelling? Find(ToldGroup group)
    {
        if (draft.Request.Distinct) return null;
        var like = Unanswered.Where(k => k.Family == group.Family && SameTime(group.Activity, k.Activity)).ToList();
        var found = Alike(like, group) ?? Merged(group) ?? Mentioned(like, group) ?? SameText(like);
        if (found is not null) _answered.Add(found);
        return found;
    }

    private KnownTelling? Alike(List<KnownTelling> like, ToldGroup group)
    {
        var figures = group.Figures();
        return like.Find(k => k.Stands && k.Says(draft, figures));
    }

    // The same day's activities cut differently: one message says 2场130人, the other 上午1场50人、下午1场80人.
    private KnownTelling? Merged(ToldGroup group)
    {
        var siblings = _told.Where(t => t.Family == group.Family && DaySets.Same(t.Activity.Days, group.Activity.Days));
        var figures = ToldGroup.Fold(siblings.SelectMany(t => t.Parts));
        var known = _known.Where(k => k.Family == group.Family && k.Stands && SameTime(group.Activity, k.Activity)).ToList();
        var sets = known.GroupBy(k => k.Activity.Submission).Select(g => g.ToList()).ToList();

        // Over several submissions a single number may be a sum by chance.
        if (figures.Count > 1 && group.Activity.Days.Count > 0 && known.Count > 0) sets.Add(known);
        foreach (var set in sets)
        {
            if (!KnownTelling.Same(ToldFigures.Fold(set.SelectMany(k => k.Told)), figures)
                && !KnownTelling.Same(ToldFigures.Fold(set.SelectMany(k => k.Now)), figures)) continue;
            _answered.UnionWith(set);
            return set[0];
        }

        return null;
    }

    // The activity named once more, without a number, beside its photos.
    private KnownTelling? Mentioned(List<KnownTelling> like, ToldGroup group) =>
        group.Parts.All(p => p.Implied && draft.AddsUp(p.Slot))
            ? like.Find(k => k.Stands && group.Parts.All(p => k.Now.Any(f => f.Slot == p.Slot && f.Value > 0)))
            : null;

    // The very text again, of an activity that was corrected or edited since: its first figures must not undo that.
    private KnownTelling? SameText(List<KnownTelling> like) =>
        like.Find(k => string.Equals(k.Activity.TextHash, draft.Request.TextHash, StringComparison.Ordinal));

    private bool SameTime(ReportedActivity told, ActivityRecord known)
    {
        var said = draft.Request.SaidOn;
        if (told.Days.Count > 0 && known.Days.Count > 0) return DaySets.Same(told.Days, known.Days);
        if (known.SaidOn == said || told.Days.Contain(known.SaidOn) || known.Days.Contain(said)) return true;
        return told.Days.Count == 0
            && string.Equals(known.TextHash, draft.Request.TextHash, StringComparison.Ordinal)
            && Math.Abs(said.DayNumber - known.SaidOn.DayNumber) <= DaysOfSameText;
    }
}

namespace Bot.Domain.Ledger;

/// <summary>Finds a known telling of the same family and the same told days that has other figures.</summary>
internal static class Conflicts
{
    /// <summary>
    /// The telling at issue, another reporter's before one's own; null: none. Undated activities and slots that are not
    /// added up cannot be at issue.
    /// </summary>
    public static KnownTelling? Find(LedgerDraft draft, ToldGroup group, IEnumerable<KnownTelling> known)
    {
        if (draft.Request.Distinct || group.Activity.Days.Count == 0 || !group.Parts.Any(p => draft.AddsUp(p.Slot))) return null;
        var like = known
            .Where(k => k.Family == group.Family && k.Stands && k.Activity.Days.Count > 0 && DaySets.Same(k.Activity.Days, group.Activity.Days))
            .ToList();
        return like.Find(k => IsAnothers(draft, k.Activity)) ?? like.FirstOrDefault();
    }

    /// <summary>Whether somebody else told it.</summary>
    public static bool IsAnothers(LedgerDraft draft, ActivityRecord activity) => activity.Reporter != draft.Request.Sender;
}

namespace Bot.Domain.Ledger;

/// <summary>An edited statement of totals: measured against what it came to when it was made, not against later reports.</summary>
internal static class EditedStatements
{
    /// <summary>Moves each figure by what the edit changed; a figure edited away takes the rest of its difference along.</summary>
    public static void Apply(LedgerDraft draft, UnitPart part, ActivityRecord statement)
    {
        var figures = Statement.Fold(part.Activities.SelectMany(a => a.Components));
        foreach (var gone in draft.Figures(statement).Where(f => f.Value != 0 && figures.All(s => s.Slot != f.Slot)).ToList())
        {
            Retractions.Remove(draft, statement, gone, draft.Whole, Rules.Edit);
            draft.Tell(new LedgerOutcome.Corrected(part.Unit, statement.Id, gone.Slot, gone.Value, 0, statement.LastDay));
        }

        foreach (var figure in figures) Apply(draft, part, statement, figure);
    }

    private static void Apply(LedgerDraft draft, UnitPart part, ActivityRecord statement, Statement figure)
    {
        if (!Amounts.Bookable(figure.Value) || !draft.AddsUp(figure.Slot))
        {
            CumulativeDifferences.Tell(draft, part, statement, figure);
            return;
        }

        var stated = StatedTotals.Of(draft, statement, figure.Slot);
        if (Agreement.Between(stated, draft.Figure(statement, figure.Slot)?.Bound ?? default, figure.Value, figure.Bound)) return;
        if (!StatedTotals.Move(draft, statement, figure, figure.Value - stated))
        {
            CumulativeDifferences.TellBelow(draft, part, statement, figure, stated);
            return;
        }

        draft.Tell(new LedgerOutcome.Corrected(part.Unit, statement.Id, figure.Slot, stated, figure.Value, statement.LastDay)
        {
            Bound = figure.Bound,
        });
    }
}

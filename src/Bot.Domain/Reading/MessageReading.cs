namespace Bot.Domain.Reading;

/// <summary>Reads one message: its kind, the pasted form or table in it, what it tells, and puts the reading together.</summary>
internal sealed class MessageReading(MarkedText text, FormText form, ReadingContext context)
{
    private readonly ReportedDays days = new(text, DateOnly.FromDateTime(context.SaidAt), context.Unit is { } own ? [.. context.Units, own] : context.Units);

    /// <summary>The reading.</summary>
    public ReportReading Read()
    {
        var kind = new Kinds(text).ByWords();
        if (kind is ReadingKind.Other or ReadingKind.Query or ReadingKind.Registration or ReadingKind.Retraction)
            return new ReportReading { Kind = kind.Value, LeftOver = [.. text.Quantities.Select(quantity => text.Source.Span(quantity.From, quantity.To))] };
        PairedColumns.Remove(text);
        var alignment = FormAlignment.Of(text, form);
        var table = new TableRows(text, alignment.HoldsRow);
        var rows = table.Read();
        var line = new ChainLines(text, context);
        bool Skip(Clause clause) => alignment.Holds(clause) || table.Holds(clause) || line.IsOthers(clause);
        OtherBodies.Mark(text, context.Unit);
        var units = UnitSections.Of(text, context);
        if (kind == ReadingKind.Correction)
            Replaced.Remove(text);
        var draft = Narrative.Read(text, units, Skip, implied: kind != ReadingKind.Correction, ownLines: line.IsChain);
        List<Placed> filled = [.. alignment.Filled, .. rows];
        var reading = new ReadingAssembly(text, days, Skip).Assemble(draft, filled, alignment.Open);
        return Finish(reading with { NilUnits = NilOf(reading, units), LeftOver = [.. reading.LeftOver, .. alignment.Doubtful.Select(blank => text.Source.Span(blank.From, blank.To))] }, kind, alignment, filled, draft, Skip) with { FilledForm = FilledForms.Of(text, alignment, rows, reading), IsForeign = alignment.IsForeign };
    }

    private ReportReading Finish(ReportReading reading, ReadingKind? kind, FormAlignment alignment, List<Placed> filled, Draft draft, Predicate<Clause> skip)
    {
        var found = reading.Activities.Count > 0 || reading.Asks.Count > 0;
        var on = days.All(skip);
        if (kind == ReadingKind.Correction)
            return reading with { Kind = ReadingKind.Correction, Basis = BasisOf(filled, draft, on), Days = on };
        if (!found && alignment.Blanks > 1)
            return ReportReading.Nothing; // an empty form sent round
        if (!found && new Kinds(text).IsNil() && reading.Extras.All(extra => extra.Value == 0))
            return reading with { Kind = ReadingKind.Report, Nil = true };
        if (!found && (draft.Boxes.Count > 0 || (reading.Extras.Count == 0 || !ExtrasTold(draft)) && TellsDeeds()))
            return reading with { Kind = ReadingKind.Report, Days = on };
        if (!found && (reading.Extras.Count == 0 || !ExtrasTold(draft)))
            return ReportReading.Nothing with { LeftOver = reading.LeftOver };
        // The day on a whole form is when it was filled in; above a row or two it is when it was done.
        var told = alignment.Filled.Count > 0 && draft.Frames.Count == 0 && draft.Things.Count == 0
            && !(alignment.IsOfRows && FilledForms.Of(text, alignment, [], reading) is null);
        return reading with { Kind = ReadingKind.Report, Basis = BasisOf(filled, draft, on), Days = told ? [] : on };
    }

    private Basis BasisOf(List<Placed> filled, Draft draft, List<Campaigns.DaySpan> on) =>
        new BasisWords(text, DateOnly.FromDateTime(context.SaidAt), filled, draft.Placed(), on.Count > 0).Told();

    private static List<string> NilOf(ReportReading reading, UnitSections units) => units.Nil.FindAll(unit =>
        reading.Activities.All(activity => activity.Unit != unit) && reading.Asks.All(ask => ask.Unit != unit));

    // 今天在车间门口设置了安全宣传栏: done, though nothing in it can be counted.
    private bool TellsDeeds() => text.Clauses.Exists(clause => clause is { Status: ClauseStatus.Done, Quoted: false, Aim: false }
        && (text.RolesIn(clause.From, clause.To) & (Role.Do | Role.Setup | Role.Hang | Role.Hand | Role.Make | Role.Inspect)) != Role.None
        && KindWords.Shared.Any("safety", text.Source.Text[clause.From..clause.To])
        && (text.HasAny(clause.From, clause.To, "了", "已") || text.Dates.Exists(date => date.Shape is DateShape.Day or DateShape.Relative && date.First <= DateOnly.FromDateTime(context.SaidAt)
            && text.ClauseAt(date.From).Sentence == clause.Sentence)));

    // Numbers without a blank make a report only where something was done about them.
    private bool ExtrasTold(Draft draft) => (draft.Extras.Count > 1 && text.Dates.Count > 0) || draft.Extras.Exists(extra =>
    {
        var clause = text.ClauseAt(extra.Quantity.From);
        return (text.RolesIn(clause.From, clause.To) & (Role.Do | Role.Verbs | Role.Find | Role.Fix)) != Role.None;
    });
}

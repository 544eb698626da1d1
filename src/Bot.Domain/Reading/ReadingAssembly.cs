namespace Bot.Domain.Reading;

/// <summary>Puts the figures placed into activities, with spans of the original text.</summary>
internal sealed class ReadingAssembly(MarkedText text, ReportedDays days, Predicate<Clause> skip)
{
    /// <summary>The reading without its kind.</summary>
    public ReportReading Assemble(Draft draft, IReadOnlyList<Placed> filled, IReadOnlyList<(GroupSlot Slot, int From, int To)> open)
    {
        var activities = new List<ReportedActivity>();
        foreach (var frame in draft.Frames.Where(frame => frame.HasFigures))
            Add(activities, frame.Unit, [.. frame.Sessions, .. frame.Attendance, .. frame.Others], frame.Mention.From, frame.Mention.To);
        foreach (var things in draft.Things.GroupBy(thing => (thing.Unit, text.ClauseAt(thing.Figure.From).Sentence)))
            Add(activities, things.Key.Unit, [.. things.Select(thing => thing.Figure)], things.First().Figure.From, things.First().Figure.To);
        foreach (var row in filled.GroupBy(figure => figure.Slot.Group))
            Add(activities, null, [.. row], row.First().From, row.First().To);
        activities.Sort(static (a, b) => a.Span.From.CompareTo(b.Span.From));
        return new ReportReading
        {
            Kind = ReadingKind.Report,
            Activities = activities,
            Subject = Subject(draft, filled),
            Extras = [.. draft.Extras.Select(extra => new Extra(extra.Label, extra.Quantity.Value, Original(extra.Quantity), text.Source.Span(extra.Quantity.From, extra.Quantity.To)))],
            Asks = [.. Asks(draft, open, activities)],
            LeftOver = [.. draft.LeftOver.Select(quantity => text.Source.Span(quantity.From, quantity.To)), .. draft.Boxes.Select(box => text.Source.Span(box.From, box.To))],
        };
    }

    private void Add(List<ReportedActivity> activities, string? unit, List<Placed> figures, int from, int to)
    {
        var components = figures.Select(figure => new Component
        {
            Slot = figure.Slot.Slot.Id,
            Value = figure.Value,
            Bound = figure.Bound,
            Implied = figure.Implied,
            Span = text.Source.Span(figure.From, figure.To),
            Rule = figure.Rule,
            Replaces = Replaced.After(text, figure.To),
        }).ToList();
        activities.Add(new ReportedActivity
        {
            Unit = unit,
            Days = days.At(from, skip),
            Components = components,
            Span = components.Select(component => component.Span).Aggregate(text.Source.Span(from, to), static (a, b) => a.Join(b)),
        });
    }

    // The measure as the message writes it.
    private string Original(Quantity quantity)
    {
        var at = text.Source.Text[quantity.Number.To..quantity.To].IndexOf(quantity.Measure, StringComparison.Ordinal);
        return at < 0 || quantity.Measure.Length == 0
            ? quantity.Measure
            : text.Source.Words(quantity.Number.To + at, quantity.Number.To + at + quantity.Measure.Length);
    }

    private IEnumerable<Ask> Asks(Draft draft, IReadOnlyList<(GroupSlot Slot, int From, int To)> open, List<ReportedActivity> activities)
    {
        if (draft.Asks.Count + open.Count == 0)
            yield break;
        var told = activities.SelectMany(static activity => activity.Components.Select(part => (activity.Unit, part.Slot))).ToHashSet();
        foreach (var ask in draft.Asks.Concat(open.Select(blank => (blank.Slot, blank.From, blank.To, "vague", (string?)null))).DistinctBy(ask => (ask.Item1, ask.Item5)))
        {
            if (!told.Contains((ask.Item5, ask.Item1.Slot.Id)))
                yield return new Ask(ask.Item1.Slot.Id, text.Source.Span(ask.Item2, ask.Item3), ask.Item4, ask.Item5);
        }
    }

    // The subject whose form alone is filled, or that is named where others are not.
    private string? Subject(Draft draft, IReadOnlyList<Placed> filled)
    {
        var subjects = text.Vocabulary.Groups.Select(group => group.Form.Subject).Distinct().ToList();
        if (subjects.Count < 2)
            return null;
        var used = draft.Frames.Where(frame => frame.HasFigures).Select(frame => frame.Group.Form.Subject)
            .Concat(draft.Things.Select(thing => thing.Figure.Slot.Group.Form.Subject))
            .Concat(filled.Select(figure => figure.Slot.Group.Form.Subject)).Distinct().ToList();
        if (used.Count == 1)
            return used[0];
        var named = subjects.FindAll(subject => text.Source.Text.Contains(subject, StringComparison.Ordinal));
        return named.Count == 1 ? named[0] : null;
    }
}

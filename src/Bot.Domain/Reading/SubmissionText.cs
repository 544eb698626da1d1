namespace Bot.Domain.Reading;

/// <summary>All the words of a submission: its text, and the documents that came with it.</summary>
/// <param name="Words">Its text.</param>
/// <param name="Documents">The documents' text.</param>
public sealed record SubmissionText(string Words, IReadOnlyList<AttachedText> Documents)
{
    /// <summary>One text in which every span of the reading lies: the words, then the documents, each on lines of its own.</summary>
    public string Whole => Documents.Count == 0 ? Words : string.Join('\n', Documents.Select(document => document.Text).Prepend(Words).Where(text => text.Length > 0));

    /// <summary>
    /// What all of it is taken to say. A blank that stands in a document is that document's, whatever the words beside it
    /// repeat of it; a question or a retraction beside a document is only that.
    /// </summary>
    public ReportReading Read(IReportReader reader, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var told = reader.Read(Words, context);
        if (Documents.Count == 0 || told.Kind is ReadingKind.Query or ReadingKind.Retraction)
            return told;
        var at = Words.Length == 0 ? 0 : Words.Length + 1;
        ReportReading? sum = null;
        foreach (var document in Documents)
        {
            var reading = Moved(reader.Read(document.Text, context), document, at);
            at += document.Text.Length + 1;
            sum = sum is null ? reading : Joined(sum, reading);
        }

        if (sum is not { Kind: ReadingKind.Report })
            return told.Kind == ReadingKind.Other && sum is { IsForeign: true } ? sum : told;
        var all = Joined(sum, told);
        return all with { Kind = told.Kind == ReadingKind.Correction ? ReadingKind.Correction : ReadingKind.Report, Days = told.Days.Count > 0 ? told.Days : sum.Days };
    }

    private static ReportReading Joined(ReportReading first, ReportReading second)
    {
        if (second.Kind is not (ReadingKind.Report or ReadingKind.Correction))
            return first with { IsForeign = first.IsForeign || second.IsForeign };
        if (first.Kind != ReadingKind.Report)
            return second with { IsForeign = first.IsForeign || second.IsForeign };
        var known = first.Activities.SelectMany(activity => activity.Components.Select(part => (activity.Unit, part.Slot))).ToHashSet();
        var more = second.Activities.Select(activity => activity with { Components = [.. activity.Components.Where(part => !known.Contains((activity.Unit, part.Slot)))] })
            .Where(activity => activity.Components.Count > 0);
        return first with
        {
            Activities = [.. first.Activities, .. more],
            Asks = [.. first.Asks, .. second.Asks.Where(ask => !known.Contains((ask.Unit, ask.Slot)) && !first.Asks.Any(other => other.Slot == ask.Slot && other.Unit == ask.Unit))],
            Extras = [.. first.Extras, .. second.Extras.Where(extra => !first.Extras.Any(other => other.Value == extra.Value && other.Measure == extra.Measure))],
            LeftOver = [.. first.LeftOver, .. second.LeftOver],
            Basis = first.Basis == Basis.Cumulative || second.Basis == Basis.Cumulative ? Basis.Cumulative : first.Basis,
            Subject = first.Subject ?? second.Subject,
            FilledForm = first.FilledForm ?? second.FilledForm,
            IsForeign = first.IsForeign || second.IsForeign,
            Nil = first.Nil && second.Nil,
        };
    }

    private static ReportReading Moved(ReportReading reading, AttachedText document, int by)
    {
        TextSpan Move(TextSpan span) => new(span.From + by, span.To + by);
        return reading with
        {
            Activities = [.. reading.Activities.Select(activity => activity with
            {
                Span = Move(activity.Span),
                Components = [.. activity.Components.Select(part => part with { Span = Move(part.Span), Rule = CellSource.Of(part.Rule, document.PlaceOf(part.Span)) })],
            })],
            Extras = [.. reading.Extras.Select(extra => extra with { Span = Move(extra.Span) })],
            Asks = [.. reading.Asks.Select(ask => ask with { Span = Move(ask.Span) })],
            LeftOver = [.. reading.LeftOver.Select(Move)],
        };
    }
}

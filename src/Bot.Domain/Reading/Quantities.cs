namespace Bot.Domain.Reading;

/// <summary>All quantities of a text, whatever they count: the function behind the verb <c>quantities</c>.</summary>
public static class Quantities
{
    /// <summary>Finds the quantities; relative words are of no account here.</summary>
    public static IReadOnlyList<FoundQuantity> Find(string text)
    {
        using var buffers = ReadingBuffers.Rent();
        var source = SourceText.Fold(text, buffers);
        var figures = Figures.Read(source, DateTime.UnixEpoch, buffers);
        var clauses = buffers.Clauses;
        Clauses.Split(source.Text, clauses, buffers.SpareClauses);
        Negations.Shared.Mark(source, clauses, buffers.Hits);
        var found = new List<FoundQuantity>(figures.Quantities.Count);
        var clause = 0;
        foreach (var quantity in figures.Quantities)
        {
            while (clause + 1 < clauses.Count && clauses[clause].To <= quantity.Number.Core)
                clause++;
            found.Add(new FoundQuantity
            {
                Value = quantity.Value,
                Upper = quantity.Open ? quantity.Number.Upper : null,
                Unit = Unit(quantity),
                Status = Status(clauses, clause),
                Bound = quantity.Bound,
                Span = source.Span(quantity.From, quantity.To),
            });
        }

        return found;
    }

    private static string Unit(Quantity quantity) => quantity.Measure == "个百分点" ? "百分点" : quantity.Measure;

    private static QuantityStatus Status(List<Clause> clauses, int clause) => clauses.Count == 0 ? QuantityStatus.Done : clauses[clause].Status switch
    {
        ClauseStatus.Planned => QuantityStatus.Planned,
        ClauseStatus.NotDone => QuantityStatus.NotDone,
        ClauseStatus.Earlier => QuantityStatus.Earlier,
        _ => QuantityStatus.Done,
    };
}

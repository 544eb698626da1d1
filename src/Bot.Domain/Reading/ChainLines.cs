namespace Bot.Domain.Reading;

/// <summary>A chain message (接龙): everybody's lines are in it, but only the sender's own line is the sender's report.</summary>
internal sealed class ChainLines
{
    private readonly HashSet<int> others = [];

    public ChainLines(MarkedText text, ReadingContext context)
    {
        if (context.Unit is not { Length: > 1 } unit || !text.Source.Text.Contains("接龙", StringComparison.Ordinal))
            return;
        var name = SourceText.Fold(unit).Text.ToString();
        var own = new HashSet<int>();
        var first = int.MaxValue;
        foreach (var clause in text.Clauses)
        {
            var (from, to) = Label(text, clause);
            if (text.QuantitiesIn(to, clause.To).Any() && from > clause.From)
                first = Math.Min(first, clause.Line); // the first numbered line; what stands above it is the heading
            if (!text.Has(clause.From, clause.To, name) && !Means(text.Source.Text[from..to], name))
                continue;
            own.Add(clause.Line);
            text.Quiet = (from, to);
            if (text.Source[to] == ':')
                clause.From = to + 1;
        }

        IsChain = own.Count > 0;
        foreach (var clause in text.Clauses.Where(clause => own.Count > 0 && !own.Contains(clause.Line) && (clause.Line >= first || text.QuantitiesIn(clause.From, clause.To).Any())))
            others.Add(clause.Line);
    }

    /// <summary>Whether one's own line was found among others.</summary>
    public bool IsChain { get; }

    // The name at the beginning of a line, behind its number.
    private static (int From, int To) Label(MarkedText text, Clause clause)
    {
        var from = clause.From;
        while (from < clause.To && (!char.IsLetter(text.Source[from]) || NumeralWords.Starts(text.Source[from]) && text.Source[from + 1] is '、' or '.'))
            from++;
        var to = from;
        while (to < clause.To && char.IsLetter(text.Source[to]))
            to++;
        return (from, to);
    }

    // A short form of the unit's name: 锐锋民爆 for 锐锋民爆有限公司.
    private static bool Means(ReadOnlySpan<char> label, string name) => label.Length >= 2 && name.AsSpan().Contains(label, StringComparison.Ordinal);

    /// <summary>Whether the clause stands in another's line.</summary>
    public bool IsOthers(Clause clause) => others.Contains(clause.Line);
}

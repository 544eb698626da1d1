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
        foreach (var clause in text.Clauses)
        {
            if (text.Has(clause.From, clause.To, name))
                own.Add(clause.Line);
        }

        foreach (var clause in text.Clauses.Where(clause => own.Count > 0 && !own.Contains(clause.Line)))
            others.Add(clause.Line);
    }

    /// <summary>Whether the clause stands in another's line.</summary>
    public bool IsOthers(Clause clause) => others.Contains(clause.Line);
}

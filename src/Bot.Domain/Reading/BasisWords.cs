namespace Bot.Domain.Reading;

/// <summary>Tells totals so far from new numbers (corpus/README.md, rule 9).</summary>
internal static class BasisWords
{
    /// <summary>The basis of a message.</summary>
    public static Basis Of(MarkedText text)
    {
        var dated = text.Dates.Exists(date => date.Shape is DateShape.Day or DateShape.Relative or DateShape.Interval);
        foreach (var clause in text.Clauses)
        {
            if (clause.Quoted || clause.Status is ClauseStatus.Background or ClauseStatus.Planned or ClauseStatus.Earlier || clause.Aim && !text.HasAny(clause.From, clause.To, "截至"))
                continue;
            if (IsCumulative(text, clause, dated) && HasFigures(text, clause))
                return Basis.Cumulative;
        }

        return Basis.Incremental;
    }

    // 截至目前，投诉下降三成 says nothing about the figures reported.
    private static bool HasFigures(MarkedText text, Clause clause) => text.Clauses.Exists(other => other.Sentence >= clause.Sentence && other.Status == ClauseStatus.Done
        && (other.Sentence == clause.Sentence || other.Line == clause.Line + 1 || clause.Line == 0)
        && text.QuantitiesIn(other.From, other.To).Any(q => q.Class is MeasureClass.Session or MeasureClass.People or MeasureClass.Thing or MeasureClass.Duration));

    private static bool IsCumulative(MarkedText text, Clause clause, bool dated)
    {
        var words = text.Source.Text[clause.From..clause.To];
        if (words.Contains("发稿", StringComparison.Ordinal) || words.Contains("近年", StringComparison.Ordinal) || words.Contains("年以来", StringComparison.Ordinal) && !words.Contains("今年", StringComparison.Ordinal))
            return false;
        if (KindWords.Shared.Any("cumulative", words) && !(words.Contains("总结", StringComparison.Ordinal) && !words.Contains("共", StringComparison.Ordinal) && clause.Line > 0))
            return !words.Contains("总结", StringComparison.Ordinal) || words.Contains("累计", StringComparison.Ordinal) || words.Contains("共", StringComparison.Ordinal) || words.Contains("数据", StringComparison.Ordinal);
        return !dated && words.IndexOf("累计") is >= 0 and var at && !text.PieceHits(clause.From, clause.To).Any(piece => piece.From <= clause.From + at && clause.From + at < piece.To);
    }
}

namespace Bot.Domain.Reading;

/// <summary>A message with everything found in it: clauses, figures, words with a role, concepts, pieces of the forms' phrases.</summary>
internal sealed class MarkedText
{
    private readonly int[] clauseOf;

    private MarkedText(SourceText source, Vocabulary vocabulary, DateTime saidAt)
    {
        Source = source;
        Vocabulary = vocabulary;
        var figures = Figures.Read(source, saidAt);
        Quantities = figures.Quantities;
        Dates = figures.Dates;
        Clauses = Reading.Clauses.Split(source.Text);
        Negations.Shared.Mark(source, Clauses);
        PastYears.Mark(source.Text, Clauses, saidAt);
        Roles = Lexicon.Shared.Find(source.Text);
        Concepts = vocabulary.Concepts.Find(source.Text);
        Pieces = vocabulary.FindPieces(source.Text);
        clauseOf = new int[source.Length + 1];
        for (var i = 0; i < Clauses.Count; i++)
        {
            var end = i + 1 < Clauses.Count ? Clauses[i + 1].From : clauseOf.Length;
            Array.Fill(clauseOf, i, Clauses[i].From, end - Clauses[i].From);
        }
    }

    public SourceText Source { get; }

    public Vocabulary Vocabulary { get; }

    public List<Quantity> Quantities { get; }

    public List<DateMention> Dates { get; }

    public List<Clause> Clauses { get; }

    public List<RoleHit> Roles { get; }

    public List<ConceptHit> Concepts { get; }

    public List<PieceHit> Pieces { get; }

    /// <summary>Marks a message.</summary>
    public static MarkedText Of(SourceText source, Vocabulary vocabulary, DateTime saidAt) => new(source, vocabulary, saidAt);

    /// <summary>The clause at a position.</summary>
    public Clause ClauseAt(int at) => Clauses[clauseOf[Math.Clamp(at, 0, clauseOf.Length - 1)]];

    /// <summary>The roles of the words between two positions, together.</summary>
    public Role RolesIn(int from, int to)
    {
        var roles = Role.None;
        foreach (var hit in RoleHits(from, to))
            roles |= hit.Roles;
        return roles;
    }

    /// <summary>The words with a role between two positions.</summary>
    public IEnumerable<RoleHit> RoleHits(int from, int to)
    {
        for (var i = FirstAt(Roles, from, static hit => hit.From); i < Roles.Count && Roles[i].From < to; i++)
        {
            if (Roles[i].To <= to)
                yield return Roles[i];
        }
    }

    /// <summary>The concepts that lie between two positions.</summary>
    public IEnumerable<ConceptHit> ConceptHits(int from, int to)
    {
        for (var i = FirstAt(Concepts, from, static hit => hit.From); i < Concepts.Count && Concepts[i].From < to; i++)
        {
            if (Concepts[i].To <= to)
                yield return Concepts[i];
        }
    }

    /// <summary>The pieces of phrases that lie between two positions.</summary>
    public IEnumerable<PieceHit> PieceHits(int from, int to)
    {
        for (var i = FirstAt(Pieces, from, static hit => hit.From); i < Pieces.Count && Pieces[i].From < to; i++)
        {
            if (Pieces[i].To <= to)
                yield return Pieces[i];
        }
    }

    /// <summary>The quantities of a clause.</summary>
    public IEnumerable<Quantity> QuantitiesIn(int from, int to)
    {
        for (var i = FirstAt(Quantities, from, static quantity => quantity.Number.Core); i < Quantities.Count && Quantities[i].Number.Core < to; i++)
            yield return Quantities[i];
    }

    /// <summary>Whether the words occur between two positions.</summary>
    public bool Has(int from, int to, string words) => from < to && Source.Text[from..to].Contains(words, StringComparison.Ordinal);

    /// <summary>Whether any of the words occurs between two positions.</summary>
    public bool HasAny(int from, int to, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Has(from, to, word))
                return true;
        }

        return false;
    }

    private static int FirstAt<T>(List<T> sorted, int from, Func<T, int> place)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (place(sorted[middle]) < from)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

namespace Bot.Domain.Reading;

/// <summary>A message with everything found in it: clauses, figures, words with a role, concepts, pieces of the forms' phrases.</summary>
internal sealed class MarkedText
{
    private static readonly List<(int From, int To)> NoBoxes = [];
    private readonly int[] clauseOf;
    private readonly Letters letters;

    private MarkedText(SourceText source, Vocabulary vocabulary, DateTime saidAt, ReadingBuffers buffers)
    {
        Source = source;
        Buffers = buffers;
        letters = buffers.Letters;
        letters.Add(source.Text);
        Vocabulary = vocabulary;
        var figures = Figures.Read(source, saidAt, buffers);
        (Quantities, Dates, Clauses, Roles, Concepts, Pieces) = (figures.Quantities, figures.Dates, buffers.Clauses, buffers.Roles, buffers.Concepts, buffers.Pieces);
        Reading.Clauses.Split(source.Text, Clauses, buffers.SpareClauses);
        Negations.Shared.Mark(source, Clauses, buffers.Hits);
        PastYears.Mark(source.Text, Clauses, saidAt);
        MonthsGone.Mark(source.Text, Clauses, Dates, DateOnly.FromDateTime(saidAt));
        AheadDays.Mark(source, Clauses, Dates, DateOnly.FromDateTime(saidAt));
        Lexicon.Shared.Find(source.Text, buffers.Hits, Roles);
        vocabulary.Concepts.Find(source.Text, Concepts);
        vocabulary.FindPieces(source.Text, buffers.Hits, Pieces);
        Boxes = vocabulary.Boxes.Count > 0 ? [] : NoBoxes;
        foreach (var clause in vocabulary.Boxes.Count > 0 ? Clauses : [])
        {
            foreach (var box in vocabulary.Boxes)
            {
                if (box.In(source.Text, clause.From, clause.To) is not { } told)
                    continue;
                Boxes.Add(told);
                Concepts.RemoveAll(hit => hit.From < told.To && told.From < hit.To && !hit.Concept.IsThing);
            }
        }

        clauseOf = buffers.ClauseOf(source.Length + 1);
        for (var i = 0; i < Clauses.Count; i++)
        {
            var (from, end) = (i == 0 ? 0 : Clauses[i].From, i + 1 < Clauses.Count ? Clauses[i + 1].From : source.Length + 1);
            Array.Fill(clauseOf, i, from, end - from);
        }
    }

    public SourceText Source { get; }

    /// <summary>What else reading it may have the use of.</summary>
    public ReadingBuffers Buffers { get; }

    /// <summary>One's own name in a chain: it says nothing about the figures behind it.</summary>
    public (int From, int To) Quiet { get; set; }

    public Vocabulary Vocabulary { get; }

    public List<Quantity> Quantities { get; }

    public List<DateMention> Dates { get; }

    public List<Clause> Clauses { get; }

    public List<RoleHit> Roles { get; }

    public List<ConceptHit> Concepts { get; }

    public List<PieceHit> Pieces { get; }

    /// <summary>Where it tells what a form asks to be answered with yes or no.</summary>
    public List<(int From, int To)> Boxes { get; }

    /// <summary>Marks a message; the marks are of use as long as the buffers are.</summary>
    public static MarkedText Of(SourceText source, Vocabulary vocabulary, DateTime saidAt, ReadingBuffers buffers) => new(source, vocabulary, saidAt, buffers);

    /// <summary>The clause at a position.</summary>
    public Clause ClauseAt(int at) => Clauses[clauseOf[Math.Clamp(at, 0, Source.Length)]];

    /// <summary>The roles of the words between two positions, together.</summary>
    public Role RolesIn(int from, int to)
    {
        var roles = Role.None;
        if (from >= to)
            return roles;
        foreach (var hit in RoleHits(from, to))
            roles |= hit.Roles;
        return roles;
    }

    /// <summary>The words with a role between two positions.</summary>
    public Within<RoleHit> RoleHits(int from, int to) => new(Roles, from, to);

    /// <summary>The concepts that lie between two positions.</summary>
    public Within<ConceptHit> ConceptHits(int from, int to) => new(Concepts, from, to);

    /// <summary>The pieces of phrases that lie between two positions.</summary>
    public Within<PieceHit> PieceHits(int from, int to) => new(Pieces, from, to);

    /// <summary>The quantities whose bare number begins between two positions.</summary>
    public Within<Quantity> QuantitiesIn(int from, int to) => new(Quantities, from, to);

    /// <summary>The days that are named between two positions.</summary>
    public Within<DateMention> DatesIn(int from, int to) => new(Dates, from, to);

    /// <summary>False where the text surely lacks the words.</summary>
    public bool MayHold(string words) => letters.MayHold(words);

    /// <summary>Whether the words occur between two positions.</summary>
    public bool Has(int from, int to, string words) => from < Math.Min(to, Source.Length) && letters.MayHold(words) && Source.Text[from..Math.Min(to, Source.Length)].Contains(words, StringComparison.Ordinal);

    /// <summary>Whether any of the words occurs between two positions.</summary>
    public bool HasAny(int from, int to, params ReadOnlySpan<string> words)
    {
        to = Math.Min(to, Source.Length);
        if (from >= to)
            return false;
        foreach (var word in words)
        {
            if (letters.MayHold(word) && Source.Text[from..to].Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Where the sentence of a clause begins.</summary>
    public int SentenceStart(Clause clause)
    {
        var first = clause.Index;
        while (first > 0 && Clauses[first - 1].Sentence == clause.Sentence)
            first--;
        return Clauses[first].From;
    }
}

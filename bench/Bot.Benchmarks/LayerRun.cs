using System.Globalization;
using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>What each layer of the reader costs by itself, over the whole corpus: where to begin.</summary>
internal static class LayerRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.2);

    private static ReadingBuffers buffers = ReadingBuffers.Rent();

    public static void Print(TextWriter to)
    {
        QuickRun.UseOneCore();
        var vocabularies = CorpusPass.Campaigns.ToDictionary(one => one.Key, one => Vocabulary.Compile(one.Value, ConceptScan.Shared), StringComparer.Ordinal);
        var forms = vocabularies.ToDictionary(one => one.Key, one => new FormText(one.Value.Groups), StringComparer.Ordinal);
        var work = BenchCorpus.Messages.Select(m => (Message: m, Source: SourceText.Fold(m.Text), Words: vocabularies[m.Campaign])).ToArray();
        to.WriteLine("| layer | µs per message | bytes allocated per message |\n|---|--:|--:|");
        Line("fold", () => Sum(m => SourceText.Fold(m.Message.Text, buffers).Length));
        Line("figures (names, days, numerals, measures)", () => Sum(m => Figures.Read(m.Source, m.Message.Context.SaidAt, Fresh()).Quantities.Count));
        Line("figures: names only", () => Sum(m => Named(m.Source)));
        Line("clauses", () => Sum(m => Split(m.Source)));
        Line("clauses and their status", () => Sum(m => Marked(m.Source)));
        Line("roles", () => Sum(m => Roles(m.Source)));
        Line("concepts", () => Sum(m => Concepts(m.Source)));
        Line("pieces", () => Sum(m => Pieces(m.Source, m.Words)));
        Line("all marks", () => Sum(m => MarkedText.Of(m.Source, m.Words, m.Message.Context.SaidAt, Fresh()).Roles.Count));
        var marked = work.Select(m => (Text: MarkedText.Of(m.Source, m.Words, m.Message.Context.SaidAt, new ReadingBuffers()), Form: forms[m.Message.Campaign], m.Message.Context)).ToArray();
        Line("kind by words", () => marked.Sum(m => (int?)new Kinds(m.Text).ByWords() ?? 1));
        Line("pasted form", () => marked.Sum(m => FormAlignment.Of(m.Text, m.Form).Blanks));
        Line("table", () => marked.Sum(m => new TableRows(m.Text, static _ => false).Read().Count));
        Line("units", () => marked.Count(m => UnitSections.Of(m.Text, m.Context).Nil.Count > 0));
        Line("mentions", () => marked.Sum(m => m.Text.Clauses.Sum(clause => new Mentions(m.Text).In(clause).Count)));
        Line("surroundings", () => marked.Sum(m => m.Text.Quantities.Sum(q => Surroundings.Of(m.Text, m.Text.ClauseAt(q.From), q).ContentBefore)));
        Line("placement of all", () => marked.Sum(m => Narrative.Read(m.Text, UnitSections.Of(m.Text, m.Context), static _ => false, implied: true).LeftOver.Count));
        Line("reported days", () => marked.Sum(m => new ReportedDays(m.Text, DateOnly.FromDateTime(m.Context.SaidAt), m.Context.Units).All(static _ => false).Count));
        Line("the whole reading", CorpusPass.Read);

        void Line(string name, Func<int> pass)
        {
            var one = Measured.Of(name, pass, WarmUp, Round);
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {one.SecondsPerPass / work.Length * 1e6:0.00} | {one.BytesPerPass / work.Length:#,0} |"));
        }

        int Sum(Func<(BenchMessage Message, SourceText Source, Vocabulary Words), int> one)
        {
            var sum = 0;
            foreach (var message in work)
                sum += one(message);
            return sum;
        }
    }

    private static ReadingBuffers Fresh()
    {
        buffers.Dispose();
        return buffers = ReadingBuffers.Rent();
    }

    private static int Named(SourceText source)
    {
        var hidden = Fresh().Hidden(source.Length);
        NamedNumbers.Shared.Hide(source.Text, hidden, buffers.Hits);
        return buffers.Hits.Count;
    }

    private static int Split(SourceText source)
    {
        Clauses.Split(source.Text, Fresh().Clauses, buffers.SpareClauses);
        return buffers.Clauses.Count;
    }

    private static int Marked(SourceText source)
    {
        var count = Split(source);
        Negations.Shared.Mark(source, buffers.Clauses, buffers.Hits);
        return count;
    }

    private static int Roles(SourceText source)
    {
        Lexicon.Shared.Find(source.Text, Fresh().Hits, buffers.Roles);
        return buffers.Roles.Count;
    }

    private static int Concepts(SourceText source)
    {
        ConceptScan.Shared.Find(source.Text, Fresh().Concepts);
        return buffers.Concepts.Count;
    }

    private static int Pieces(SourceText source, Vocabulary words)
    {
        words.FindPieces(source.Text, Fresh().Hits, buffers.Pieces);
        return buffers.Pieces.Count;
    }
}

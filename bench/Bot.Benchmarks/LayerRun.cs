using System.Globalization;
using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>What each layer of the reader costs by itself, over the whole corpus: where to begin.</summary>
internal static class LayerRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.2);

    public static void Print(TextWriter to)
    {
        QuickRun.UseOneCore();
        var vocabularies = CorpusPass.Campaigns.ToDictionary(one => one.Key, one => Vocabulary.Compile(one.Value), StringComparer.Ordinal);
        var forms = vocabularies.ToDictionary(one => one.Key, one => new FormText(one.Value.Groups), StringComparer.Ordinal);
        var work = BenchCorpus.Messages.Select(m => (Message: m, Source: SourceText.Fold(m.Text), Words: vocabularies[m.Campaign])).ToArray();
        to.WriteLine("| layer | µs per message | bytes allocated per message |\n|---|--:|--:|");
        Line("fold", () => Sum(m => SourceText.Fold(m.Message.Text).Length));
        Line("figures (names, days, numerals, measures)", () => Sum(m => Figures.Read(m.Source, m.Message.Context.SaidAt).Quantities.Count));
        Line("figures: names only", () => Sum(m => NamedNumbers.Shared.Hidden(m.Source.Text).Length));
        Line("clauses", () => Sum(m => Clauses.Split(m.Source.Text).Count));
        Line("clauses and their status", () => Sum(m => Marked(m.Source)));
        Line("roles", () => Sum(m => Lexicon.Shared.Find(m.Source.Text).Count));
        Line("concepts", () => Sum(m => ConceptScan.Shared.Find(m.Source.Text).Count));
        Line("pieces", () => Sum(m => m.Words.FindPieces(m.Source.Text).Count));
        Line("all marks", () => Sum(m => MarkedText.Of(m.Source, m.Words, m.Message.Context.SaidAt).Roles.Count));
        var marked = work.Select(m => (Text: MarkedText.Of(m.Source, m.Words, m.Message.Context.SaidAt), Form: forms[m.Message.Campaign], m.Message.Context)).ToArray();
        Line("kind by words", () => marked.Sum(m => (int?)new Kinds(m.Text).ByWords() ?? 1));
        Line("pasted form", () => marked.Sum(m => FormAlignment.Of(m.Text, m.Form).Blanks));
        Line("table", () => marked.Sum(m => new TableRows(m.Text).Read().Count));
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

    private static int Marked(SourceText source)
    {
        var clauses = Clauses.Split(source.Text);
        Negations.Shared.Mark(source, clauses);
        return clauses.Count;
    }
}

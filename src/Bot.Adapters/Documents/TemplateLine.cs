using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Bot.Adapters.Documents;

/// <summary>A paragraph of a form as text, in which a stretch can be replaced while the runs around it stay as they are.</summary>
internal sealed class TemplateLine
{
    private readonly Paragraph _paragraph;
    private List<(Run Run, OpenXmlElement Content, string Text)> _pieces = [];

    public TemplateLine(Paragraph paragraph)
    {
        _paragraph = paragraph;
        foreach (var run in Runs().ToList())
            Part(run);
        Load();
    }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Whether the character there is a space with a line under it.</summary>
    public bool IsRuledSpace(int at)
    {
        if (!char.IsWhiteSpace(Text[at]) || Text[at] is '\n')
            return false;
        var run = Piece(at).Run;
        return run.RunProperties?.Underline?.Val?.InnerText is { } line and not "none" && line.Length > 0;
    }

    /// <summary>Puts other words in place of a stretch. What follows keeps its place in the paragraph, not in <see cref="Text"/>: replace from the end.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends; the same place: the words are put in.</param>
    /// <param name="words">The words.</param>
    /// <param name="dress">What changes about their look, or null.</param>
    public void Replace(int from, int to, string words, Action<RunProperties>? dress = null)
    {
        Split(from);
        Split(to);
        var (at, model) = Anchor(from, to);
        var made = new Run(new RunText(DocumentText.Clean(words)) { Space = SpaceProcessingModeValues.Preserve });
        if (model.RunProperties is { } look)
            made.RunProperties = (RunProperties)look.CloneNode(true);
        if (dress is not null)
            dress(made.RunProperties ??= new RunProperties());
        if (at)
            model.InsertBeforeSelf(made);
        else
            model.InsertAfterSelf(made);
        var place = 0;
        foreach (var piece in _pieces)
        {
            if (place >= from && place + piece.Text.Length <= to && piece.Text.Length > 0)
                piece.Run.Remove();
            place += piece.Text.Length;
        }

        Load();
    }

    /// <summary>Appends words to a paragraph without any, in the look its end is set to have.</summary>
    public static void Fill(Paragraph paragraph, string words)
    {
        var made = new Run(new RunText(DocumentText.Clean(words)) { Space = SpaceProcessingModeValues.Preserve });
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties is { } mark)
            made.RunProperties = new RunProperties(mark.ChildElements.Where(part => part is not (Deleted or Inserted or MoveFrom or MoveTo or ParagraphMarkRunPropertiesChange)).Select(part => part.CloneNode(true)));
        paragraph.Append(made);
    }

    /// <summary>The run beside which the words go, and whether before it: the first of the stretch, or the one before an empty stretch.</summary>
    private (bool Before, Run Model) Anchor(int from, int to)
    {
        var place = 0;
        Run? last = null;
        foreach (var piece in _pieces.Where(piece => piece.Text.Length > 0))
        {
            if (place == from && to > from)
                return (true, piece.Run);
            if (place >= from)
                break;
            place += piece.Text.Length;
            last = piece.Run;
        }

        return last is not null ? (false, last) : (true, _pieces[0].Run);
    }

    private IEnumerable<Run> Runs() => _paragraph.Descendants<Run>().Where(run =>
        run.Ancestors<Paragraph>().First() == _paragraph && !run.Ancestors<AlternateContentFallback>().Any()
        && !run.Ancestors<Run>().Any() && run.RunProperties?.Vanish is null);

    /// <summary>Makes a run of its own of each text, tab and break.</summary>
    private static void Part(Run run)
    {
        var parts = run.ChildElements.Where(child => child is not RunProperties).Skip(1).ToList();
        var behind = run;
        foreach (var part in parts)
        {
            part.Remove();
            var own = new Run();
            if (run.RunProperties is { } look)
                own.RunProperties = (RunProperties)look.CloneNode(true);
            own.Append(part);
            behind.InsertAfterSelf(own);
            behind = own;
        }
    }

    private void Load()
    {
        _pieces = [.. Runs().Select(run => (run, Content: run.ChildElements.FirstOrDefault(child => child is not RunProperties)))
            .Where(pair => pair.Content is not null).Select(pair => (pair.run, pair.Content!, Said(pair.Content!)))];
        var text = new StringBuilder();
        foreach (var piece in _pieces)
            text.Append(piece.Text);
        Text = text.ToString();
    }

    private void Split(int at)
    {
        var place = 0;
        foreach (var piece in _pieces)
        {
            if (place < at && at < place + piece.Text.Length && piece.Content is RunText words)
            {
                var rest = (Run)piece.Run.CloneNode(true);
                Say(rest.GetFirstChild<RunText>()!, piece.Text[(at - place)..]);
                Say(words, piece.Text[..(at - place)]);
                piece.Run.InsertAfterSelf(rest);
                break;
            }

            place += piece.Text.Length;
        }

        Load();
    }

    private (Run Run, OpenXmlElement Content, string Text) Piece(int at)
    {
        var place = 0;
        foreach (var piece in _pieces)
        {
            place += piece.Text.Length;
            if (at < place)
                return piece;
        }

        throw new ArgumentOutOfRangeException(nameof(at), at, "Behind the text.");
    }

    private static void Say(RunText text, string words)
    {
        text.Text = words;
        text.Space = SpaceProcessingModeValues.Preserve;
    }

    private static string Said(OpenXmlElement content) => content switch
    {
        RunText words => words.Text,
        TabChar => "\t",
        Break or CarriageReturn => "\n",
        NoBreakHyphen => "-",
        SymbolChar symbol => DocxLine.Symbol(symbol),
        _ => string.Empty,
    };
}

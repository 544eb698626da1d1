using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>Reads work reports for one campaign, compiled from its forms.</summary>
public sealed class ReportReader : IReportReader
{
    /// <summary>How many characters of a message are read; no chat carries longer ones. What is behind is left over.</summary>
    public const int Longest = 1_000_000;

    private readonly Vocabulary vocabulary;
    private readonly FormText form;

    /// <summary>Compiles the campaign's forms, read with an office's own words.</summary>
    public ReportReader(Campaign campaign, OwnWords words)
    {
        vocabulary = Vocabulary.Compile(campaign, words.Scan);
        form = new FormText(vocabulary.Groups);
    }

    /// <summary>Compiles a reader for a campaign.</summary>
    public static IReportReader Compile(Campaign campaign) => new ReportReader(campaign, OwnWords.None);

    /// <summary>Compiles a reader that knows an office's own words besides.</summary>
    public static IReportReader Compile(Campaign campaign, OwnWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new ReportReader(campaign, words);
    }

    /// <inheritdoc />
    public ReportReading Read(string text, ReadingContext context)
    {
        if (text.Length > Longest)
            return Beginning(text, context);
        using var buffers = ReadingBuffers.Rent();
        var source = SourceText.Fold(text, buffers);
        if (source.Text.IsWhiteSpace())
            return ReportReading.Nothing;
        source.Hush(Salutation.End(source.Text));
        var marked = MarkedText.Of(source, vocabulary, context.SaidAt, buffers);
        return new MessageReading(marked, form, context).Read();
    }

    private ReportReading Beginning(string text, ReadingContext context)
    {
        var reading = Read(text[..Longest], context);
        return reading with { LeftOver = [.. reading.LeftOver, new TextSpan(Longest, text.Length)] };
    }
}

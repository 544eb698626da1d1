using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>Reads work reports for one campaign, compiled from its forms.</summary>
public sealed class ReportReader : IReportReader
{
    private readonly Vocabulary vocabulary;
    private readonly FormText form;

    /// <summary>Compiles the campaign's forms.</summary>
    public ReportReader(Campaign campaign)
    {
        vocabulary = Vocabulary.Compile(campaign);
        form = new FormText(vocabulary.Groups);
    }

    /// <summary>Compiles a reader for a campaign.</summary>
    public static IReportReader Compile(Campaign campaign) => new ReportReader(campaign);

    /// <inheritdoc />
    public ReportReading Read(string text, ReadingContext context)
    {
        var source = SourceText.Fold(text);
        if (source.Text.IsWhiteSpace())
            return ReportReading.Nothing;
        var marked = MarkedText.Of(source, vocabulary, context.SaidAt);
        return new MessageReading(marked, form, context).Read();
    }
}

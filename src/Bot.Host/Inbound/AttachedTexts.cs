using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Host.Inbound;

/// <summary>The text of a submission's documents.</summary>
internal sealed class AttachedTexts(IDocumentText documents)
{
    /// <summary>How many documents of one submission are read.</summary>
    private const int Most = 5;

    /// <summary>The source with its documents read.</summary>
    public async Task<ReportSource> ReadAsync(ReportSource source, CancellationToken cancel)
    {
        if (source.Documents is not null) return source;
        var (texts, unread) = await ReadAsync(source.Attachments, cancel);
        return source with { Documents = texts, Unread = unread };
    }

    /// <summary>The documents that say something, and what is said of those that could not be read.</summary>
    public async Task<(IReadOnlyList<AttachedText> Texts, IReadOnlyList<string> Unread)> ReadAsync(IReadOnlyList<Attachment> attachments, CancellationToken cancel)
    {
        var (texts, unread) = (new List<AttachedText>(), new List<string>());
        foreach (var file in attachments.Where(IsReadable).DistinctBy(a => a.Blob).Take(Most))
        {
            switch (await documents.ReadAsync(file.Blob!.Value, file.Kind!.Value, file.Name, cancel))
            {
                case DocumentOutcome.Opened opened when AttachedText.Of(file.Name, opened.Blocks) is { Text.Length: > 0 } text:
                    texts.Add(text);
                    break;
                case DocumentOutcome.Refused refused:
                    unread.Add(refused.Sentence);
                    break;
            }
        }

        return (texts, unread);
    }

    private static bool IsReadable(Attachment file) => file is { Blob: not null, Kind: MediaKind.Docx or MediaKind.Xlsx or MediaKind.Text or MediaKind.Pdf };
}

namespace Bot.Domain.Gathering;

/// <summary>Opens a stored document for reading: paragraphs and tables cell by cell. Nothing in it is run or followed.</summary>
public interface IDocumentText
{
    /// <summary>What the document says; never throws because of what is in it.</summary>
    /// <param name="key">Its content.</param>
    /// <param name="kind">What it is; others than Word, Excel and text have none here.</param>
    /// <param name="name">As its sender called it, to speak of it.</param>
    /// <param name="cancellation">Breaks off.</param>
    Task<DocumentOutcome> ReadAsync(BlobKey key, MediaKind kind, string name, CancellationToken cancellation);
}

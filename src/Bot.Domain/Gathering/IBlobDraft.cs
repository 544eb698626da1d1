namespace Bot.Domain.Gathering;

/// <summary>Content on its way into <see cref="IBlobs"/>: nobody sees it before it is kept; disposed unkept, it is gone.</summary>
public interface IBlobDraft : IAsyncDisposable
{
    /// <summary>Write here, seek, read over, overwrite, shorten; on disk, never held in memory.</summary>
    Stream Content { get; }

    /// <summary>Stores what was written, durably, and ends the draft.</summary>
    Task<StoredBlob> KeepAsync(CancellationToken cancellation);
}

namespace Bot.Domain.Gathering;

/// <summary>The one door for photos and files from people: looks at the content, drops its location, stores it.</summary>
public interface IMediaIntake
{
    /// <summary>
    /// Takes a file in while it arrives, or refuses it; refused or broken off, nothing is left. A refusal may come before
    /// the stream has been read to its end.
    /// </summary>
    /// <param name="content">Its bytes. What they are is judged by themselves alone.</param>
    /// <param name="name">As the sender's program named it, only to speak of it; null: it has none.</param>
    /// <param name="cancellation">Breaks off.</param>
    Task<IntakeOutcome> TakeAsync(Stream content, string? name, CancellationToken cancellation);
}

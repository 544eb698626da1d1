namespace Bot.Domain.Messages;

/// <summary>Makes the files of a bot message, for platforms that take files themselves.</summary>
public interface IOutgoingFiles
{
    /// <summary>The file as whoever reads the chat may see it.</summary>
    Task<OutgoingContent> OpenAsync(ChatKey chat, OutgoingFile file, CancellationToken cancel);
}

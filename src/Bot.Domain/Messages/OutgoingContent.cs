namespace Bot.Domain.Messages;

/// <summary>What a file of a bot message is, made.</summary>
public abstract record OutgoingContent
{
    private OutgoingContent() { }

    /// <summary>A file.</summary>
    /// <param name="Name">Its name with its ending.</param>
    /// <param name="Bytes">Its content.</param>
    public sealed record File(string Name, ReadOnlyMemory<byte> Bytes) : OutgoingContent;

    /// <summary>A page or calendar to open by its address.</summary>
    /// <param name="Url">The whole address.</param>
    public sealed record Link(string Url) : OutgoingContent;

    /// <summary>It cannot be had in this chat: the reader may not see it, or the program has no address from outside.</summary>
    public sealed record Nothing : OutgoingContent;
}

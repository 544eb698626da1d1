namespace Bot.Domain.Messages;

/// <summary>How we know when a message was said.</summary>
public enum SaidAtSource
{
    /// <summary>The platform said so.</summary>
    Platform,

    /// <summary>It stood in copied text.</summary>
    CopiedText,

    /// <summary>Somebody attested it.</summary>
    Attested,

    /// <summary>Nobody said when: it is the time at which it reached us.</summary>
    Received,
}

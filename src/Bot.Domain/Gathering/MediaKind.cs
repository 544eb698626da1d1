namespace Bot.Domain.Gathering;

/// <summary>What a file is, by its content.</summary>
public enum MediaKind
{
    /// <summary>A JPEG picture.</summary>
    Jpeg,
}

namespace Bot.Domain.Gathering;

/// <summary>What sort of evidence a file is.</summary>
public enum MediaClass
{
    /// <summary>A still picture.</summary>
    Photo,

    /// <summary>A moving picture.</summary>
    Video,

    /// <summary>Something to read.</summary>
    Document,
}

namespace Bot.Host.Limits;

/// <summary>How much a request may bring where its endpoint takes no files, in bytes.</summary>
internal static class BodySizes
{
    /// <summary>A few fields. What no endpoint says otherwise about is bound by it too.</summary>
    public const int Form = 64 * 1024;

    /// <summary>Nothing: it only asks.</summary>
    public const int None = 0;
}

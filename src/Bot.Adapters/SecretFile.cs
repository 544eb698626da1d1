namespace Bot.Adapters;

/// <summary>A secret that stands in a file of its own instead of the settings, as systemd, Docker and Kubernetes hand them over.</summary>
internal static class SecretFile
{
    /// <summary>What the file holds, without the blanks and line ends around it; null: it cannot be read.</summary>
    public static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(Path.GetFullPath(file)).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

namespace Bot.Host.WebChat;

/// <summary>The few letters on the icon of a file.</summary>
internal static class FileType
{
    private const int Longest = 4;

    public static string Of(string name)
    {
        var extension = Path.GetExtension(name).TrimStart('.').ToUpperInvariant();
        return extension.Length is > 0 and <= Longest && extension.All(char.IsAsciiLetterOrDigit) ? extension : "文件";
    }
}

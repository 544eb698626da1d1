using Bot.Adapters.Plans;
using Bot.Domain.Gathering;

namespace Bot.Host.Verbs;

/// <summary>A plan's file on the disk.</summary>
internal static class PlanSource
{
    /// <summary>What it says, or one sentence that tells why it is not read and what to do.</summary>
    public static async Task<(IReadOnlyList<DocumentBlock>? Blocks, string? Fault)> OpenAsync(string path, CancellationToken cancel)
    {
        byte[] content;
        try
        {
            content = await BytesAsync(path, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, fault switch
            {
                FileNotFoundException or DirectoryNotFoundException => $"没有文件“{path}”；请检查路径和文件名。",
                UnauthorizedAccessException when Directory.Exists(path) => $"“{path}”是文件夹；请给出方案文件（.docx、.pdf、.txt、.md）。",
                _ => $"文件“{path}”打不开；请确认本账号有权读取，并且没有被别的程序占用。",
            });
        }

        return await PlanFile.ReadAsync(content, Path.GetFileName(path), cancel) switch
        {
            DocumentOutcome.Opened opened => (opened.Blocks, null),
            DocumentOutcome.Refused refused => (null, refused.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // One byte more than is taken tells that it is too large, whatever length the file says it has.
    private static async Task<byte[]> BytesAsync(string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        var part = new byte[81920];
        while (content.Length <= PlanFile.MostBytes && await file.ReadAsync(part, cancel) is var count and > 0)
            content.Write(part, 0, count);
        return content.ToArray();
    }
}

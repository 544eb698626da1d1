namespace Bot.Adapters.Imports;

/// <summary>Opens a chat log by what it is.</summary>
internal static class LogFile
{
    /// <summary>The largest file taken, in bytes: years of a busy group.</summary>
    public const long Largest = 1L << 30;

    /// <summary>Ready to be read; or one sentence that says why not and what to do.</summary>
    public static async Task<(ILogReader? Ready, string? Wanted)> OpenAsync(string file, LogClues clues, CancellationToken cancel)
    {
        // A Telegram export is a folder; people give the folder as well as the file in it.
        var path = Directory.Exists(file) ? Path.Combine(file, "result.json") : file;
        if (!File.Exists(path)) return (null, $"没有“{path}”这个文件。");
        if (new FileInfo(path).Length > Largest) return (null, "文件超过1GB，请按时间分几次导出。");
        var ending = Path.GetExtension(path).ToLowerInvariant();
        if (ending == ".html") return (null, "这是网页格式；导出时请选“机器可读的 JSON”。");
        if (ending == ".zip") return (null, "请先解压，再给出里面的 result.json。");
        if (ending == ".json") return (new TelegramExport(path, clues), null);
        if (await LogText.EncodingOfAsync(path, cancel) is not { } encoding) return (null, "这个文件不是文字；可以导入的是 Telegram 的 result.json、微信或企业微信里复制的文字（.txt）、表格（.csv）。");
        return ending is ".csv" or ".tsv" ? await CsvLog.OpenAsync(path, encoding, clues, cancel) : await CopiedText.OpenAsync(path, encoding, clues, cancel);
    }
}

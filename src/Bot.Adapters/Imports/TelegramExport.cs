using System.Runtime.CompilerServices;

namespace Bot.Adapters.Imports;

/// <summary>Telegram Desktop's export of one chat (<c>result.json</c>), with the media in folders beside it.</summary>
internal sealed class TelegramExport(string file, LogClues clues) : ILogReader
{
    public string Kind => "Telegram 导出（JSON）";

    public bool HasPlatformTimes => true;

    public async IAsyncEnumerable<LogItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var messages = new TelegramMessageScan(clues.Zone);
        while (!messages.IsDone)
        {
            messages.Took(await stream.ReadAsync(messages.Room(), cancel));
            while (messages.Next() is { } item) yield return item;
        }
    }
}

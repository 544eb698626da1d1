using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Bot.Adapters.Imports;

/// <summary>A table of messages: a line of headings with at least time, sender and text, then a message a line.</summary>
internal sealed class CsvLog : ILogReader
{
    private const int LongestText = 20_000;
    private static readonly string[] Times = ["时间", "发送时间", "日期时间", "time", "date", "datetime", "timestamp", "sent_at"];
    private static readonly string[] Names = ["发言人", "发送人", "发送者", "姓名", "昵称", "sender", "from", "name", "author"];
    private static readonly string[] Texts = ["内容", "消息", "消息内容", "文字", "text", "message", "content"];
    private static readonly string[] Ids = ["编号", "消息编号", "id", "message_id"];
    private static readonly string[] SenderIds = ["帐号", "账号", "发言人编号", "sender_id", "user_id", "wxid"];
    private static readonly string[] Files = ["文件", "图片", "照片", "file", "photo", "attachment"];

    private readonly string file;
    private readonly Encoding encoding;
    private readonly LogClues clues;
    private readonly bool? monthFirst;

    private CsvLog(string file, Encoding encoding, LogClues clues, bool? monthFirst) => (this.file, this.encoding, this.clues, this.monthFirst) = (file, encoding, clues, monthFirst);

    public string Kind => "CSV 表格";

    public bool HasPlatformTimes => false;

    /// <summary>Looks it over once; or one sentence that says what is missing.</summary>
    public static async Task<(ILogReader? Ready, string? Wanted)> OpenAsync(string file, Encoding encoding, LogClues clues, CancellationToken cancel)
    {
        Columns? columns = null;
        var monthLeads = clues.MonthFirst;
        long? either = null;
        await foreach (var (line, fields) in CsvRecords.ReadAsync(file, encoding, cancel))
        {
            if (columns is null)
            {
                columns = Columns.Of(fields);
                if (columns is null) return (null, "第一行要有标题，至少有：时间、发言人、内容（或 time、sender、text）；编号、账号、文件可有可无。");
                continue;
            }

            if (WrittenMoment.Read(columns.Time(fields)) is not { } when) continue;
            if (clues.CopiedOn is null && Exact(columns.Time(fields), clues.Zone) is null && (when.Year is null || when.HasNoDay))
                return (null, $"第{line}行的时间没有写全年月日。请用 --copied-on 说明是哪天导出的，如 --copied-on 2024-06-14。");
            if (when.IsEitherOrder) either ??= line;
            if (when.IsEitherOrder && (when.Month > 12 || when.Day > 12)) monthLeads ??= when.Day > 12;
        }

        if (columns is null) return (null, "文件里没有内容。");
        return either is not null && monthLeads is null
            ? (null, $"日期里看不出哪个是月、哪个是日，例如第{either}行。请用 --dates mdy（月在前）或 --dates dmy（日在前）说明。")
            : (new CsvLog(file, encoding, clues, monthLeads), null);
    }

    public async IAsyncEnumerable<LogItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        Columns? columns = null;
        await foreach (var (line, fields) in CsvRecords.ReadAsync(file, encoding, cancel))
        {
            if (fields.Count == 0) yield return new LogItem.Broken(line, "这里的引号没有成对，或一条太长，它和后面的内容没有读。");
            else if (columns is null) columns = Columns.Of(fields);
            else yield return Item(columns, fields, line);
        }
    }

    private LogItem Item(Columns columns, IReadOnlyList<string> fields, long line)
    {
        var name = LogHeader.Clean(columns.Name(fields));
        var written = columns.Time(fields);
        if (name.Length is 0 or > 200) return new LogItem.Broken(line, "这一行没有发言人，没有读。");
        var at = Exact(written, clues.Zone)
            ?? (WrittenMoment.Read(written) is { } when && when.On(clues.CopiedOn, null, monthFirst) is { } on ? LocalTimes.Utc(on.ToDateTime(when.Time), clues.Zone) : null);
        if (at is null) return new LogItem.Broken(line, "这一行的时间读不出来，没有读；请写成 2024-06-13 15:02。");
        var text = columns.Text(fields).Trim();
        var files = columns.Files(fields);
        if (text.Length == 0 && files.Count == 0) return new LogItem.Skipped(line, SkipReasons.NoWords);
        if (text.Length > LongestText) return new LogItem.Skipped(line, SkipReasons.TooLong);
        return new LogItem.Said(new SaidMessage
        {
            Id = columns.Id(fields) is { Length: > 0 and <= 100 } id ? $"csv-{id}" : null, SenderId = columns.SenderId(fields) is { Length: > 0 } sender ? sender : name,
            SenderName = name, At = at.Value, Text = text, Files = files, Line = line,
        });
    }

    // ISO 8601 with its zone, and a spreadsheet's own way of writing.
    private static DateTimeOffset? Exact(string written, TimeZoneInfo zone)
    {
        var text = written.Trim();
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && (text.EndsWith('Z') || text.AsSpan(10).ContainsAny('+', '-')) && instant.Year is >= 2000 and <= 2100) return instant.ToUniversalTime();
        return DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is >= 2000 and <= 2100 ? LocalTimes.Utc(local, zone) : null;
    }

    private sealed record Columns(int TimeAt, int NameAt, int TextAt, int IdAt, int SenderIdAt, int FilesAt)
    {
        public static Columns? Of(IReadOnlyList<string> heads)
        {
            var columns = new Columns(At(heads, Times), At(heads, CsvLog.Names), At(heads, Texts), At(heads, Ids), At(heads, SenderIds), At(heads, CsvLog.Files));
            return columns is { TimeAt: >= 0, NameAt: >= 0, TextAt: >= 0 } ? columns : null;
        }

        public string Time(IReadOnlyList<string> fields) => Field(fields, TimeAt);

        public string Name(IReadOnlyList<string> fields) => Field(fields, NameAt);

        public string Text(IReadOnlyList<string> fields) => Field(fields, TextAt);

        public string Id(IReadOnlyList<string> fields) => Field(fields, IdAt).Trim();

        public string SenderId(IReadOnlyList<string> fields) => Field(fields, SenderIdAt).Trim();

        public IReadOnlyList<string> Files(IReadOnlyList<string> fields) =>
            Field(fields, FilesAt).Split([';', '；', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        private static string Field(IReadOnlyList<string> fields, int at) => at >= 0 && at < fields.Count ? fields[at] : "";

        private static int At(IReadOnlyList<string> heads, string[] known)
        {
            for (var i = 0; i < heads.Count; i++)
            {
                if (known.Contains(heads[i].Trim(), StringComparer.OrdinalIgnoreCase)) return i;
            }

            return -1;
        }
    }
}

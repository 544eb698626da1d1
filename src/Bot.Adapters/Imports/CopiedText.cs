using System.Runtime.CompilerServices;
using System.Text;

namespace Bot.Adapters.Imports;

/// <summary>Text copied out of WeChat or WeCom: a header line with name and time, below it the words.</summary>
internal sealed class CopiedText : ILogReader
{
    private const int LongestText = 20_000;
    private static readonly string[] Placeholders = ["[图片]", "[视频]", "[文件]", "[语音]", "[动画表情]", "[表情]", "[位置]", "[Photo]", "[Video]", "[File]", "[Image]"];
    private static readonly string[] ServiceEnds = ["撤回了一条消息", "加入了群聊", "加入群聊", "移出了群聊", "recalled a message", "拍了拍我"];

    private readonly string file;
    private readonly Encoding encoding;
    private readonly LogClues clues;
    private readonly CopiedSurvey survey;

    private CopiedText(string file, Encoding encoding, LogClues clues, CopiedSurvey survey) =>
        (this.file, this.encoding, this.clues, this.survey) = (file, encoding, clues, survey);

    public string Kind => "微信、企业微信里复制的文字";

    public bool HasPlatformTimes => false;

    /// <summary>Looks it over once; or one sentence that says what is missing.</summary>
    public static async Task<(ILogReader? Ready, string? Wanted)> OpenAsync(string file, Encoding encoding, LogClues clues, CancellationToken cancel)
    {
        var look = await CopiedSurvey.TakeAsync(LogText.LinesAsync(file, encoding, cancel), cancel);
        return look.Wanted(clues) is { } wanted ? (null, wanted) : (new CopiedText(file, encoding, clues, look), null);
    }

    public async IAsyncEnumerable<LogItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        DateOnly? above = null;
        Draft? draft = null;
        await foreach (var (number, line) in LogText.LinesAsync(file, encoding, cancel))
        {
            if (WrittenMoment.ReadDay(line) is { } day)
            {
                above = day;
                continue;
            }

            var like = LogHeader.Read(line);
            var header = like is not null && survey.Takes(like) ? like : null;
            if (like is { Name.Length: > 0 } && header is null) yield return new LogItem.Skipped(number, SkipReasons.LikeHeader);
            var name = header?.Name ?? "";
            if (header is not null && name.Length == 0 && (draft ??= new Draft("", default, number, IsPreamble: true)).TakeName() is { } alone) name = alone;
            if (header is null || name.Length == 0)
            {
                draft ??= new Draft("", default, number, IsPreamble: true);
                draft.Add(line);
                continue;
            }

            if (draft is not null && Item(draft) is { } item) yield return item;
            draft = null;
            if (header.When.On(clues.CopiedOn, above, clues.MonthFirst ?? survey.MonthFirst) is { } on)
                draft = new Draft(name, LocalTimes.Utc(on.ToDateTime(header.When.Time), clues.Zone), number, IsPreamble: false);
            else yield return new LogItem.Broken(number, "这一行的日期读不出来（没有这一天，或要用 --copied-on 说明是哪天复制的），这条消息没有读。");
        }

        if (draft is not null && Item(draft) is { } last) yield return last;
    }

    private static LogItem? Item(Draft draft)
    {
        var lines = draft.Lines.AsEnumerable();
        var service = draft.Lines.Count(l => ServiceEnds.Any(e => l.AsSpan().TrimEnd("。.").EndsWith(e, StringComparison.OrdinalIgnoreCase)) && l.Length < 80);
        if (service > 0) lines = lines.Where(l => !(l.Length < 80 && ServiceEnds.Any(e => l.AsSpan().TrimEnd("。.").EndsWith(e, StringComparison.OrdinalIgnoreCase))));
        var (text, placeholders) = Words(WithoutQuote([.. lines]));
        if (draft.IsPreamble) return text.Length > 0 ? new LogItem.Skipped(draft.Line, SkipReasons.Preamble) : null;
        if (text.Length == 0) return new LogItem.Skipped(draft.Line, placeholders > 0 ? SkipReasons.PhotoNotThere : service > 0 ? SkipReasons.Service : SkipReasons.NoWords);
        if (text.Length > LongestText || draft.IsCut) return new LogItem.Skipped(draft.Line, SkipReasons.TooLong);
        return new LogItem.Said(new SaidMessage
        {
            SenderId = draft.Name, SenderName = draft.Name, At = draft.At, Text = text, FilesLeftOut = placeholders, Line = draft.Line,
        });
    }

    // 「李四：…」 and a broken line below it: what is quoted was counted where it was said.
    private static IReadOnlyList<string> WithoutQuote(IReadOnlyList<string> lines)
    {
        var first = 0;
        while (first < lines.Count && lines[first].AsSpan().Trim().IsEmpty) first++;
        if (first == lines.Count || !lines[first].TrimStart().StartsWith('「')) return lines;
        for (var i = first; i < lines.Count; i++)
        {
            if (lines[i].AsSpan().Trim() is { Length: >= 5 } rule && rule.TrimStart("- —").IsEmpty) return [.. lines.Skip(i + 1)];
        }

        return lines;
    }

    private static (string Text, int Placeholders) Words(IReadOnlyList<string> lines)
    {
        var kept = new List<string>(lines.Count);
        var placeholders = 0;
        foreach (var line in lines)
        {
            if (Placeholders.Any(p => line.AsSpan().Trim().StartsWith(p, StringComparison.OrdinalIgnoreCase))) placeholders++;
            else kept.Add(line);
        }

        return (string.Join('\n', kept).Trim(), placeholders);
    }

    private sealed record Draft(string Name, DateTimeOffset At, long Line, bool IsPreamble)
    {
        private const int MostLines = 4_000;

        public List<string> Lines { get; } = [];

        /// <summary>Whether it was too long to be kept whole.</summary>
        public bool IsCut { get; private set; }

        public void Add(string line)
        {
            if (Lines.Count >= 2 * MostLines)
            {
                IsCut = true;
                Lines.RemoveRange(0, MostLines);
            }

            Lines.Add(line);
        }

        // The name may stand alone above its time; then it was taken for the last line of the message before.
        public string? TakeName()
        {
            if (Lines.Count == 0 || !LogHeader.MayBeName(Lines[^1])) return null;
            var name = LogHeader.Clean(Lines[^1]);
            Lines.RemoveAt(Lines.Count - 1);
            return name.Length == 0 ? null : name;
        }
    }
}

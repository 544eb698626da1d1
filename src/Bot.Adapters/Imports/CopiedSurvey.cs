namespace Bot.Adapters.Imports;

/// <summary>
/// A first look over copied text: which lines are headers. A sentence can end in a day and a time as well, so a header is what is
/// written like the others, or names somebody the others name.
/// </summary>
internal sealed class CopiedSurvey
{
    private const int ShownLines = 5;
    private const int OneIn = 10;
    private const int MostNames = 20_000;

    private readonly Dictionary<string, Seen> shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> usual = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private bool? monthFirst;
    private bool hasDayLines;

    private CopiedSurvey() { }

    public static async Task<CopiedSurvey> TakeAsync(IAsyncEnumerable<(long Number, string Line)> lines, CancellationToken cancel)
    {
        var survey = new CopiedSurvey();
        await foreach (var (number, line) in lines.WithCancellation(cancel))
        {
            if (WrittenMoment.ReadDay(line) is not null) survey.hasDayLines = true;
            if (LogHeader.Read(line) is { } header) survey.Note(header, number);
        }

        survey.Decide();
        return survey;
    }

    /// <summary>Whether a line that looks like a header is one.</summary>
    public bool Takes(LogHeader header) => usual.Contains(header.Shape) || (header.Name.Length > 0 && names.Contains(header.Name));

    /// <summary>Which of two numbers is the month, as the log itself shows; null: it does not.</summary>
    public bool? MonthFirst => monthFirst;

    /// <summary>What a person has to say before it can be read; null: nothing.</summary>
    public string? Wanted(LogClues clues)
    {
        if (shapes.Count == 0) return "没有找到“姓名 日期 时间”这样的抬头。请从微信或企业微信里多选消息、连同姓名和时间一起复制，或改用 CSV。";
        var taken = shapes.Where(s => usual.Contains(s.Key)).Select(s => s.Value).ToList();
        if (clues.CopiedOn is null && taken.FirstOrDefault(s => s.IsRelative || s.HasNoYear || (s.HasNoDay && !hasDayLines)) is { } open)
            return $"抬头里的日期不全（“昨天”“星期四”、没有年份或只有时间），例如第{string.Join("、", open.Lines)}行。请用 --copied-on 说明是哪天复制的，如 --copied-on 2024-06-14。";
        if ((clues.MonthFirst ?? monthFirst) is null && taken.FirstOrDefault(s => s.IsEither) is { } either)
            return $"日期里看不出哪个是月、哪个是日，例如第{string.Join("、", either.Lines)}行。请用 --dates mdy（月在前）或 --dates dmy（日在前）说明。";
        return null;
    }

    // The way most are written; another way, where it is not rare and mostly names the same people (older messages show their year).
    private void Decide()
    {
        var most = shapes.Count == 0 ? 0 : shapes.Values.Max(s => s.Count);
        var main = shapes.Where(s => s.Value.Count == most).ToList();
        foreach (var (shape, seen) in main)
        {
            usual.Add(shape);
            names.UnionWith(seen.Names.Keys);
        }

        var areAlone = main.Exists(s => s.Key.StartsWith("alone-", StringComparison.Ordinal));
        foreach (var (shape, seen) in shapes.Where(s => s.Value.Count * OneIn >= most && !usual.Contains(s.Key)).ToList())
        {
            var known = seen.Names.Where(n => names.Contains(n.Key)).Sum(n => n.Value);
            if (shape.StartsWith("alone-", StringComparison.Ordinal) ? areAlone : known * 2 >= seen.Count) usual.Add(shape);
        }

        foreach (var shape in usual) names.UnionWith(shapes[shape].Names.Keys);
        names.Remove("");
    }

    private void Note(LogHeader header, long number)
    {
        if (!shapes.TryGetValue(header.Shape, out var seen)) shapes[header.Shape] = seen = new Seen();
        var when = header.When;
        seen.Count++;
        if (seen.Names.Count < MostNames || seen.Names.ContainsKey(header.Name)) seen.Names[header.Name] = seen.Names.GetValueOrDefault(header.Name) + 1;
        if (seen.Lines.Count < ShownLines) seen.Lines.Add(number);
        seen.IsRelative |= when.DaysBefore is not null || when.LastWeekDay is not null;
        seen.HasNoYear |= when is { Year: null, HasNoDay: false, DaysBefore: null, LastWeekDay: null };
        seen.HasNoDay |= when.HasNoDay;
        seen.IsEither |= when.IsEitherOrder;
        if (when.IsEitherOrder && when.Month > 12) monthFirst ??= false;
        if (when.IsEitherOrder && when.Day > 12) monthFirst ??= true;
    }

    private sealed class Seen
    {
        public int Count { get; set; }
        public List<long> Lines { get; } = [];
        public Dictionary<string, int> Names { get; } = new(StringComparer.Ordinal);
        public bool IsRelative { get; set; }
        public bool HasNoYear { get; set; }
        public bool HasNoDay { get; set; }
        public bool IsEither { get; set; }
    }
}

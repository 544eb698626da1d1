using System.Buffers;

namespace Bot.Domain.GroupWords;

/// <summary>
/// Reads plain words said to the bot, with or without @ or slash, and their ASCII twins. Strict: a word stands alone or
/// is followed by white space and its argument, so that 汇总如下… or 明细表 stay what they are.
/// </summary>
public static class GroupWordReader
{
    private const int LongestArgument = 40;
    private const int LongestTopic = 20;
    private const int LongestLine = 80;

    private static readonly SearchValues<char> NoName = SearchValues.Create("\n，。、；：");

    private static readonly string[] AtOnce = ["现在", "马上", "立刻", "立即", "now"];

    private static readonly Dictionary<string, string> Twins = new(StringComparer.OrdinalIgnoreCase)
    {
        ["help"] = "帮助", ["start"] = "帮助", ["bind"] = "绑定", ["join"] = "登记", ["me"] = "我的", ["rollup"] = "汇总",
        ["detail"] = "明细", ["export"] = "导出", ["for"] = "代报", ["console"] = "后台",
        ["progress"] = "进度", ["missing"] = "未报", ["nudge"] = "催报", ["schedule"] = "日程",
        ["excuse"] = "免报", ["unexcuse"] = "撤销免报", ["leave"] = "请假", ["postpone"] = "延期", ["chart"] = "图", ["charts"] = "图",
    };

    /// <summary>The word, or null where the text is none.</summary>
    public static GroupWord? Read(string text)
    {
        var at = Start(text);
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (':' or '：' or '，' or ',')) end++;
        var word = text[at..end];
        if (Twins.TryGetValue(word, out var plain)) word = plain;
        var rest = end;
        while (rest < text.Length && (char.IsWhiteSpace(text[rest]) || text[rest] is ':' or '：')) rest++;
        var argument = text[rest..].TrimEnd().TrimEnd('。', '！', '？', '!', '?');
        if (word.Length > 0 && argument.Length == 0) word = word.TrimEnd('。', '！', '？', '!', '?');
        return word switch
        {
            "帮助" or "使用说明" when argument.Length == 0 => new GroupWord.Help(),
            "绑定" when Code(argument) => new GroupWord.Bind(argument.ToUpperInvariant()),
            "登记" when Code(argument) => new GroupWord.Register(argument.ToUpperInvariant()),
            "我的" when argument.Length == 0 => new GroupWord.Mine(),
            "汇总" when Short(argument) || PeriodWord.Knows(argument) => new GroupWord.Rollup(argument),
            "明细" when argument.Length == 0 || Name(argument) => new GroupWord.Detail(argument),
            "导出" when Short(argument) => new GroupWord.Export(argument),
            "代报" when argument.Length > 0 => ReportFor(text, rest),
            "后台" when argument.Length == 0 => new GroupWord.Console(),
            _ when argument.Length == 0 || !text.AsSpan(end, rest - end).Contains('\n') => DueWord(word, argument),
            _ => null,
        };
    }

    // With their argument in the same line.
    private static GroupWord? DueWord(string word, string argument) => word switch
    {
        "进度" when Topic(argument) => new GroupWord.Progress(argument),
        "未报" or "未报名单" when Topic(argument) => new GroupWord.Missing(argument),
        "催报" when Topic(argument) => Nudge(argument),
        "图" or "图表" when argument.Length == 0 => new GroupWord.Charts(),
        "日程" when argument.Length == 0 => new GroupWord.Schedule(),
        "免报" when Line(argument) => new GroupWord.Excuse(argument),
        "撤销免报" when Line(argument) => new GroupWord.Reopen(argument),
        "请假" when Line(argument) => new GroupWord.Leave(argument),
        "延期" when Line(argument) => new GroupWord.Postpone(argument),
        _ => null,
    };

    // Past white space, one @name and one slash.
    private static int Start(string text)
    {
        var at = Past(text, 0);
        if (at < text.Length && text[at] is '@' or '＠')
        {
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            at = Past(text, at);
        }

        return at < text.Length && text[at] is '/' or '／' ? at + 1 : at;
    }

    private static int Past(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static GroupWord.ReportFor? ReportFor(string text, int at)
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (':' or '：' or '，' or ',')) end++;
        var body = end;
        while (body < text.Length && (char.IsWhiteSpace(text[body]) || text[body] is ':' or '：' or '，' or ',')) body++;
        return body < text.Length && end - at is > 0 and <= LongestArgument ? new GroupWord.ReportFor(text[at..end], body) : null;
    }

    private static GroupWord.Nudge Nudge(string argument)
    {
        var words = argument.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var rest = words.Where(w => !AtOnce.Contains(w)).ToList();
        return new GroupWord.Nudge(string.Join(' ', rest), rest.Count < words.Length);
    }

    // An argument nobody knows gets a hint; a figure or a sentence is what people report.
    private static bool Short(string argument) => argument.Length <= 5 && !argument.AsSpan().ContainsAnyInRange('0', '9') && !argument.AsSpan().ContainsAny("\n，。、；");

    // Whether it names anything that is owed is told where the campaigns are known; a sentence never does.
    private static bool Topic(string argument) => argument.Length <= LongestTopic && !argument.AsSpan().ContainsAny(NoName);

    // With a reason in it, it may be a sentence; a report of several lines is none.
    private static bool Line(string argument) => argument.Length <= LongestLine && !argument.Contains('\n', StringComparison.Ordinal);

    private static bool Name(string argument) => argument.Length <= LongestArgument && !argument.AsSpan().ContainsAny(NoName);

    private static bool Code(string argument) => argument.Length is >= 4 and <= 16 && argument.All(char.IsAsciiLetterOrDigit);
}

using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Domain.Plans;

/// <summary>The title and the document number of a plan.</summary>
internal static class PlanTitle
{
    private const int HeadLines = 14;
    private const int LongestTitle = 90;
    private static readonly string[] Ends = ["方案", "通知", "计划", "意见", "要点", "安排", "办法", "细则", "公告", "倡议书", "预案", "指引", "的函", "决定", "通告", "提示", "部署"];
    private static readonly Regex Number = new(@"[^\s()《》“”，。:]{1,14}\[(19|20)\d\d\] ?第? ?\d{1,4} ?号", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>The title as printed, or null; and the line it stands on.</summary>
    public static string? Of(List<PlanLine> lines, out string sentence)
    {
        sentence = "";
        var titles = Titles(lines);
        if (titles.Count == 0)
            return null;
        var notice = titles[0];
        sentence = notice;
        // Of a notice that issues a plan the plan's own title counts: inside 《》, or printed below.
        var printed = titles.Skip(1).FirstOrDefault(title => !title.EndsWith("的通知", StringComparison.Ordinal));
        if (IsIssuing(notice))
        {
            var open = notice.IndexOf('《', StringComparison.Ordinal);
            var close = notice.LastIndexOf('》');
            if (open >= 0 && close > open)
                return notice[(open + 1)..close];
            if (printed is not null)
                return printed;
            var from = notice.IndexOf("印发", StringComparison.Ordinal) + 2;
            var to = notice.LastIndexOf("的通知", StringComparison.Ordinal);
            return to > from && from > 1 ? notice[from..to] : notice;
        }

        return Issued(lines) ?? notice;
    }

    // 现将《…方案》印发给你们 in the notice's text.
    private static string? Issued(List<PlanLine> lines)
    {
        foreach (var line in lines.Take(HeadLines))
        {
            var open = line.Words.IndexOf("将《", StringComparison.Ordinal);
            var close = open < 0 ? -1 : line.Words.IndexOf('》', open);
            if (close < 0 || line.Words.Substring(close, Math.Min(20, line.Words.Length - close))is var rest && !rest.Contains("印发", StringComparison.Ordinal) && !rest.Contains("发给你们", StringComparison.Ordinal) && !rest.Contains("下发", StringComparison.Ordinal) && !rest.Contains("发布", StringComparison.Ordinal))
                continue;
            var name = line.Words[(open + 2)..close];
            if (IsEnd(name))
                return line.Printed(open + 2, close);
        }

        return null;
    }

    /// <summary>The number of the document itself, not of one it names; null without one.</summary>
    public static string? DocumentNumber(List<PlanLine> lines)
    {
        foreach (var line in lines.Take(HeadLines))
        {
            var match = Number.Match(line.Words);
            if (!match.Success)
                continue;
            // On a line of its own, before 签发人, or in brackets behind the title.
            var before = line.Words[..match.Index].Trim();
            var behind = line.Words[(match.Index + match.Length)..].Trim();
            if ((before.Length == 0 && (behind.Length == 0 || behind.StartsWith("签发", StringComparison.Ordinal)))
                || (before.EndsWith('(') && behind is ")" && !before.Contains('。', StringComparison.Ordinal) && before.Length < LongestTitle))
                return line.Printed(match.Index, match.Index + match.Length);
        }

        return null;
    }

    private static bool IsIssuing(string title)
    {
        var folded = PlanLine.Of(title).Words;
        return folded.Contains("印发", StringComparison.Ordinal) || folded.Contains("转发", StringComparison.Ordinal) || folded.Contains("下发", StringComparison.Ordinal);
    }

    // The printed titles: rows of short lines that end like a title.
    private static List<string> Titles(List<PlanLine> lines)
    {
        var titles = new List<string>();
        for (var at = 0; at < lines.Count && titles.Count < 3; at++)
        {
            if (lines[at].Mark.Level is MarkLevel.Section or MarkLevel.Item or MarkLevel.Chapter)
                break;
            if (Joined(lines, at, out var next) is { } title)
            {
                titles.Add(title);
                at = next - 1;
            }
        }

        return titles;
    }

    private static string? Joined(List<PlanLine> lines, int at, out int next)
    {
        var title = new StringBuilder();
        for (next = at; next < lines.Count && next < at + 4 && title.Length < LongestTitle; next++)
        {
            var line = lines[next];
            var words = Bare(line);
            if (!CanStand(words))
                return null;
            title.Append(words);
            if (IsEnd(PlanLine.Of(words).Words))
            {
                next++;
                return title.ToString();
            }
        }

        return null;
    }

    // The line without its document number in brackets.
    private static string Bare(PlanLine line)
    {
        var match = Number.Match(line.Words);
        if (!match.Success)
            return line.Text;
        var open = line.Words.LastIndexOf('(', match.Index);
        return open > 0 && match.Index - open <= 2 ? line.Printed(0, open).Trim() : line.Printed(0, match.Index).Trim();
    }

    private static bool CanStand(string printed)
    {
        var words = PlanLine.Of(printed).Words;
        if (words.Length is 0 or > LongestTitle || words.Contains('。', StringComparison.Ordinal) || words[0] == '(' || words[^1] is ':' or '，' or ';')
            return false;
        if (words.EndsWith("文件", StringComparison.Ordinal) || Number.IsMatch(words))
            return false;
        return TimeGrammar.All(words) is not [{ From: 0 } time] || time.To < words.Length;
    }

    private static bool IsEnd(string words)
    {
        var end = words.TrimEnd(')', '”', '》', ' ');
        if (words.EndsWith(')') && words.LastIndexOf('(') is var open and > 0)
            end = words[..open].TrimEnd();
        return Ends.Any(end.EndsWith);
    }
}

using System.Text.RegularExpressions;

namespace Bot.Domain.Plans;

/// <summary>The theme of a campaign: a section of its own, 主题：…, or 以“…”为主题.</summary>
internal static class PlanTheme
{
    private const int Longest = 60;
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private static readonly Regex Around = new("以“(?<theme>[^“”]{4,60}(“[^“”]{1,20}”[^“”]{0,30})?)”(为|作为)[^，。;]{0,10}主题", Plain);
    private static readonly Regex Behind = new("主题(是|为|确定为|定为|:|围绕)[:，]?“(?<theme>[^“”]{4,60}(“[^“”]{1,20}”[^“”]{0,30})?)”", Plain);
    private static readonly Regex Before = new("(围绕|紧扣|聚焦|突出)“(?<theme>[^“”]{4,60})”(这一|的|这个)?[^，。;“”]{0,6}主题", Plain);

    /// <summary>The theme as printed, or null.</summary>
    public static string? Of(PlanOutline outline, out string sentence)
    {
        sentence = "";
        foreach (var node in outline.Nodes)
        {
            if (!IsHeading(node.HeadingWords))
                continue;
            sentence = node.Line!.Text;
            var text = node.PrintedRest.Length > 0 ? node.PrintedRest : (node.Pieces.FirstOrDefault(piece => piece.Line is not null).Line ?? node.Children.FirstOrDefault()?.Line)?.Text;
            if (text is null)
                continue;
            return Bare(text);
        }

        foreach (var line in outline.Lines)
        {
            if (Inline(line) is { } theme)
            {
                sentence = line.Text;
                return theme;
            }
        }

        foreach (var line in outline.Lines)
        {
            foreach (var pattern in (ReadOnlySpan<Regex>)[Around, Behind, Before])
            {
                var match = pattern.Match(line.Words);
                if (match.Success && !IsAnothers(line.Words, match.Index))
                {
                    sentence = line.Text;
                    return line.Printed(match.Groups["theme"].Index, match.Groups["theme"].Index + match.Groups["theme"].Length);
                }
            }
        }

        return null;
    }

    private static bool IsHeading(string words)
    {
        var bare = words.Replace(" ", "", StringComparison.Ordinal);
        return bare.EndsWith("主题", StringComparison.Ordinal) && bare.Length <= 14;
    }

    // 活动主题：… on a line of its own, with or without a number.
    private static string? Inline(PlanLine line)
    {
        var at = line.Words.IndexOf("主题:", StringComparison.Ordinal);
        return at >= 0 && at - line.Mark.Length <= 8 ? Bare(line.Printed(at + 3, line.Words.Length)) : null;
    }

    // A drill's or a training's theme is not the campaign's.
    private static bool IsAnothers(string words, int at)
    {
        var from = words.LastIndexOfAny(['。', ';'], at) + 1;
        var before = words[from..at];
        return before.Contains("党日", StringComparison.Ordinal) || before.Contains("班会", StringComparison.Ordinal) || before.Contains("教育片", StringComparison.Ordinal)
            || before.Contains("征文", StringComparison.Ordinal) || before.Contains("党课", StringComparison.Ordinal);
    }

    // The words themselves: of a sentence about the theme what it quotes, of words and more sentences the first.
    private static string? Bare(string printed)
    {
        var text = printed.Trim();
        var folded = PlanLine.Of(text);
        foreach (var pattern in (ReadOnlySpan<Regex>)[Around, Behind, Before])
        {
            var match = pattern.Match(folded.Words);
            if (match.Success)
                return folded.Printed(match.Groups["theme"].Index, match.Groups["theme"].Index + match.Groups["theme"].Length);
        }

        var stop = folded.Words.IndexOfAny(['。', ';']);
        if (stop > 0)
            text = folded.Printed(0, stop).Trim();
        if (text.Length > 2 && text[0] is '“' or '"' or '「' && text[^1] is '”' or '"' or '」' && text.IndexOfAny(['”', '"', '」'], 1) == text.Length - 1)
            text = text[1..^1];
        return text.Length is 0 or > Longest ? null : text;
    }
}

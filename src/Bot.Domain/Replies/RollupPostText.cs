using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>What is posted about figures: how many of how many, the main figures of the period and so far. No unit is ranked, no rows are added up.</summary>
public static class RollupPostText
{
    private const int MostLines = 3;
    private const string NoFigures = "还没有记到数字";

    /// <summary>To a group, at most three lines: three of one hand-in, or one of each; where there are more, the last line keeps to how many have reported.</summary>
    public static string Group(IReadOnlyList<RollupPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        if (posts is [var only]) return string.Join('\n', [Head(only) + Uncounted(only), .. FigureLines(only)]);
        var lines = posts.Take(posts.Count > MostLines ? MostLines - 1 : MostLines).Select(OneLine).ToList();
        if (posts.Count > MostLines) lines.Add("另有" + string.Join("；", posts.Skip(MostLines - 1).Select(p => Head(p).TrimEnd('。'))) + "。");
        return string.Join('\n', lines);
    }

    /// <summary>To an admin: the same figures, and who is missing.</summary>
    public static string Admin(IReadOnlyList<RollupPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var text = new StringBuilder();
        foreach (var post in posts)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(Head(post)).Append('\n').Append(Missing(post.Coverage));
            foreach (var line in FigureLines(post)) text.Append('\n').Append(line);
        }

        return text.Append(posts.Any(HasForms) ? "\n统计表按台账填好，点开即下载。" : "").ToString();
    }

    private static bool HasForms(RollupPost post) => HandInDays.Forms(post.Campaign, post.Obligation).Count > 0;

    private static string Head(RollupPost post)
    {
        var days = HandInDays.FromBeginning(post.Days) ? $"{ReminderText.Day(post.Deadline)}截止" : SpokenDays.Of([post.Days]);
        return $"{(post.Corrects ? "（更正）" : "")}{ReminderText.What(post.Obligation)}（{days}）：已报{post.Coverage}家。";
    }

    private static string Uncounted(RollupPost post) => post.Coverage.Complete ? "" : "未报的不按零计。";

    private static string Missing(Coverage coverage) => coverage.Complete
        ? "都报齐了。"
        : $"未报{coverage.Missing.Count}家：{string.Join('、', coverage.Missing.Select(u => u.Name))}，不按零计。";

    private static IEnumerable<string> FigureLines(RollupPost post) => Figures(post).Select(f => f + "。");

    private static string OneLine(RollupPost post) => string.Join("；", Figures(post).Prepend(Head(post).TrimEnd('。'))) + "。";

    // What no form is about has no figures; that is not the same as none reported.
    private static IEnumerable<string> Figures(RollupPost post)
    {
        if (!HasForms(post)) yield break;
        if (!HandInDays.FromBeginning(post.Days)) yield return "本期：" + Line(post.Campaign, post.OfPeriod);
        yield return $"累计（截至{ReminderText.Day(post.Days.To)}）：{Line(post.Campaign, post.SoFar)}";
    }

    private static string Line(Campaign campaign, IReadOnlyList<MainFigure> figures)
    {
        if (figures.Count == 0) return NoFigures;
        return string.Join("，", RollupText.Items(campaign, figures.Select(f => (f.Slot, f.Cell)))) + (figures.Any(f => f.Cell.PendingPart != 0) ? "（*含待核）" : "");
    }
}

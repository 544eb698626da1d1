using Bot.Domain.Dues;

namespace Bot.Domain.Replies;

/// <summary>延期: what was moved where, told once; or why not.</summary>
public static class PostponeText
{
    /// <summary>The new day is missing.</summary>
    public const string ToWhen = "延到哪天？例如：延期 总结 到 6月28日 原因。";

    /// <summary>It concerns all units.</summary>
    public const string WholeOfficeOnly = "延期对所有单位都算数，请主管单位的管理员来办。";

    /// <summary>Several things are due on the nearest day.</summary>
    public static string Which(IReadOnlyList<OccurrenceStanding> occurrences, DueBoard board) =>
        $"{string.Join('、', occurrences.Select(o => ObligationNames.Of(o, board)))}，延哪一项？请写明，例如：延期 {ObligationNames.Of(occurrences[0].Campaign, occurrences[0].Obligation)} 到 6月28日。";

    /// <summary>It is there already.</summary>
    public static string Already(OccurrenceStanding occurrence, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(board);
        return $"{Name(occurrence)}的截止日已经是{ObligationNames.Day(occurrence.Deadline, board.Today)}。";
    }

    /// <summary>The day is over.</summary>
    public static string Over(DateOnly to, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return $"{ObligationNames.Day(to, board.Today)}已经过了，请写一个还没到的日子。";
    }

    /// <summary>Earlier than the plan has it.</summary>
    public static string Earlier(OccurrenceStanding occurrence, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(board);
        return $"{Name(occurrence)}原定{ObligationNames.Day(occurrence.Of.Day, board.Today)}，只能往后延。";
    }

    /// <summary>The next one would be due before it.</summary>
    public static string AfterNext(OccurrenceStanding occurrence, DateOnly next, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(board);
        return $"下一期{Name(occurrence)}是{ObligationNames.Day(next, board.Today)}，请延到那之前。";
    }

    /// <summary>To the groups: told once.</summary>
    public static string Announcement(OccurrenceStanding occurrence, DateOnly to, string because, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(board);
        var reason = because.Length == 0 ? "" : $"原因：{because}。";
        return $"通知：{Name(occurrence)}原定{ObligationNames.Day(occurrence.Of.Day, board.Today)}截止，现改到{Weekday(to, board.Today)}。{reason}已报的不用再报。";
    }

    /// <summary>To the admin who moved it from elsewhere.</summary>
    public static string Moved(OccurrenceStanding occurrence, DateOnly to, int groups, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(board);
        return FormattableString.Invariant($"好的，{Name(occurrence)}（原定{SpokenDays.Of(occurrence.Of.Day)}）改到{Weekday(to, board.Today)}，已通知{groups}个群。");
    }

    private static string Name(OccurrenceStanding occurrence) => ObligationNames.Of(occurrence.Campaign, occurrence.Obligation);

    private static string Weekday(DateOnly day, DateOnly today) => $"{ObligationNames.Day(day, today)}（周{"日一二三四五六"[(int)day.DayOfWeek]}）";
}

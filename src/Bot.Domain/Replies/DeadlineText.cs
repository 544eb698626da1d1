using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;

namespace Bot.Domain.Replies;

/// <summary>日程: the next deadlines in words, and the words of the calendar.</summary>
public static class DeadlineText
{
    /// <summary>What the calendar's link is called.</summary>
    public const string CalendarFile = "报送日程.ics";

    private const int MostDays = 7;
    private const string Weekdays = "日一二三四五六";

    /// <summary>The next days on which something is due.</summary>
    /// <param name="deadlines">All deadlines, in order.</param>
    /// <param name="anytime">Obligations without days of their own, after each activity.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="today">Today in the office's zone.</param>
    /// <param name="address">Where the calendar is, as people can enter it; empty: only the link below tells.</param>
    public static string Compose(
        IReadOnlyList<Deadline> deadlines, IReadOnlyList<(Campaign Campaign, Obligation Obligation)> anytime, DateTimeOffset now, DateOnly today, string address)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        ArgumentNullException.ThrowIfNull(anytime);
        var days = deadlines.Where(d => d.Occurrence.ClosesAt > now).GroupBy(d => d.Occurrence.Deadline).ToList();
        var lines = days.Take(MostDays).Select(d => $"{Day(d.Key, today)}：{string.Join('、', d.Select(What))}").ToList();
        if (days.Count > MostDays) lines.Add(string.Create(CultureInfo.InvariantCulture, $"之后还有{days.Skip(MostDays).Sum(d => d.Count())}项，最晚{ObligationNames.Day(days[^1].Key, today)}。"));
        lines.AddRange(anytime.Select(a => $"{ScheduleText.When(a.Obligation.Schedule)}：{ObligationNames.Of(a.Campaign, a.Obligation)}"));
        if (lines.Count == 0) return DueReplies.NothingAhead;
        lines.Insert(0, "接下来的报送日程：");
        lines.Add(address.Length == 0 ? DueReplies.Subscribe : $"{DueReplies.Subscribe}\n{address}");
        return string.Join('\n', lines);
    }

    /// <summary>The calendar's name.</summary>
    public static string CalendarName(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return campaign.Subject + "报送日程";
    }

    /// <summary>What stands on the day.</summary>
    public static string Summary(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var hour = deadline.Obligation.Time is { } time ? $"（{ObligationNames.Hour(time)}前）" : "";
        return $"报送：{ObligationNames.Of(deadline.Campaign, deadline.Obligation)}{hour}";
    }

    /// <summary>What is told about it.</summary>
    public static string Description(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var lines = new List<string> { deadline.Campaign.Title };
        if (ScheduleText.What(deadline.Obligation.Asks) is { Length: > 0 } asked) lines.Add($"内容：{asked}");
        if (deadline.Obligation.Where is { Length: > 0 } where) lines.Add($"报到：{where}");
        if (deadline.IsMoved) lines.Add($"原定{ScheduleText.Day(deadline.Of.Day)}，已延期" + (deadline.MovedBecause is { } why ? $"：{why}" : ""));
        return string.Join('\n', lines);
    }

    private static string What(Deadline deadline)
    {
        var hour = deadline.Obligation.Time is { } time ? $"{ObligationNames.Hour(time)}前" : "";
        var moved = deadline.IsMoved ? $"原{SpokenDays.Of(deadline.Of.Day)}" : "";
        var own = deadline.Obligation.Schedule is Schedule.Unspecified ? "自定" : "";
        var remarks = string.Join('，', new[] { hour, moved, own }.Where(r => r.Length > 0));
        return ObligationNames.Of(deadline.Campaign, deadline.Obligation) + (remarks.Length == 0 ? "" : $"（{remarks}）");
    }

    private static string Day(DateOnly day, DateOnly today)
    {
        var name = day == today ? "今天" : day == today.AddDays(1) ? "明天" : $"周{Weekdays[(int)day.DayOfWeek]}";
        return $"{ObligationNames.Day(day, today)}（{name}）";
    }
}

using Bot.Domain.Campaigns;
using Bot.Domain.Dues;

namespace Bot.Domain.Replies;

/// <summary>What things that are owed, and their deadlines, are called when people are told of them.</summary>
public static class ObligationNames
{
    /// <summary>The usual name, with its subject where that is not the campaign's own: 活动材料, 沈阳行总结.</summary>
    public static string Of(Campaign campaign, Obligation obligation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(obligation);
        var own = obligation.Subject == campaign.Subject;
        if (obligation.Kind == ObligationKind.Other && obligation.Thing is { } thing) return own ? thing : obligation.Subject + thing;
        if (obligation.Kind == ObligationKind.Other) return own ? "其他材料" : obligation.Subject;
        return own ? ScheduleText.Name(obligation.Kind) : obligation.Subject + ScheduleText.Name(obligation.Kind);
    }

    /// <summary>With its deadline: 活动材料（6月20日前）, 活动材料（今天17:30前）, 活动材料（6月6日）.</summary>
    public static string Of(OccurrenceStanding occurrence, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(board);
        return $"{Of(occurrence.Campaign, occurrence.Obligation)}（{Deadline(occurrence, board)}）";
    }

    /// <summary>A deadline: 今天, 6月20日前, 6月20日17:30前; one that has passed is only a day.</summary>
    public static string Deadline(OccurrenceStanding occurrence, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(board);
        var day = Day(occurrence.Deadline, board.Today);
        if (occurrence.IsPast(board.Now)) return day;
        var hour = occurrence.Obligation.Time is { } time ? Hour(time) : "";
        return occurrence.Deadline == board.Today ? hour.Length == 0 ? "今天" : $"今天{hour}前" : $"{day}{hour}前";
    }

    /// <summary>A day as it is said today: the year only where it is another.</summary>
    public static string Day(DateOnly day, DateOnly today) => day.Year == today.Year ? SpokenDays.Of(day) : ScheduleText.Day(day);

    /// <summary>17:30.</summary>
    public static string Hour(TimeOnly time) => FormattableString.Invariant($"{time.Hour}:{time.Minute:00}");
}

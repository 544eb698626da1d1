using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>
/// Last year's campaign as this year's plan: every day keeps its month and day, weekday rhythms keep their weekday, the edition
/// counts on, the year in title and number changes. The theme is new every year and stays open.
/// </summary>
public static class NextYear
{
    /// <summary>The reading of the new plan; a deadline that falls on a rest day is among its doubts.</summary>
    /// <param name="last">The campaign it is made after.</param>
    /// <param name="year">The new year.</param>
    /// <param name="working">Working days.</param>
    public static PlanReading Of(Campaign last, int year, WorkingDays working)
    {
        ArgumentNullException.ThrowIfNull(last);
        var by = year - last.Year;
        var reading = new PlanReading
        {
            Title = Renewed(last.Title, last.Year, year),
            Subject = last.Subject,
            Year = year,
            Edition = last.Edition + by,
            Period = Moved(last.Period, by),
            Events = [.. last.Events.Select(held => held with { Day = held.Day.AddYears(by) })],
            Activities = last.Activities,
            Attachments = [.. last.Forms.Select(form => form.Name)],
            Forms = [.. last.Forms.Select(Form)],
            Obligations = [.. last.Obligations.Select(o => Obligation(o, last, by))],
        };
        var doubts = new List<PlanDoubt>();
        if (last.Theme is { } theme) doubts.Add(new PlanDoubt("theme", theme, $"去年的主题是“{theme}”，今年的请填写"));
        if (last.DocumentNumber is { } number) doubts.Add(new PlanDoubt("document_number", number, "今年的文号请填写"));
        if (!working.Knows(year)) doubts.Add(new PlanDoubt("year", "", $"{year}年的放假安排还不知道，休息日只按周末算"));
        return reading with { Unsure = [.. doubts, .. PlanChecks.Of(reading, working)] };
    }

    /// <summary>The year a campaign is held in again: this one, or the next where it was held this year.</summary>
    public static int YearAfter(Campaign last, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(last);
        return Math.Max(last.Year + 1, today.Year);
    }

    /// <summary>A schedule so many years later.</summary>
    public static Schedule Moved(Schedule schedule, int by) => schedule switch
    {
        Schedule.Once once => new Schedule.Once(once.Due.AddYears(by)),
        Schedule.Dates dates => new Schedule.Dates([.. dates.Due.Select(day => day.AddYears(by))]),
        Schedule.Daily daily => new Schedule.Daily(daily.From.AddYears(by), daily.To.AddYears(by)),
        Schedule.Weekly weekly => new Schedule.Weekly(weekly.Days, weekly.From.AddYears(by), weekly.To.AddYears(by)),
        // The first due day is on its weekday again: the next one from the same month and day.
        Schedule.Biweekly two => new Schedule.Biweekly(two.Day, On(two.Day, two.From.AddYears(by)), two.To.AddYears(by)),
        Schedule.Monthly monthly => new Schedule.Monthly(monthly.Days, monthly.FromMonth.AddYears(by), monthly.ToMonth.AddYears(by)),
        Schedule.Quarterly quarterly => new Schedule.Quarterly(quarterly.Month, quarterly.Day, quarterly.FromMonth.AddYears(by), quarterly.ToMonth.AddYears(by)),
        Schedule.PerActivity or Schedule.Unspecified => schedule,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static DateOnly On(DayOfWeek weekday, DateOnly from)
    {
        while (from.DayOfWeek != weekday) from = from.AddDays(1);
        return from;
    }

    private static DaySpan Moved(DaySpan span, int by)
    {
        var to = span.To.AddYears(by);
        // The end of February stays the end.
        return new DaySpan(span.From.AddYears(by), span.To.Day == DateTime.DaysInMonth(span.To.Year, span.To.Month) ? new DateOnly(to.Year, to.Month, DateTime.DaysInMonth(to.Year, to.Month)) : to);
    }

    private static PlanObligation Obligation(Obligation owed, Campaign last, int by) => new()
    {
        Id = owed.Id,
        Kind = owed.Kind,
        Thing = ScheduleText.Name(owed.Kind),
        Schedule = Moved(owed.Schedule, by),
        Time = owed.Time is { } time ? new PlanHour(time.Hour, time.Minute) : null,
        Subject = owed.Subject == last.Subject ? null : owed.Subject,
        Asks = owed.Asks,
        Addressees = owed.Addressees,
        Where = owed.Where,
        Form = owed.Form is { } form && last.Forms.ToList().FindIndex(f => f.Id == form) is var at and >= 0 ? at : null,
        Sentence = "",
    };

    // Blanks keep their names from year to year, so that figures can be compared; retired ones are gone.
    private static PlanForm Form(Form form) => new()
    {
        Name = form.Name,
        Attachment = form.Attachment,
        Printed = true,
        Columns = form.Columns,
        Rows = [.. form.Rows.Select(row => row with { Slots = [.. row.Slots.Where(slot => !slot.Retired)] })],
    };

    private static string Renewed(string title, int last, int year)
    {
        var (from, to) = (last.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture));
        return title.Contains(from, StringComparison.Ordinal) ? title.Replace(from, to, StringComparison.Ordinal) : title.Replace(Spelled(from), Spelled(to), StringComparison.Ordinal);
    }

    private static string Spelled(string year) => string.Concat(year.Select(digit => "〇一二三四五六七八九"[digit - '0']));
}

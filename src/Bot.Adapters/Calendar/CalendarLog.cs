using Bot.Domain.Dues;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Calendar;

/// <summary>What the calendar says to the operator.</summary>
internal static partial class CalendarLog
{
    /// <summary>Says which years in use are not announced or not imported yet: this one, and in December the next. For the start, once.</summary>
    public static void UnknownYears(ILogger log, WorkingDays days, DateOnly today)
    {
        if (!days.Knows(today.Year)) YearUnknown(log, today.Year);
        if (today.Month == 12 && !days.Knows(today.Year + 1)) YearUnknown(log, today.Year + 1);
    }

    [LoggerMessage(1401, LogLevel.Warning, "The public holidays of {Year} are not known: working days go by the week alone. Give the program the State Council's notice: calendar --notice <file>")]
    public static partial void YearUnknown(ILogger log, int year);
}

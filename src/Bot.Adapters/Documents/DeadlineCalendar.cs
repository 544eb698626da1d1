using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;

namespace Bot.Adapters.Documents;

/// <summary>
/// A campaign's deadlines as a calendar to subscribe to. A moved deadline is the same entry on another day; the file changes
/// only when a deadline does.
/// </summary>
internal static class DeadlineCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>How often calendars are asked to look again.</summary>
    private const string LookAgain = "PT6H";

    // A deadline at an hour takes up the half hour before it.
    private static readonly TimeSpan BeforeHour = TimeSpan.FromMinutes(30);

    /// <summary>The file.</summary>
    public static byte[] Write(OfficeId office, string zone, Campaign campaign, IReadOnlyList<Deadline> deadlines)
    {
        var text = new CalendarLines().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//SafetyMonth//Deadlines//ZH")
            .Line("CALSCALE", "GREGORIAN").Line("METHOD", "PUBLISH")
            .Text("NAME", DeadlineText.CalendarName(campaign)).Text("X-WR-CALNAME", DeadlineText.CalendarName(campaign)).Line("X-WR-TIMEZONE", zone)
            .Line("REFRESH-INTERVAL;VALUE=DURATION", LookAgain).Line("X-PUBLISHED-TTL", LookAgain);
        foreach (var deadline in deadlines) Add(text, office, deadline);
        return text.Line("END", "VCALENDAR").ToBytes();
    }

    private static void Add(CalendarLines text, OfficeId office, Deadline deadline)
    {
        var uid = string.Create(CultureInfo.InvariantCulture, $"{deadline.Of.Campaign}-{deadline.Of.Obligation}-{deadline.Of.Day:yyyyMMdd}-{office.Value:n}@safetymonth");
        text.Line("BEGIN", "VEVENT").Text("UID", uid).Line("DTSTAMP", CalendarLines.Instant(deadline.RevisedAt))
            .Line("LAST-MODIFIED", CalendarLines.Instant(deadline.RevisedAt)).Line("SEQUENCE", deadline.Revision.ToString(CultureInfo.InvariantCulture));
        if (deadline.Obligation.Time is null)
        {
            text.Line("DTSTART;VALUE=DATE", CalendarLines.Day(deadline.Occurrence.Deadline)).Line("DTEND;VALUE=DATE", CalendarLines.Day(deadline.Occurrence.Deadline.AddDays(1)));
        }
        else
        {
            text.Line("DTSTART", CalendarLines.Instant(deadline.Occurrence.ClosesAt - BeforeHour)).Line("DTEND", CalendarLines.Instant(deadline.Occurrence.ClosesAt));
        }

        text.Text("SUMMARY", DeadlineText.Summary(deadline)).Text("DESCRIPTION", DeadlineText.Description(deadline))
            .Line("STATUS", "CONFIRMED").Line("TRANSP", "TRANSPARENT").Line("END", "VEVENT");
    }
}

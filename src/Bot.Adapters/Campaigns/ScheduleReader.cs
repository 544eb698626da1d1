using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>Reads when an obligation is due; each schedule takes its own keys and no other.</summary>
internal sealed class ScheduleReader(YamlFaults faults)
{
    private static readonly (string Word, string[] Needs, string[] May)[] Takes =
    [
        ("once", ["due"], []),
        ("dates", ["due"], []),
        ("daily", ["from", "to"], []),
        ("weekly", ["from", "to"], ["weekday"]),
        ("biweekly", ["weekday", "from", "to"], []),
        ("monthly", ["day", "from", "to"], []),
        ("quarterly", ["month", "day", "from", "to"], []),
        ("per_activity", ["days"], []),
        ("unspecified", [], []),
    ];

    private static readonly string[] AllKeys = ["due", "weekday", "day", "month", "days", "from", "to"];

    /// <summary>The words for the schedules.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Takes.Select(take => take.Word)];

    /// <summary>The schedule; null where it could not be read.</summary>
    public Schedule? Read(Section section)
    {
        if (section.Word("schedule") is not { } word || !KeysFit(section, Takes.First(take => take.Word == word)))
            return null;
        return word switch
        {
            "once" => section.Day("due") is { } due ? new Schedule.Once(due) : null,
            "dates" => new Schedule.Dates(Rising(section, "due", section.Day)),
            "daily" => Span(section, section.Day, (from, to) => new Schedule.Daily(from, to)),
            "weekly" => Span(section, section.Day, (from, to) => new Schedule.Weekly(Weekdays(section), from, to)),
            "biweekly" => Span(section, section.Day, (from, to) => Biweekly(section, from, to)),
            "monthly" => Span(section, section.Month, (from, to) => new Schedule.Monthly(Rising(section, "day", node => MonthDay(section, node)), from, to)),
            "quarterly" => Span(section, section.Month, (from, to) => Quarterly(section, from, to)),
            "per_activity" => section.Number("days", 0, 366) is { } days ? new Schedule.PerActivity(days) : null,
            _ => new Schedule.Unspecified(),
        };
    }

    private bool KeysFit(Section section, (string Word, string[] Needs, string[] May) take)
    {
        var fits = true;
        var goesWith = take.Needs.Length + take.May.Length == 0 ? "no day" : string.Join(", ", take.Needs.Concat(take.May));
        foreach (var key in AllKeys.Where(key => section.Find(key) is not null && !take.Needs.Contains(key) && !take.May.Contains(key)))
        {
            faults.Add(section.Place(key), $"{key} with the schedule {take.Word}", $"{goesWith} with it");
            fits = false;
        }

        foreach (var key in take.Needs.Where(key => section.Find(key) is null))
        {
            faults.Add(section.Place("schedule"), $"the schedule {take.Word} without {key}", $"{goesWith} with it");
            fits = false;
        }

        return fits;
    }

    private Schedule? Span(Section section, Func<string, DateOnly?> day, Func<DateOnly, DateOnly, Schedule?> make)
    {
        if ((day("from"), day("to")) is not ({ } from, { } to))
            return null;
        if (from <= to)
            return make(from, to);
        faults.Add(section.Place("to"), section.Find("to")!.Describe(), "a time not before from");
        return null;
    }

    private Schedule.Biweekly? Biweekly(Section section, DateOnly from, DateOnly to)
    {
        if (Weekdays(section) is not [var day])
        {
            faults.Add(section.Place("weekday"), section.Find("weekday")!.Describe(), "one day of the week");
            return null;
        }

        if (from.DayOfWeek == day)
            return new Schedule.Biweekly(day, from, to);
        faults.Add(section.Place("from"), section.Find("from")!.Describe(), "the first due day, on that day of the week");
        return null;
    }

    private static Schedule.Quarterly? Quarterly(Section section, DateOnly from, DateOnly to) =>
        (section.Number("month", 1, 3), MonthDay(section, section.Find("day")!)) is ({ } month, { } day)
            ? new Schedule.Quarterly(month, day, from, to)
            : null;

    private IReadOnlyList<DayOfWeek> Weekdays(Section section) => Rising(section, "weekday", node =>
    {
        if (node is YamlNode.Text { Value: var word } && Words.Weekdays.ToList().IndexOf(word) is var at and >= 0)
            return (DayOfWeek?)((at + 1) % 7);
        faults.Add(node, Words.Or(Words.Weekdays));
        return null;
    });

    private static int? MonthDay(Section section, YamlNode node) =>
        node is YamlNode.Text { Value: "last" } ? 0 : section.Number(node, 1, 31);

    /// <summary>One value or a list of different ones.</summary>
    private List<T> Rising<T>(Section section, string key, Func<YamlNode, T?> read)
        where T : struct
    {
        var values = new List<T>();
        foreach (var node in section.OneOrMore(key))
        {
            if (read(node) is not { } value)
                continue;
            if (values.Contains(value))
                faults.Add(node.At, $"{node.Describe()} again", "each once");
            values.Add(value);
        }

        return values;
    }
}

using System.Buffers;
using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>The table for a plan that prints none: a row for each of its main activities, so that what is reported can be counted.</summary>
internal static class ActivityForm
{
    private const int LongestPhrase = 60;
    private static readonly SearchValues<char> Stops = SearchValues.Create("，；、。,;");

    /// <summary>The form.</summary>
    /// <param name="reading">The plan.</param>
    /// <param name="subject">The campaign's subject.</param>
    /// <param name="named">The table the plan names without printing it; null: it names none.</param>
    public static Form Of(PlanReading reading, string subject, PlanForm? named)
    {
        var names = new SlotNames();
        var headings = PlainText.All(reading.Activities);
        if (headings.Count == 0)
            headings = [$"开展“{subject}”活动"];
        return new Form
        {
            Id = new FormId("form1"),
            Attachment = named is { Attachment: <= 99 } ? named.Attachment : 0,
            Name = PlainText.Or(named?.Name, string.Create(CultureInfo.InvariantCulture, $"“{subject}”活动进展情况统计表")),
            Subject = subject,
            Origin = FormOrigin.Ours,
            Columns = ["活动项目", "活动进展情况"],
            Rows = [.. headings.Distinct(StringComparer.Ordinal).Select((heading, nth) => Row(heading, nth + 1, names))],
        };
    }

    private static FormRow Row(string heading, int number, SlotNames names)
    {
        var phrase = Short(heading);
        var held = Blank(heading, number, phrase, "场", names);
        var attended = Blank(heading, number, $"{phrase} · 参与", "人次", names);
        return new FormRow { Name = heading, Lines = [$"{phrase}（{{{held.Id}}}）场，参与（{{{attended.Id}}}）人次。"], Slots = [held, attended] };
    }

    private static Slot Blank(string row, int number, string phrase, string measure, SlotNames names) =>
        new() { Id = names.Next("", number, phrase, measure), Phrase = phrase, Measure = measure, Aggregate = Aggregate.Sum };

    // A heading that is a whole paragraph is called by its beginning.
    private static string Short(string heading)
    {
        if (heading.Length <= LongestPhrase)
            return heading;
        var stop = heading.AsSpan(0, LongestPhrase).LastIndexOfAny(Stops);
        return heading[..(stop > 3 ? stop : LongestPhrase)];
    }
}

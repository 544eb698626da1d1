using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Domain.Campaigns;
using Bot.Domain.Plans;

namespace Bot.Host.Verbs;

/// <summary>A plan's reading as JSON, in the form of plans/README.md with what <c>plan compile</c> adds.</summary>
internal static class PlanJson
{
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The reading.</summary>
    public static JsonObject Of(PlanReading reading, string id) => new()
    {
        ["id"] = id,
        ["title"] = reading.Title,
        ["document_number"] = reading.DocumentNumber,
        ["year"] = reading.Year,
        ["edition"] = reading.Edition,
        ["theme"] = reading.Theme,
        ["period"] = reading.Period is { } period ? new JsonObject { ["from"] = Day(period.From), ["to"] = Day(period.To) } : null,
        ["events"] = new JsonArray([.. reading.Events.Select(held => new JsonObject { ["date"] = Day(held.Day), ["name"] = held.Name })]),
        ["activities"] = Texts(reading.Activities),
        ["obligations"] = new JsonArray([.. reading.Obligations.Select(duty => Obligation(duty, reading.Subject))]),
        ["attachments"] = Texts(reading.Attachments),
        ["forms"] = new JsonArray([.. reading.Forms.Select(Form)]),
        ["unsure"] = new JsonArray([.. reading.Unsure.Select(doubt => new JsonObject { ["path"] = doubt.Path, ["sentence"] = doubt.Sentence, ["reason"] = doubt.Reason })]),
    };

    private static JsonObject Obligation(PlanObligation obligation, string? main)
    {
        var json = new JsonObject { ["id"] = obligation.Id, ["kind"] = Lower(obligation.Kind.ToString()) };
        Add(json, obligation.Schedule);
        if (obligation.Time is { } time)
            json["time"] = time.ToString();
        json["subject"] = obligation.Subject ?? main;
        json["asks"] = Texts([.. Enum.GetValues<Asked>().Where(part => part != Asked.Nothing && obligation.Asks.HasFlag(part)).Select(part => JsonNamingPolicy.SnakeCaseLower.ConvertName(part.ToString()))]);
        json["addressees"] = Texts(obligation.Addressees);
        return json;
    }

    private static void Add(JsonObject json, Schedule schedule)
    {
        json["schedule"] = schedule is Schedule.PerActivity ? "per_activity" : Lower(schedule.GetType().Name);
        switch (schedule)
        {
            case Schedule.Once once:
                json["due"] = Day(once.Due);
                break;
            case Schedule.Dates dates:
                json["due"] = Texts([.. dates.Due.Select(Day)]);
                break;
            case Schedule.Daily daily:
                Span(json, Day(daily.From), Day(daily.To));
                break;
            case Schedule.Weekly weekly:
                json["weekday"] = weekly.Days.Count switch
                {
                    0 => null,
                    1 => Weekdays[(int)weekly.Days[0]],
                    _ => Texts([.. weekly.Days.Select(day => Weekdays[(int)day])]),
                };
                Span(json, Day(weekly.From), Day(weekly.To));
                break;
            case Schedule.Biweekly two:
                json["weekday"] = Weekdays[(int)two.Day];
                Span(json, Day(two.From), Day(two.To));
                break;
            case Schedule.Monthly monthly:
                json["day"] = monthly.Days.Count == 1 ? MonthDay(monthly.Days[0]) : new JsonArray([.. monthly.Days.Select(MonthDay)]);
                Span(json, Month(monthly.FromMonth), Month(monthly.ToMonth));
                break;
            case Schedule.Quarterly quarterly:
                json["month"] = quarterly.Month;
                json["day"] = MonthDay(quarterly.Day);
                Span(json, Month(quarterly.FromMonth), Month(quarterly.ToMonth));
                break;
            case Schedule.PerActivity each:
                json["days"] = each.Days;
                break;
        }
    }

    private static JsonObject Form(PlanForm form) => new()
    {
        ["name"] = form.Name,
        ["slots"] = !form.Printed ? null : new JsonArray([.. form.Rows.SelectMany(row => row.Slots.Select(slot => new JsonObject
        {
            ["slot"] = slot.Id.ToString(),
            ["row"] = row.Name,
            ["phrase"] = slot.Phrase,
            ["measure"] = slot.Measure,
        }))]),
    };

    private static void Span(JsonObject json, string from, string to) => (json["from"], json["to"]) = (from, to);

    private static JsonNode MonthDay(int day) => day == 0 ? "last" : day;

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Lower(string word) => JsonNamingPolicy.CamelCase.ConvertName(word);
}

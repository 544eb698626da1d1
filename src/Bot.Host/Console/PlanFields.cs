using System.Globalization;
using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Plans;

namespace Bot.Host.Console;

/// <summary>Reads the small forms of a draft's page.</summary>
internal static class PlanFields
{
    /// <summary>The longest text of one field.</summary>
    public const int Longest = 200;

    private const string BadDay = "日期请写成2024-06-13这样。";
    private const int MostEvents = 60;

    /// <summary>What is said of the plan as a whole, as far as it differs.</summary>
    public static (IReadOnlyList<PlanCorrection> Corrections, IReadOnlyDictionary<string, string> Faults) Head(IFormCollection form, PlanReading reading)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var corrections = new List<PlanCorrection>();
        var edition = Text(form, "edition") is { } written ? Number(written, 1, 200) : null;
        if (Text(form, "edition") is not null && edition is null) faults["edition"] = "届次请填1到200的整数。";
        if (Text(form, "title") is null) faults["title"] = "请填写标题。";
        var head = new PlanCorrection.Head(Text(form, "title"), Text(form, "subject"), Text(form, "theme"), Text(form, "number"), edition);
        if (head != new PlanCorrection.Head(reading.Title, reading.Subject, reading.Theme, reading.DocumentNumber, reading.Edition)) corrections.Add(head);
        if (!form.TryDay("from", out var from)) faults["from"] = BadDay;
        if (!form.TryDay("to", out var to)) faults["to"] = BadDay;
        if ((from, to) is ({ } first, { } last))
        {
            if (last < first) faults["to"] = "结束日不能早于开始日。";
            else if (reading.Period != new DaySpan(first, last)) corrections.Add(new PlanCorrection.Period(new DaySpan(first, last)));
        }
        else if ((from is null) != (to is null) && faults.Count == 0)
        {
            faults[from is null ? "from" : "to"] = "起止两天都要填。";
        }

        return (corrections, faults);
    }

    /// <summary>The dated activities as they stand in the form; rows without a name are gone.</summary>
    public static (IReadOnlyList<CampaignEvent> Events, IReadOnlyDictionary<string, string> Faults) Events(IFormCollection form)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var events = new List<CampaignEvent>();
        for (var nth = 0; nth < MostEvents; nth++)
        {
            var name = Names.Clean(form[$"name.{nth}"]);
            if (name.Length is 0 or > Longest || form.Ticked($"remove.{nth}")) continue;
            if (FormFields.TryReadDay(form[$"day.{nth}"], out var day) && day is { } good) events.Add(new CampaignEvent(good, name));
            else faults["events"] = $"“{name}”的日期没有填好。{BadDay}";
        }

        return (events, faults);
    }

    /// <summary>What was entered, with what is wrong.</summary>
    public static Entered Wrong(IFormCollection form, IReadOnlyDictionary<string, string> faults) => new()
    {
        Values = form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal), Faults = faults,
    };

    /// <summary>A text field; null: empty.</summary>
    public static string? Text(IFormCollection form, string field) =>
        Names.Clean(form[field]) is { Length: > 0 } text ? text.Length > Longest ? text[..Longest] : text : null;

    /// <summary>A whole number within bounds; null: it is none.</summary>
    public static int? Number(string? written, int least, int most) =>
        int.TryParse(written?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}

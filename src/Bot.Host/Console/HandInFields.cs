using System.Globalization;
using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Plans;

namespace Bot.Host.Console;

/// <summary>The form of a hand-in: what stands in its fields, and what was meant by them.</summary>
internal static class HandInFields
{
    private const string BadDay = "日期请写成2024-06-13这样。";

    /// <summary>The rules, in the order people meet them.</summary>
    public static readonly IReadOnlyList<(string Key, string Label)> Rules =
    [
        ("once", "一次，某天前"), ("dates", "几个日子，各一次"), ("daily", "每天"), ("weekly", "每周"), ("biweekly", "每两周"), ("monthly", "每月"), ("quarterly", "每季度"),
        ("activity", "每次活动后"), ("open", "没有定日子（及时报送）"),
    ];

    /// <summary>What stands in the fields for a hand-in.</summary>
    public static IReadOnlyDictionary<string, string> Values(PlanObligation handIn, PlanReading reading)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = handIn.Kind.ToString(), ["thing"] = handIn.Thing, ["hour"] = handIn.Time?.ToString() ?? "", ["addressees"] = string.Join('、', handIn.Addressees),
            ["where"] = handIn.Where ?? "", ["subject"] = handIn.Subject ?? "", ["form"] = handIn.Form is { } at && at < reading.Forms.Count ? reading.Forms[at].Name : "",
            ["from"] = FormFields.Field(reading.Period?.From), ["to"] = FormFields.Field(reading.Period?.To), ["count"] = "0", ["month"] = "3", ["day"] = "25",
        };
        foreach (var part in Enum.GetValues<Asked>().Where(part => part != Asked.Nothing && handIn.Asks.HasFlag(part))) values[$"ask.{part}"] = "1";
        Put(values, handIn.Schedule);
        return values;
    }

    /// <summary>The hand-in that is meant, or what is wrong.</summary>
    /// <param name="form">What was entered.</param>
    /// <param name="basis">The hand-in as it stands.</param>
    /// <param name="forms">The forms as the program reads them: a hand-in names its form by its place there.</param>
    public static (PlanObligation? HandIn, IReadOnlyDictionary<string, string> Faults) Read(IFormCollection form, PlanObligation basis, IReadOnlyList<PlanForm> forms)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Enum.TryParse<ObligationKind>(form["kind"], out var kind) || !Enum.IsDefined(kind)) faults["kind"] = "请选择报什么。";
        var schedule = ScheduleOf(form, faults);
        var hour = HourOf(form, faults);
        if (faults.Count > 0 || schedule is null) return (null, faults);
        var asks = Enum.GetValues<Asked>().Where(part => form.Ticked($"ask.{part}")).Aggregate(Asked.Nothing, (all, part) => all | part);
        var at = forms.ToList().FindIndex(f => f.Name == form["form"].ToString());
        return (basis with
        {
            Kind = kind, Thing = PlanFields.Text(form, "thing") ?? ScheduleText.Name(kind), Schedule = schedule, Time = hour, Subject = PlanFields.Text(form, "subject"), Asks = asks,
            Addressees = Names.Several(form["addressees"]), Where = PlanFields.Text(form, "where"), Form = at < 0 ? null : at,
        }, faults);
    }

    private static void Put(Dictionary<string, string> values, Schedule schedule)
    {
        switch (schedule)
        {
            case Schedule.Once once:
                (values["rule"], values["due"]) = ("once", FormFields.Field(once.Due));
                break;
            case Schedule.Dates dates:
                (values["rule"], values["dates"]) = ("dates", string.Join('、', dates.Due.Select(day => FormFields.Field(day))));
                break;
            case Schedule.Daily daily:
                values["rule"] = "daily";
                Put(values, daily.From, daily.To);
                break;
            case Schedule.Weekly weekly:
                values["rule"] = "weekly";
                foreach (var day in weekly.Days) values[$"weekday.{day}"] = "1";
                Put(values, weekly.From, weekly.To);
                break;
            case Schedule.Biweekly two:
                (values["rule"], values[$"weekday.{two.Day}"]) = ("biweekly", "1");
                Put(values, two.From, two.To);
                break;
            case Schedule.Monthly monthly:
                (values["rule"], values["day"]) = ("monthly", string.Join('、', monthly.Days.Select(DayOfMonth)));
                Put(values, monthly.FromMonth, monthly.ToMonth);
                break;
            case Schedule.Quarterly quarterly:
                (values["rule"], values["month"], values["day"]) = ("quarterly", quarterly.Month.ToString(CultureInfo.InvariantCulture), DayOfMonth(quarterly.Day));
                Put(values, quarterly.FromMonth, quarterly.ToMonth);
                break;
            case Schedule.PerActivity each:
                (values["rule"], values["count"]) = ("activity", each.Days.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                values["rule"] = "open";
                break;
        }
    }

    private static void Put(Dictionary<string, string> values, DateOnly from, DateOnly to) => (values["from"], values["to"]) = (FormFields.Field(from), FormFields.Field(to));

    private static string DayOfMonth(int day) => day == 0 ? "月底" : day.ToString(CultureInfo.InvariantCulture);

    private static Schedule? ScheduleOf(IFormCollection form, Dictionary<string, string> faults)
    {
        switch (form["rule"].ToString())
        {
            case "once":
                return form.TryDay("due", out var due) && due is { } day ? new Schedule.Once(day) : Fault(faults, "due", "请填写截止的日子。");
            case "dates":
                var days = form["dates"].ToString().Split(['、', ',', '，', ' ', '\n', '\r', ';', '；'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(written => FormFields.TryReadDay(written, out var read) ? read : null).ToList();
                return days.Count > 0 && days.TrueForAll(d => d is not null)
                    ? new Schedule.Dates([.. days.Select(d => d!.Value).Distinct().Order()])
                    : Fault(faults, "dates", $"请填写各个截止日，用顿号隔开。{BadDay}");
            case "daily":
                return Span(form, faults) is { } daily ? new Schedule.Daily(daily.From, daily.To) : null;
            case "weekly":
                return Span(form, faults) is { } weekly ? new Schedule.Weekly(Weekdays(form), weekly.From, weekly.To) : null;
            case "biweekly":
                return Weekdays(form) is not [var weekday] ? Fault(faults, "weekday", "每两周一次的，请选定一个星期几。") : Span(form, faults) is { } two ? Biweekly(weekday, two, faults) : null;
            case "monthly":
                return DaysOfMonth(form, faults) is not { } inMonth || Span(form, faults) is not { } months ? null : new Schedule.Monthly(inMonth, First(months.From), First(months.To));
            case "quarterly":
                if (DaysOfMonth(form, faults) is not { } inQuarter || Span(form, faults) is not { } quarters) return null;
                return inQuarter is [var one] && PlanFields.Number(form["month"], 1, 3) is { } month
                    ? new Schedule.Quarterly(month, one, First(quarters.From), First(quarters.To))
                    : Fault(faults, "day", "每季度报一次的，请填写一个日子。");
            case "activity":
                return PlanFields.Number(form["count"], 0, 366) is { } count ? new Schedule.PerActivity(count) : Fault(faults, "count", "请填0到366的整数，0是当天。");
            case "open":
                return new Schedule.Unspecified();
            default:
                return Fault(faults, "rule", "请选择什么时候报。");
        }
    }

    private static Schedule? Biweekly(DayOfWeek weekday, DaySpan span, Dictionary<string, string> faults)
    {
        var first = span.From;
        while (first.DayOfWeek != weekday) first = first.AddDays(1);
        return first <= span.To ? new Schedule.Biweekly(weekday, first, span.To) : Fault(faults, "to", "这段时间里没有这个星期几。");
    }

    private static DaySpan? Span(IFormCollection form, Dictionary<string, string> faults)
    {
        if (form.TryDay("from", out var from) && form.TryDay("to", out var to) && (from, to) is ({ } first, { } last))
        {
            if (first <= last) return new DaySpan(first, last);
            faults["to"] = "结束日不能早于开始日。";
        }
        else
        {
            faults["from"] = $"请填写从哪天到哪天。{BadDay}";
        }

        return null;
    }

    private static IReadOnlyList<int>? DaysOfMonth(IFormCollection form, Dictionary<string, string> faults)
    {
        var days = form["day"].ToString().Split(['、', ',', '，', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(written => written is "月底" or "月末" ? 0 : PlanFields.Number(written.TrimEnd('日', '号'), 1, 31)).ToList();
        if (days.Count > 0 && days.TrueForAll(day => day is not null)) return [.. days.Select(day => day!.Value).Distinct().OrderBy(day => day == 0 ? 32 : day)];
        faults["day"] = "请填几日，如25；几个日子用顿号隔开，月底就写月底。";
        return null;
    }

    private static IReadOnlyList<DayOfWeek> Weekdays(IFormCollection form) => [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).Where(day => form.Ticked($"weekday.{day}"))];

    private static PlanHour? HourOf(IFormCollection form, Dictionary<string, string> faults)
    {
        var written = form["hour"].ToString().Trim();
        if (written.Length == 0) return null;
        if (written == "24:00") return new PlanHour(24, 0);
        if (StepFields.TryHour(written, out var hour)) return new PlanHour(hour.Hour, hour.Minute);
        faults["hour"] = "时刻请写成17:30这样。";
        return null;
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static Schedule? Fault(Dictionary<string, string> faults, string field, string sentence)
    {
        faults.TryAdd(field, sentence);
        return null;
    }
}

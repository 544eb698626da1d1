using System.Globalization;
using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;

namespace Bot.Host.Console;

/// <summary>The form of an obligation's settings: what stands in its fields, and what was meant by them.</summary>
internal sealed record PolicyForm
{
    private const string BadDay = "日期请写成2024-06-13这样。";
    private const string BadHour = "时刻请写成09:00这样。";
    private const string BadStep = "天数请填0到30的整数，时刻请写成09:00这样。";
    private const int MostRows = 60;

    /// <summary>The steps as they stand in the form.</summary>
    public required IReadOnlyList<StepFields> Steps { get; init; }

    /// <summary>The other fields, and what is wrong with them.</summary>
    public required Entered Entered { get; init; }

    /// <summary>What was meant; null: something is wrong.</summary>
    public required ObligationSettings? Draft { get; init; }

    /// <summary>How many fields have to be changed.</summary>
    public int Wrong => Entered.Faults.Count + Steps.Count(s => s.Fault is not null);

    /// <summary>The form before anything was entered.</summary>
    public static PolicyForm Of(ObligationSettings settings) => new()
    {
        Entered = Entered.Nothing, Draft = settings,
        Steps = [.. settings.Pushes.Steps.OrderBy(s => s.Day == StepDay.WorkingDaysAfter ? s.Count : -s.Count).ThenBy(s => s.At).Select(StepFields.Of)],
    };

    /// <summary>Reads what was entered.</summary>
    public static PolicyForm Read(IFormCollection form, PolicySheet sheet)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var fields = StepsOf(form).ConvertAll(f => f.Read() is null ? f with { Fault = BadStep } : f);
        var steps = fields.ConvertAll(f => f.Read());
        var (period, obligation) = (sheet.Campaign.Active.Campaign.Period, sheet.Obligation);
        var policy = new PushPolicy
        {
            Steps = Named(steps.OfType<PushStep>()), Audience = Choice(form["audience"], PushAudience.Group),
            QuietFrom = HourOf(form, "quietfrom", faults), QuietTo = HourOf(form, "quietto", faults), Thanks = form.Ticked("thanks"),
        };
        var draft = new ObligationSettings
        {
            Pushes = policy, Schedule = obligation.Schedule is Schedule.Unspecified ? ScheduleOf(form, period, faults) : null,
            EarlierDays = NumberOf(form["earlier"]) ?? -1, CutOff = DayOf(form, "cutoff", faults),
        };

        var broken = faults.Count > 0 || steps.Contains(null);
        foreach (var fault in broken ? [] : SettingsCheck.Faults(obligation, period, draft))
        {
            var sentence = PushWords.Of(fault.Code, obligation.Time);
            if (fault.Step is { } at) fields[at] = fields[at] with { Fault = fields[at].Fault ?? sentence };
            else faults[PushWords.FieldOf(fault.Code) ?? "steps"] = sentence;
        }

        var wrong = broken || faults.Count > 0 || fields.Exists(f => f.Fault is not null);
        return new PolicyForm
        {
            Steps = wrong ? fields : [.. policy.Steps.Select(StepFields.Of)], Draft = wrong ? null : draft,
            Entered = new Entered { Values = form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal), Faults = faults },
        };
    }

    // Rows marked to be removed and those nothing was chosen in are gone.
    private static List<StepFields> StepsOf(IFormCollection form) =>
    [
        .. Enumerable.Range(0, MostRows).Where(i => form[$"kind.{i}"].ToString().Length > 0 && !form.Ticked($"remove.{i}")).Select(i => new StepFields(
            form[$"name.{i}"].ToString(), form[$"kind.{i}"].ToString(), form[$"day.{i}"].ToString(), form[$"count.{i}"].ToString().Trim(), form[$"at.{i}"].ToString().Trim())),
    ];

    // A new step is named by its rule: taken out and put back it is the same, and not pushed twice.
    private static List<PushStep> Named(IEnumerable<PushStep> steps)
    {
        var all = steps.ToList();
        var taken = all.Select(s => s.Name).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Name.Length > 0) continue;
            var rule = all[i].Day switch { StepDay.DaysBefore => "d", StepDay.WorkingDaysBefore => "w", _ => "after" };
            var name = string.Create(CultureInfo.InvariantCulture, $"{all[i].Kind}-{rule}{all[i].Count}-{all[i].At:HHmm}").ToLowerInvariant();
            var free = name;
            for (var more = 2; !taken.Add(free); more++) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{more}");
            all[i] = all[i] with { Name = free };
        }

        return all;
    }

    private static Schedule? ScheduleOf(IFormCollection form, DaySpan period, Dictionary<string, string> faults)
    {
        switch (form["schedule"].ToString())
        {
            case "":
                return null;
            case "once" when DayOf(form, "once", faults) is { } day:
                return new Schedule.Once(day);
            case "once":
                faults.TryAdd("once", "请填写截止的日子。");
                return null;
            case "weekly":
                return new Schedule.Weekly(Enum.TryParse<DayOfWeek>(form["weekday"], out var weekday) && Enum.IsDefined(weekday) ? [weekday] : [], period.From, period.To);
            case "monthly":
                var first = new DateOnly(period.From.Year, period.From.Month, 1);
                return new Schedule.Monthly(NumberOf(form["monthday"]) is { } at ? [at] : [], first, new DateOnly(period.To.Year, period.To.Month, 1));
            default:
                faults["schedule"] = PushWords.Of(SettingsFaultCode.UnknownSchedule, null);
                return null;
        }
    }

    private static TimeOnly HourOf(IFormCollection form, string field, Dictionary<string, string> faults)
    {
        if (StepFields.TryHour(form[field].ToString().Trim(), out var hour)) return hour;
        faults[field] = BadHour;
        return default;
    }

    private static DateOnly? DayOf(IFormCollection form, string field, Dictionary<string, string> faults)
    {
        if (!form.TryDay(field, out var day)) faults[field] = BadDay;
        return day;
    }

    private static T Choice<T>(string? written, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(written, out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;

    private static int? NumberOf(string? written) => int.TryParse(written?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A step's row of the form, as it was written.</summary>
internal sealed record StepFields(string Name, string Kind, string Day, string Count, string At, string? Fault = null)
{
    /// <summary>A row to add a step in.</summary>
    public static StepFields Blank { get; } = new("", "", nameof(StepDay.DaysBefore), "1", "09:00");

    public static StepFields Of(PushStep step) =>
        new(step.Name, step.Kind.ToString(), step.Day.ToString(), step.Count.ToString(CultureInfo.InvariantCulture), PushWords.Hour(step.At));

    /// <summary>The step that is meant; null: the row is not written as one.</summary>
    public PushStep? Read() =>
        Enum.TryParse<PushKind>(Kind, out var kind) && Enum.IsDefined(kind) && Enum.TryParse<StepDay>(Day, out var day) && Enum.IsDefined(day)
        && int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && TryHour(At, out var hour)
            ? new PushStep { Name = Name, Kind = kind, Day = day, Count = count, At = hour }
            : null;

    public static bool TryHour(string written, out TimeOnly hour) =>
        TimeOnly.TryParseExact(written, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out hour);
}

using Bot.Domain.Campaigns;
using Bot.Domain.Reminders;

namespace Bot.Domain.Dues;

/// <summary>What is wrong with what an office wants to set for an obligation.</summary>
public static class SettingsCheck
{
    /// <summary>The most steps of a policy.</summary>
    public const int MostSteps = 20;

    /// <summary>The farthest a step or an earlier day lies from the deadline, in days.</summary>
    public const int FarthestDays = 30;

    /// <summary>How far from the campaign's days a deadline of the office's own may lie.</summary>
    public const int FarthestFromPeriod = 92;

    private const int LongestName = 40;

    // What is pushed beside the policy's steps has names of its own; these are their beginnings.
    private static readonly string[] TakenNames = ["thanks", "nudge-", "rollup-complete", "rollup-corrected", "prefill-again-"];

    /// <summary>All that is wrong; none: it may be kept.</summary>
    /// <param name="obligation">What it is set for.</param>
    /// <param name="period">The campaign's days.</param>
    /// <param name="settings">What is to be set.</param>
    public static IReadOnlyList<SettingsFault> Faults(Obligation obligation, DaySpan period, ObligationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(settings);
        if (ScheduleFault(obligation, period, settings) is { } schedule) return [new SettingsFault(schedule)];
        var faults = new List<SettingsFault>();
        if (settings.EarlierDays is < 0 or > FarthestDays) faults.Add(new SettingsFault(SettingsFaultCode.EarlierDays));
        else Days(obligation, period, settings, faults);
        Steps(obligation, settings, faults);
        return faults;
    }

    private static SettingsFaultCode? ScheduleFault(Obligation obligation, DaySpan period, ObligationSettings settings) => settings.Schedule switch
    {
        null => null,
        _ when obligation.Schedule is not Schedule.Unspecified => SettingsFaultCode.ScheduleIsThePlans,
        Schedule.Once once when once.Due < period.From.AddDays(-FarthestFromPeriod) || once.Due > period.To.AddDays(FarthestFromPeriod) => SettingsFaultCode.FarFromPeriod,
        Schedule.Weekly { Days.Count: 0 } => SettingsFaultCode.NoWeekday,
        Schedule.Monthly monthly when monthly.Days.Count == 0 || monthly.Days.Any(d => d is < 0 or > 31) => SettingsFaultCode.NoMonthDay,
        Schedule.Once or Schedule.Weekly or Schedule.Monthly => null,
        _ => SettingsFaultCode.UnknownSchedule,
    };

    private static void Days(Obligation obligation, DaySpan period, ObligationSettings settings, List<SettingsFault> faults)
    {
        var none = new Dictionary<DateOnly, DateOnly>();
        var days = Occurrences.Of(obligation, period, settings with { EarlierDays = 0 }, none, TimeZoneInfo.Utc).Select(o => o.Day).ToList();
        if (days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber).Any(gap => settings.EarlierDays >= gap))
            faults.Add(new SettingsFault(SettingsFaultCode.EarlierThanBefore));
        if (settings.CutOff is not { } cutOff) return;
        if (days.Count > 1) faults.Add(new SettingsFault(SettingsFaultCode.CutOffRecurring));
        else if (cutOff < period.From || days.Any(d => cutOff > d.AddDays(-settings.EarlierDays))) faults.Add(new SettingsFault(SettingsFaultCode.CutOff));
    }

    private static void Steps(Obligation obligation, ObligationSettings settings, List<SettingsFault> faults)
    {
        var policy = settings.Pushes;
        var usual = PushPolicy.Default(obligation, settings.Schedule).Steps;
        if (policy.Steps.Count > MostSteps) faults.Add(new SettingsFault(SettingsFaultCode.TooManySteps));
        var (names, rules) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<PushStep>());
        foreach (var (at, step) in policy.Steps.Index())
        {
            if (!IsName(step.Name)) faults.Add(new SettingsFault(SettingsFaultCode.Name, at));
            else if (!names.Add(step.Name)) faults.Add(new SettingsFault(SettingsFaultCode.NameTwice, at));
            else if (!rules.Add(step with { Name = "" })) faults.Add(new SettingsFault(SettingsFaultCode.SameTwice, at));
            if (StepFault(step, policy, obligation.Time, usual) is { } fault) faults.Add(new SettingsFault(fault, at));
        }
    }

    private static SettingsFaultCode? StepFault(PushStep step, PushPolicy policy, TimeOnly? dueHour, IReadOnlyList<PushStep> usual) => step switch
    {
        { Count: < 0 or > FarthestDays } => SettingsFaultCode.Count,
        { Count: 0, Day: not StepDay.DaysBefore } => SettingsFaultCode.NoWorkingDay,
        { Kind: PushKind.Thanks } => SettingsFaultCode.ThanksIsNoStep,
        { Kind: PushKind.Escalation, Day: not StepDay.WorkingDaysAfter } => SettingsFaultCode.EscalationBefore,
        { Kind: PushKind.Prefill, Day: StepDay.WorkingDaysAfter } => SettingsFaultCode.PrefillAfter,
        _ when QuietHours.Holds(policy, step.At) => SettingsFaultCode.Quiet,

        // The usual steps move themselves; an hour chosen by hand is meant.
        { Count: 0, Day: StepDay.DaysBefore } when step.At >= dueHour && !usual.Contains(step) => SettingsFaultCode.AfterDueHour,
        _ => null,
    };

    // It becomes part of the push's key.
    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !TakenNames.Any(t => name.StartsWith(t, StringComparison.Ordinal));
}

/// <summary>Something that is wrong with settings.</summary>
/// <param name="Code">What.</param>
/// <param name="Step">The place of the step it is about, from 0; null: it is about none.</param>
public readonly record struct SettingsFault(SettingsFaultCode Code, int? Step = null);

/// <summary>What is wrong with settings.</summary>
public enum SettingsFaultCode
{
    /// <summary>The plan gives the days itself.</summary>
    ScheduleIsThePlans,

    /// <summary>Not once, weekly or monthly.</summary>
    UnknownSchedule,

    /// <summary>The day lies far from the campaign.</summary>
    FarFromPeriod,

    /// <summary>Weekly on no day.</summary>
    NoWeekday,

    /// <summary>Monthly by no day, or by one no month has.</summary>
    NoMonthDay,

    /// <summary>Earlier days below 0 or above 30.</summary>
    EarlierDays,

    /// <summary>So many earlier days that a deadline comes before the plan's day of the one before.</summary>
    EarlierThanBefore,

    /// <summary>A cut-off before the campaign or behind the deadline.</summary>
    CutOff,

    /// <summary>One cut-off day for something that is handed in several times.</summary>
    CutOffRecurring,

    /// <summary>More than 20 steps.</summary>
    TooManySteps,

    /// <summary>A step's name that is none.</summary>
    Name,

    /// <summary>Two steps of one name.</summary>
    NameTwice,

    /// <summary>Two steps that do the same.</summary>
    SameTwice,

    /// <summary>Days below 0 or above 30.</summary>
    Count,

    /// <summary>Working days are counted from 1.</summary>
    NoWorkingDay,

    /// <summary>Thanks come when all have reported, not at an hour.</summary>
    ThanksIsNoStep,

    /// <summary>Nobody is overdue before the deadline.</summary>
    EscalationBefore,

    /// <summary>A prefilled form behind the deadline helps nobody.</summary>
    PrefillAfter,

    /// <summary>Its hour lies in the quiet hours.</summary>
    Quiet,

    /// <summary>On the deadline day at or after the due hour.</summary>
    AfterDueHour,
}

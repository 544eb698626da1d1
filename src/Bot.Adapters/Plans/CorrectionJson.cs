using System.Globalization;
using System.Text.Json;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Plans;

namespace Bot.Adapters.Plans;

/// <summary>Corrections as a row keeps them: our own file, so what it does not know it refuses.</summary>
internal static class CorrectionJson
{
    /// <summary>The corrections in their order.</summary>
    public static IReadOnlyList<PlanCorrection> Read(string json) =>
        [.. (JsonSerializer.Deserialize(json, CorrectionWireJson.Default.IReadOnlyListCorrectionWire) ?? []).Select(wire => Correction(wire) with { SaidIn = wire.SaidIn })];

    /// <summary>The corrections as text.</summary>
    public static string Write(IReadOnlyList<PlanCorrection> corrections) =>
        JsonSerializer.Serialize([.. corrections.Select(correction => Wire(correction) with { SaidIn = correction.SaidIn })], CorrectionWireJson.Default.IReadOnlyListCorrectionWire);

    private static CorrectionWire Wire(PlanCorrection correction) => correction switch
    {
        PlanCorrection.Head head => new() { Part = CorrectionPart.Head, Head = new HeadWire(head.Title, head.Subject, head.Theme, head.DocumentNumber, head.Edition) },
        PlanCorrection.Period period => new() { Part = CorrectionPart.Period, From = period.Days.From, To = period.Days.To },
        PlanCorrection.Events events => new() { Part = CorrectionPart.Events, Events = [.. events.All.Select(held => new EventWire(held.Day, held.Name))] },
        PlanCorrection.Activities activities => new() { Part = CorrectionPart.Activities, Activities = activities.All },
        PlanCorrection.HandIn handIn => new() { Part = CorrectionPart.HandIn, HandIn = Wire(handIn.Obligation) },
        PlanCorrection.NoHandIn gone => new() { Part = CorrectionPart.NoHandIn, Name = gone.Id },
        PlanCorrection.Blank blank => new()
        {
            Part = CorrectionPart.Blank,
            Blank = new BlankWire(blank.Slot.Id.Value, blank.Slot.Phrase, blank.Slot.Measure, blank.Slot.Aggregate, blank.Slot.NeedsEvidence, blank.Slot.UnitTypes),
        },
        PlanCorrection.NoBlank gone => new() { Part = CorrectionPart.NoBlank, Name = gone.Slot.Value },
        PlanCorrection.NoForm gone => new() { Part = CorrectionPart.NoForm, Name = gone.Name },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static PlanCorrection Correction(CorrectionWire wire) => wire switch
    {
        { Part: CorrectionPart.Head, Head: { } head } => new PlanCorrection.Head(head.Title, head.Subject, head.Theme, head.DocumentNumber, head.Edition),
        { Part: CorrectionPart.Period, From: { } from, To: { } to } => new PlanCorrection.Period(new DaySpan(from, to)),
        { Part: CorrectionPart.Events, Events: { } events } => new PlanCorrection.Events([.. events.Select(held => new CampaignEvent(held.Day, held.Name))]),
        { Part: CorrectionPart.Activities, Activities: { } activities } => new PlanCorrection.Activities(activities),
        { Part: CorrectionPart.HandIn, HandIn: { } handIn } => new PlanCorrection.HandIn(HandIn(handIn)),
        { Part: CorrectionPart.NoHandIn, Name: { } name } => new PlanCorrection.NoHandIn(name),
        { Part: CorrectionPart.Blank, Blank: { } blank } => new PlanCorrection.Blank(new Slot
        {
            Id = new SlotId(blank.Slot), Phrase = blank.Phrase, Measure = blank.Measure, Aggregate = blank.Aggregate, NeedsEvidence = blank.NeedsEvidence, UnitTypes = blank.UnitTypes,
        }),
        { Part: CorrectionPart.NoBlank, Name: { } name } => new PlanCorrection.NoBlank(new SlotId(name)),
        { Part: CorrectionPart.NoForm, Name: { } name } => new PlanCorrection.NoForm(name),
        _ => throw new JsonException($"A correction {wire.Part} without what it says."),
    };

    private static HandInWire Wire(PlanObligation obligation) => new()
    {
        Id = obligation.Id, Kind = obligation.Kind, Thing = obligation.Thing, Schedule = Keys(obligation.Schedule), Time = obligation.Time?.ToString(), Subject = obligation.Subject,
        Asks = obligation.Asks, Addressees = obligation.Addressees, Where = obligation.Where, Form = obligation.Form, Sentence = obligation.Sentence,
    };

    private static PlanObligation HandIn(HandInWire wire) => new()
    {
        Id = wire.Id, Kind = wire.Kind, Thing = wire.Thing, Schedule = ScheduleOf(wire.Schedule), Time = wire.Time is { } time ? Hour(time) : null, Subject = wire.Subject,
        Asks = wire.Asks, Addressees = wire.Addressees, Where = wire.Where, Form = wire.Form, Sentence = wire.Sentence,
    };

    private static PlanHour Hour(string written) =>
        written.Split(':') is [var hour, var minute]
            ? new PlanHour(int.Parse(hour, CultureInfo.InvariantCulture), int.Parse(minute, CultureInfo.InvariantCulture))
            : throw new JsonException("An hour is written as 17:30.");

    private static ScheduleKeys Keys(Schedule schedule) => schedule switch
    {
        Schedule.Once once => new() { Rule = "once", Due = [once.Due] },
        Schedule.Dates dates => new() { Rule = "dates", Due = dates.Due },
        Schedule.Daily daily => new() { Rule = "daily", From = daily.From, To = daily.To },
        Schedule.Weekly weekly => new() { Rule = "weekly", Weekdays = weekly.Days, From = weekly.From, To = weekly.To },
        Schedule.Biweekly two => new() { Rule = "biweekly", Weekdays = [two.Day], From = two.From, To = two.To },
        Schedule.Monthly monthly => new() { Rule = "monthly", Days = monthly.Days, From = monthly.FromMonth, To = monthly.ToMonth },
        Schedule.Quarterly quarterly => new() { Rule = "quarterly", Month = quarterly.Month, Days = [quarterly.Day], From = quarterly.FromMonth, To = quarterly.ToMonth },
        Schedule.PerActivity each => new() { Rule = "per_activity", Count = each.Days },
        Schedule.Unspecified => new() { Rule = "unspecified" },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Schedule ScheduleOf(ScheduleKeys keys) => keys switch
    {
        { Rule: "once", Due: [var due] } => new Schedule.Once(due),
        { Rule: "dates", Due: { } due } => new Schedule.Dates(due),
        { Rule: "daily", From: { } from, To: { } to } => new Schedule.Daily(from, to),
        { Rule: "weekly", Weekdays: { } days, From: { } from, To: { } to } => new Schedule.Weekly(days, from, to),
        { Rule: "biweekly", Weekdays: [var day], From: { } from, To: { } to } => new Schedule.Biweekly(day, from, to),
        { Rule: "monthly", Days: { } days, From: { } from, To: { } to } => new Schedule.Monthly(days, from, to),
        { Rule: "quarterly", Month: { } month, Days: [var day], From: { } from, To: { } to } => new Schedule.Quarterly(month, day, from, to),
        { Rule: "per_activity", Count: { } count } => new Schedule.PerActivity(count),
        { Rule: "unspecified" } => new Schedule.Unspecified(),
        _ => throw new JsonException($"A schedule {keys.Rule} without its days."),
    };
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;

namespace Bot.Adapters.Storage;

/// <summary>
/// An obligation's settings as they are stored: our own file, so what it does not know it refuses. Only what differs from the
/// defaults is written, so that where nothing was set the defaults hold, also those of a later version.
/// </summary>
internal static class SettingsJson
{
    /// <summary>What holds for an obligation by a stored row.</summary>
    public static ObligationSettings Read(string json, Obligation obligation, DateTimeOffset setAt)
    {
        var wire = JsonSerializer.Deserialize(json, SettingsWireJson.Default.SettingsWire) ?? throw new JsonException("A settings row without settings.");
        var own = wire.Schedule is { } written ? Schedule(written) : null;
        return new ObligationSettings
        {
            Pushes = wire.Pushes is { } pushes ? Policy(pushes) : PushPolicy.Default(obligation, own), Schedule = own, EarlierDays = wire.EarlierDays, CutOff = wire.CutOff, SetAt = setAt,
        };
    }

    /// <summary>The settings as a row keeps them.</summary>
    public static string Write(ObligationSettings settings, Obligation obligation)
    {
        var wire = new SettingsWire
        {
            Pushes = IsSame(settings.Pushes, PushPolicy.Default(obligation, settings.Schedule)) ? null : Wire(settings.Pushes),
            Schedule = settings.Schedule is { } own ? Wire(own) : null, EarlierDays = settings.EarlierDays, CutOff = settings.CutOff,
        };
        return JsonSerializer.Serialize(wire, SettingsWireJson.Default.SettingsWire);
    }

    // Lists are equal by what they hold.
    private static bool IsSame(PushPolicy one, PushPolicy other) =>
        one with { Steps = [] } == other with { Steps = [] } && one.Steps.SequenceEqual(other.Steps);

    private static PushPolicy Policy(PolicyWire wire) => new()
    {
        Steps = [.. wire.Steps.Select(s => new PushStep { Name = s.Name, Kind = s.Kind, Day = s.Day, Count = s.Count, At = s.At })],
        Audience = wire.Audience, QuietFrom = wire.QuietFrom, QuietTo = wire.QuietTo, Thanks = wire.Thanks,
    };

    private static PolicyWire Wire(PushPolicy policy) => new()
    {
        Steps = [.. policy.Steps.Select(s => new StepWire { Name = s.Name, Kind = s.Kind, Day = s.Day, Count = s.Count, At = s.At })],
        Audience = policy.Audience, QuietFrom = policy.QuietFrom, QuietTo = policy.QuietTo, Thanks = policy.Thanks,
    };

    private static Schedule Schedule(ScheduleWire wire) => wire switch
    {
        { Rule: ScheduleRule.Once, Due: { } due } => new Schedule.Once(due),
        { Rule: ScheduleRule.Weekly, Weekdays: { } days, From: { } from, To: { } to } => new Schedule.Weekly(days, from, to),
        { Rule: ScheduleRule.Monthly, Days: { } days, From: { } from, To: { } to } => new Schedule.Monthly(days, from, to),
        _ => throw new JsonException($"A schedule {wire.Rule} without its days."),
    };

    private static ScheduleWire Wire(Schedule schedule) => schedule switch
    {
        Schedule.Once once => new ScheduleWire { Rule = ScheduleRule.Once, Due = once.Due },
        Schedule.Weekly weekly => new ScheduleWire { Rule = ScheduleRule.Weekly, Weekdays = weekly.Days, From = weekly.From, To = weekly.To },
        Schedule.Monthly monthly => new ScheduleWire { Rule = ScheduleRule.Monthly, Days = monthly.Days, From = monthly.FromMonth, To = monthly.ToMonth },
        _ => throw new ArgumentException($"An office sets no schedule {schedule.GetType().Name}.", nameof(schedule)),
    };
}

/// <summary>What an office set for an obligation.</summary>
internal sealed record SettingsWire
{
    /// <summary>Null: the defaults.</summary>
    public PolicyWire? Pushes { get; init; }

    public ScheduleWire? Schedule { get; init; }
    public int EarlierDays { get; init; }
    public DateOnly? CutOff { get; init; }
}

internal sealed record PolicyWire
{
    public required IReadOnlyList<StepWire> Steps { get; init; }
    public required PushAudience Audience { get; init; }
    public required TimeOnly QuietFrom { get; init; }
    public required TimeOnly QuietTo { get; init; }
    public required bool Thanks { get; init; }
}

internal sealed record StepWire
{
    public required string Name { get; init; }
    public required PushKind Kind { get; init; }
    public required StepDay Day { get; init; }
    public required int Count { get; init; }
    public required TimeOnly At { get; init; }
}

/// <summary>A schedule the office set; which days belong to it depends on the rule.</summary>
internal sealed record ScheduleWire
{
    public required ScheduleRule Rule { get; init; }
    public DateOnly? Due { get; init; }
    public IReadOnlyList<DayOfWeek>? Weekdays { get; init; }

    /// <summary>Days of the month, 1…31; 0: its last.</summary>
    public IReadOnlyList<int>? Days { get; init; }

    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

internal enum ScheduleRule
{
    Once,
    Weekly,
    Monthly,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SettingsWire))]
internal sealed partial class SettingsWireJson : JsonSerializerContext;

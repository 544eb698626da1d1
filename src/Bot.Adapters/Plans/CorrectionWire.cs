using System.Text.Json.Serialization;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Plans;

/// <summary>A correction as a row keeps it; which members belong to it depends on the part.</summary>
internal sealed record CorrectionWire
{
    public required CorrectionPart Part { get; init; }

    /// <summary>The lasting name of what is taken out.</summary>
    public string? Name { get; init; }

    /// <summary>The message it was said in.</summary>
    public Guid? SaidIn { get; init; }

    public HeadWire? Head { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public IReadOnlyList<EventWire>? Events { get; init; }
    public IReadOnlyList<string>? Activities { get; init; }
    public HandInWire? HandIn { get; init; }
    public BlankWire? Blank { get; init; }
}

/// <summary>What a correction is about. The names are stored; they are never renamed.</summary>
internal enum CorrectionPart
{
    Head,
    Period,
    Events,
    Activities,
    HandIn,
    NoHandIn,
    Blank,
    NoBlank,
    NoForm,
}

internal sealed record HeadWire(string? Title, string? Subject, string? Theme, string? DocumentNumber, int? Edition);

internal sealed record EventWire(DateOnly Day, string Name);

internal sealed record HandInWire
{
    public required string Id { get; init; }
    public required ObligationKind Kind { get; init; }
    public required string Thing { get; init; }
    public required ScheduleKeys Schedule { get; init; }

    /// <summary>As <c>17:30</c>; <c>24:00</c> is the day's end.</summary>
    public string? Time { get; init; }

    public string? Subject { get; init; }
    public Asked Asks { get; init; }
    public required IReadOnlyList<string> Addressees { get; init; }
    public string? Where { get; init; }
    public int? Form { get; init; }
    public required string Sentence { get; init; }
}

/// <summary>A schedule; which members belong to it depends on the rule, called as in campaign files.</summary>
internal sealed record ScheduleKeys
{
    public required string Rule { get; init; }
    public IReadOnlyList<DateOnly>? Due { get; init; }
    public IReadOnlyList<DayOfWeek>? Weekdays { get; init; }

    /// <summary>Days of the month, 1…31; 0: its last.</summary>
    public IReadOnlyList<int>? Days { get; init; }

    public int? Month { get; init; }
    public int? Count { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

internal sealed record BlankWire(string Slot, string Phrase, string Measure, Aggregate Aggregate, bool NeedsEvidence, IReadOnlyList<string> UnitTypes);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(IReadOnlyList<CorrectionWire>))]
internal sealed partial class CorrectionWireJson : JsonSerializerContext;

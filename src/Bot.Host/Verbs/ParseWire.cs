using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Domain.Reading;

namespace Bot.Host.Verbs;

/// <summary>A line of <c>parse</c>'s input (tests/Corpus/README.md, without <c>gold</c>); what else stands in it is skipped.</summary>
internal sealed record MessageLine
{
    public JsonElement? Id { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public string? Unit { get; init; }

    public int Photos { get; init; }

    /// <summary>What the reader is told: the local time as written, whatever its offset.</summary>
    public ReadingContext Context => new() { SaidAt = SentAt.DateTime, Unit = Unit, Photos = Photos };
}

/// <summary>A line of <c>parse</c>'s output.</summary>
internal sealed record ReadingLine
{
    public JsonElement? Id { get; init; }

    public required string Kind { get; init; }

    public bool? Nil { get; init; }

    public required string Basis { get; init; }

    public required IReadOnlyList<string> Dates { get; init; }

    public required IReadOnlyList<MetricLine> Metrics { get; init; }

    public required IReadOnlyList<ExtraLine> Extras { get; init; }

    public required IReadOnlyList<string> Ask { get; init; }

    /// <summary>The reading as it goes over the wire: components folded per slot and unit.</summary>
    public static ReadingLine Of(JsonElement? id, ReportReading reading) => new()
    {
        Id = id,
        Kind = Lower(reading.Kind),
        Nil = reading.Nil ? true : null,
        Basis = Lower(reading.Basis),
        Dates = [.. reading.Days.Select(days => days.ToString())],
        Metrics = [.. reading.Metrics().Select(MetricLine.Of)],
        Extras = [.. reading.Extras.Select(extra => new ExtraLine(extra.Label, extra.Value, extra.Measure))],
        Ask = [.. reading.Asks.Select(ask => ask.Slot.Value).Distinct(StringComparer.Ordinal)],
    };

    internal static string Lower<T>(T name)
        where T : struct, Enum => name.ToString().ToLowerInvariant();
}

/// <summary>One slot's figure.</summary>
internal sealed record MetricLine
{
    public required string Slot { get; init; }

    public required decimal Value { get; init; }

    public required string Bound { get; init; }

    public bool? Implied { get; init; }

    public string? Unit { get; init; }

    public required int[] Span { get; init; }

    public static MetricLine Of(Metric metric) => new()
    {
        Slot = metric.Slot.Value,
        Value = metric.Value,
        Bound = ReadingLine.Lower(metric.Bound),
        Implied = metric.Implied ? true : null,
        Unit = metric.Unit,
        Span = [metric.Span.From, metric.Span.To],
    };
}

/// <summary>A number without a slot.</summary>
internal sealed record ExtraLine(string Label, decimal Value, string Measure);

/// <summary>A line of <c>quantities</c>' input.</summary>
internal sealed record SentenceLine
{
    public JsonElement? Id { get; init; }

    public required string Text { get; init; }
}

/// <summary>A line of <c>quantities</c>' output.</summary>
internal sealed record QuantitiesLine
{
    public JsonElement? Id { get; init; }

    public required IReadOnlyList<QuantityLine> Quantities { get; init; }
}

/// <summary>One quantity: a value, or the ends of a range.</summary>
internal sealed record QuantityLine
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public required string Unit { get; init; }

    public required string Status { get; init; }

    public required int[] Span { get; init; }

    public static QuantityLine Of(FoundQuantity found) => new()
    {
        Value = found.Upper is null ? found.Value : null,
        Min = found.Upper is null ? null : found.Value,
        Max = found.Upper,
        Unit = found.Unit,
        Status = found.Status switch
        {
            QuantityStatus.Planned => "plan",
            QuantityStatus.NotDone => "neg",
            QuantityStatus.Earlier => "prev",
            _ => "done",
        },
        Span = [found.Span.From, found.Span.To],
    };
}

/// <summary>What is written for a line that cannot be read.</summary>
internal sealed record ErrorLine
{
    public JsonElement? Id { get; init; }

    public required string Error { get; init; }
}

/// <summary>The wire of <c>parse</c> and <c>quantities</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MessageLine))]
[JsonSerializable(typeof(ReadingLine))]
[JsonSerializable(typeof(SentenceLine))]
[JsonSerializable(typeof(QuantitiesLine))]
[JsonSerializable(typeof(ErrorLine))]
internal sealed partial class ParseContext : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Host.Simulation;

/// <summary>Scenario lines in, what was sent out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ScenarioHead))]
[JsonSerializable(typeof(ScenarioLine))]
[JsonSerializable(typeof(SentLine))]
[JsonSerializable(typeof(FinalLine))]
internal sealed partial class ScenarioWire : JsonSerializerContext
{
    private static readonly Lazy<ScenarioWire> Relaxed = new(() => new ScenarioWire(new JsonSerializerOptions(Default!.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null }));

    /// <summary>As declared, with Chinese written as it is.</summary>
    public static ScenarioWire Readable => Relaxed.Value;
}

/// <summary>Something the bot sent.</summary>
internal sealed record SentLine
{
    /// <summary>When, with the office's offset.</summary>
    public required string At { get; init; }

    /// <summary>The group, or the unit or admin it was sent to privately; several where one thing went to several.</summary>
    public required string To { get; init; }

    public required string Kind { get; init; }
    public IReadOnlyList<SentDue>? Dues { get; init; }
    public required string Text { get; init; }
}

/// <summary>An occurrence it speaks of.</summary>
internal sealed record SentDue(string Id, string Obligation, string Deadline, IReadOnlyList<string> Units);

/// <summary>The last line.</summary>
internal sealed record FinalLine(FinalState Final);

/// <summary>How everything stands at the end.</summary>
internal sealed record FinalState(IReadOnlyList<FinalDue> Dues, IReadOnlyDictionary<string, decimal> Totals);

/// <summary>A due at the end.</summary>
internal sealed record FinalDue(string Id, string Obligation, string Deadline, string Unit, string State);

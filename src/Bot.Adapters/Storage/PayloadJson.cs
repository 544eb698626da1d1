using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Adapters.Storage;

/// <summary>What is stored as JSON: messages to send, readings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(ReportReading))]
internal sealed partial class PayloadJson : JsonSerializerContext
{
    private static readonly Lazy<PayloadJson> Relaxed = new(() => new PayloadJson(new JsonSerializerOptions(Default!.Options!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null,
    }));

    /// <summary>As declared, but Chinese stays readable in the database.</summary>
    public static PayloadJson Readable => Relaxed.Value;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Adapters.Storage;

/// <summary>What is stored as JSON: messages to send, readings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(ReportReading))]
internal sealed partial class PayloadJson : JsonSerializerContext
{
    /// <summary>As declared, but Chinese stays readable in the database.</summary>
    public static PayloadJson Readable { get; } = new(new JsonSerializerOptions(new PayloadJson().GeneratedSerializerOptions!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

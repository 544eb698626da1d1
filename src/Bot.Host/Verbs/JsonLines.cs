using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Host.Verbs;

/// <summary>JSON lines in, JSON lines out, one at a time: nothing is kept, so any number of lines fits.</summary>
internal static class JsonLines
{
    /// <summary>The wire with Chinese written as it is.</summary>
    public static ParseContext Wire { get; } = new(new JsonSerializerOptions(ParseContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Reads every line, writes what becomes of it; a line that cannot be read gives an error line.</summary>
    /// <returns>0, or 1 where a line could not be read.</returns>
    public static async Task<int> EachAsync<TIn, TOut>(
        TextReader input, TextWriter output, JsonTypeInfo<TIn> reads, JsonTypeInfo<TOut> writes, Func<TIn, TOut> become, CancellationToken cancel)
        where TIn : class
    {
        var number = 0;
        var failed = false;
        while (await input.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (read, fault) = Read(line, reads);
            failed |= read is null;
            var answer = read is null
                ? JsonSerializer.Serialize(new ErrorLine { Id = IdOf(line), Error = FormattableString.Invariant($"line {number}: {fault}") }, Wire.ErrorLine)
                : JsonSerializer.Serialize(become(read), writes);
            await output.WriteAsync(answer.AsMemory(), cancel);
            await output.WriteAsync('\n');
        }

        await output.FlushAsync(cancel);
        return failed ? 1 : 0;
    }

    private static (T? Read, string Fault) Read<T>(string line, JsonTypeInfo<T> reads)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, reads) is { } read ? (read, string.Empty) : (null, "null where an object was expected");
        }
        catch (JsonException fault)
        {
            return (null, fault.Path is { Length: > 1 } path && fault.BytePositionInLine is { } at
                ? FormattableString.Invariant($"not as expected at {path}, byte {at}")
                : "not the JSON object that was expected: " + Missing(fault));
        }
    }

    // Names the members that are missing; other messages could repeat the input.
    private static string Missing(JsonException fault) =>
        fault.Message.Contains("required", StringComparison.OrdinalIgnoreCase) ? "a required member is missing" : "broken JSON";

    private static JsonElement? IdOf(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.Clone() : null;
        }
        catch (JsonException)
        {
            return null; // no id can be told
        }
    }
}

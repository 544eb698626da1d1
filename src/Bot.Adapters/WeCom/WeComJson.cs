using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Bot.Adapters.WeCom;

// The wire, as far as it is used. Unknown members are skipped; numbers come as numbers or as strings.
internal sealed record WeComEnvelope(string Encrypt);

/// <summary>A message or event of an AI bot.</summary>
internal sealed record WeComSaid
{
    public string Msgid { get; init; } = "";
    public string? Aibotid { get; init; }
    public string? Chatid { get; init; }
    public string? Chattype { get; init; }
    public WeComMember? From { get; init; }
    public string? ResponseUrl { get; init; }
    public string Msgtype { get; init; } = "";
    public long? CreateTime { get; init; }
    public WeComWords? Text { get; init; }
    public WeComWords? Voice { get; init; }
    public WeComMedia? Image { get; init; }
    public WeComMedia? File { get; init; }
    public WeComMedia? Video { get; init; }
    public WeComMixed? Mixed { get; init; }
    public WeComSaid? Quote { get; init; }
    public WeComStream? Stream { get; init; }
    public JsonObject? Event { get; init; }

    [JsonIgnore]
    public bool IsGroup => Chattype == "group";
}

internal sealed record WeComMember(string Userid = "");

internal sealed record WeComWords(string? Content);

/// <summary>A file to download; the key is given over the long connection only.</summary>
internal sealed record WeComMedia(string? Url, string? Aeskey = null);

internal sealed record WeComMixed(IReadOnlyList<WeComSaid>? MsgItem);

internal sealed record WeComStream(string Id);

/// <summary>A frame of the long connection; acknowledgements have no command.</summary>
internal sealed record WeComFrame
{
    public string? Cmd { get; init; }
    public WeComHeaders? Headers { get; init; }
    public JsonElement? Body { get; init; }
    public int? Errcode { get; init; }
}

internal sealed record WeComHeaders(string? ReqId);

/// <summary>What every call is answered with.</summary>
internal sealed record WeComResult
{
    public int Errcode { get; init; }
    public string? Errmsg { get; init; }
    public string? MediaId { get; init; }
    public string? UploadId { get; init; }
    public string? AccessToken { get; init; }
    public int ExpiresIn { get; init; }
    public string? Msgid { get; init; }
    public string? Invaliduser { get; init; }
    public string? Unlicenseduser { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WeComEnvelope))]
[JsonSerializable(typeof(WeComSaid))]
[JsonSerializable(typeof(WeComFrame))]
[JsonSerializable(typeof(WeComResult))]
internal sealed partial class WeComJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Adapters.Telegram;

// The wire, as far as it is used (Bot API 10.1). Unknown members are skipped: new ones appear several times a year.
internal sealed record TelegramEnvelope(bool Ok, JsonElement? Result, int ErrorCode, string? Description, TelegramParameters? Parameters);

internal sealed record TelegramParameters(int? RetryAfter, long? MigrateToChatId);

internal sealed record TelegramUpdate(long UpdateId)
{
    public TelegramMessage? Message { get; init; }
    public TelegramMessage? EditedMessage { get; init; }
    public TelegramPress? CallbackQuery { get; init; }
    public TelegramMemberChange? MyChatMember { get; init; }
}

internal sealed record TelegramUser(long Id, bool IsBot = false, string FirstName = "", string? LastName = null, string? Username = null)
{
    /// <summary>Of <c>getMe</c> only: whether privacy mode is off.</summary>
    public bool CanReadAllGroupMessages { get; init; }

    [JsonIgnore]
    public string Name => LastName is { Length: > 0 } last ? $"{FirstName} {last}" : FirstName;
}

internal sealed record TelegramChat(long Id, string Type = "", string? Title = null, bool IsForum = false)
{
    [JsonIgnore]
    public bool IsGroup => Type is "group" or "supergroup";
}

internal sealed record TelegramMessage(long MessageId, long Date, TelegramChat Chat)
{
    public TelegramUser? From { get; init; }
    public TelegramChat? SenderChat { get; init; }
    public long? MessageThreadId { get; init; }
    public bool IsTopicMessage { get; init; }
    public string? MediaGroupId { get; init; }
    public TelegramMessage? ReplyToMessage { get; init; }
    public long? EditDate { get; init; }
    public bool IsAutomaticForward { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<TelegramEntity>? Entities { get; init; }
    public string? Caption { get; init; }
    public IReadOnlyList<TelegramEntity>? CaptionEntities { get; init; }
    public IReadOnlyList<TelegramPhoto>? Photo { get; init; }
    public TelegramDocument? Document { get; init; }
    public TelegramDocument? Video { get; init; }
    public TelegramDocument? Animation { get; init; }
    public TelegramDocument? Voice { get; init; }
    public TelegramDocument? Audio { get; init; }
    public TelegramDocument? VideoNote { get; init; }
    public JsonElement? RichMessage { get; init; }
    public long? MigrateToChatId { get; init; }
    public long? MigrateFromChatId { get; init; }
}

internal sealed record TelegramEntity(string Type, int Offset, int Length)
{
    public TelegramUser? User { get; init; }
}

internal sealed record TelegramPhoto(string FileId, string FileUniqueId, int Width, int Height, long? FileSize = null);

/// <summary>A document, and whatever else is a file with a name and a size.</summary>
internal sealed record TelegramDocument(string FileId, string FileUniqueId, string? FileName = null, string? MimeType = null, long? FileSize = null);

internal sealed record TelegramPress(string Id, TelegramUser From, string? Data, TelegramMessage? Message);

internal sealed record TelegramMemberChange(TelegramChat Chat, TelegramMember OldChatMember, TelegramMember NewChatMember);

internal sealed record TelegramMember(string Status, bool? IsMember = null)
{
    [JsonIgnore]
    public bool IsIn => Status is "creator" or "administrator" or "member" || (Status == "restricted" && IsMember == true);

    [JsonIgnore]
    public bool IsAdmin => Status is "creator" or "administrator";
}

internal sealed record TelegramFile(string FileId, string? FilePath = null, long? FileSize = null);

internal sealed record TelegramWebhookInfo(string Url = "", int PendingUpdateCount = 0, long? LastErrorDate = null, string? LastErrorMessage = null);

/// <summary>What of a sent message is needed.</summary>
internal sealed record TelegramSent(long MessageId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TelegramEnvelope))]
[JsonSerializable(typeof(TelegramUpdate))]
[JsonSerializable(typeof(IReadOnlyList<TelegramUpdate>))]
[JsonSerializable(typeof(TelegramUser))]
[JsonSerializable(typeof(TelegramMember))]
[JsonSerializable(typeof(TelegramFile))]
[JsonSerializable(typeof(TelegramWebhookInfo))]
[JsonSerializable(typeof(TelegramSent))]
[JsonSerializable(typeof(IReadOnlyList<TelegramSent>))]
[JsonSerializable(typeof(bool))]
internal sealed partial class TelegramJson : JsonSerializerContext;

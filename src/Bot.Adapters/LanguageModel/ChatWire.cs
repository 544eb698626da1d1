using System.Text.Json.Serialization;

namespace Bot.Adapters.LanguageModel;

/// <summary>A request to <c>/chat/completions</c>.</summary>
internal sealed record ChatCall(string Model, IReadOnlyList<ChatTurn> Messages, float? Temperature, int? MaxTokens, bool Stream);

/// <summary>One turn of it.</summary>
internal sealed record ChatTurn(string Role, string Content);

/// <summary>What comes back; members we do not use are skipped.</summary>
internal sealed record ChatAnswer(IReadOnlyList<ChatChoice>? Choices);

/// <summary>One choice of it.</summary>
internal sealed record ChatChoice(ChatSaid? Message);

/// <summary>What was said.</summary>
internal sealed record ChatSaid(string? Content);

/// <summary>What the model is told to write.</summary>
internal sealed record ProposalsSaid(IReadOnlyList<ProposalSaid?>? Proposals);

/// <summary>One guess.</summary>
internal sealed record ProposalSaid(int? Piece, string? Slot, decimal? Value);

/// <summary>The wire of OpenAI-compatible endpoints, and of what we ask of the model.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatCall))]
[JsonSerializable(typeof(ChatAnswer))]
[JsonSerializable(typeof(ProposalsSaid))]
internal sealed partial class ChatWire : JsonSerializerContext;

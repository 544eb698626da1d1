using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Bot.Adapters.LanguageModel;

/// <summary>
/// The chat-completions interface that OpenAI began and most servers of models offer (vLLM, Ollama, DeepSeek, Qwen …). Text in,
/// text out; no tools, no streaming. Throws <see cref="HttpRequestException"/> for anything but an answer.
/// </summary>
internal sealed class CompatibleChatClient(HttpClient http, string model) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = new ChatCall(options?.ModelId ?? model, [.. messages.Select(m => new ChatTurn(m.Role.Value, m.Text))], options?.Temperature, options?.MaxOutputTokens, Stream: false);
        using var answer = await http.PostAsJsonAsync("chat/completions", call, ChatWire.Default.ChatCall, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var said = await answer.Content.ReadFromJsonAsync(ChatWire.Default.ChatAnswer, cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, said?.Choices?.FirstOrDefault()?.Message?.Content ?? ""));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // The contract asks for it; the whole answer is its only piece.
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Adapters.WeCom;

/// <summary>The callbacks that are still open for their answer on this host.</summary>
internal sealed class WeComTurns
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(6);

    private readonly ConcurrentDictionary<string, WeComTurn> turns = new(StringComparer.Ordinal);

    /// <summary>The turn of a message, the same for a repeated callback.</summary>
    public WeComTurn Open(string message)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (key, old) in turns)
        {
            if (now - old.OpenedAt > Life) turns.TryRemove(key, out _);
        }

        return turns.GetOrAdd(Stream(message), s => new WeComTurn(message, s, now));
    }

    /// <summary>The turn of a message; null: it is not, or no longer, known here.</summary>
    public WeComTurn? Of(string message) => turns.GetValueOrDefault(Stream(message));

    /// <summary>The turn behind a stream.</summary>
    public WeComTurn? Behind(string stream) => turns.GetValueOrDefault(stream);

    /// <summary>The stream that answers a message: the same on every host.</summary>
    public static string Stream(string message) => "s-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)).AsSpan(0, 12));
}

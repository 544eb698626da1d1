using Bot.Domain;

namespace Bot.Adapters;

/// <summary>UUIDs of version 7 that ascend within the program even inside one millisecond.</summary>
internal sealed class UuidV7(TimeProvider clock) : IIdSource
{
    private readonly Lock gate = new();
    private Guid last;

    public Guid Next()
    {
        lock (gate)
        {
#pragma warning disable RS0030 // This is the one source of ids.
            var next = Guid.CreateVersion7(clock.GetUtcNow());
#pragma warning restore RS0030
            while (next.CompareTo(last) <= 0) next = After(last);
            return last = next;
        }
    }

    // The same instant, the random part counted up by one.
    private static Guid After(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        for (var i = 15; i >= 9; i--)
        {
            if (++bytes[i] != 0) break;
        }

        return new Guid(bytes, bigEndian: true);
    }
}

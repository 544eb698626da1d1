using Bot.Domain;

namespace Bot.Adapters.Tests.Storage;

/// <summary>Ids that ascend and are the same in every run.</summary>
internal sealed class RowIds : IIdSource
{
    private int last;

    public Guid Next() => new(Interlocked.Increment(ref last), 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}

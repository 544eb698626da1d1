namespace Bot.Domain.Tests.Ledger;

/// <summary>Ids that count up, so that a test always sees the same ones.</summary>
internal sealed class CountedIds : IIdSource
{
    private int _last;

    public Guid Next() => new(++_last, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}

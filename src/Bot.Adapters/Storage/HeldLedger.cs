using Bot.Adapters.Storage.Rows;

namespace Bot.Adapters.Storage;

/// <summary>What a decision is made against, read while the chat's claim and the ledger's rows are held.</summary>
/// <param name="Bookings">All bookings of the units concerned.</param>
/// <param name="Activities">Their activities, each with a unit.</param>
/// <param name="Dues">Their dues.</param>
/// <param name="Peers">Newest figures of the other units, in thousandths, by slot.</param>
/// <param name="SameText">Units of the office that said the same words.</param>
internal sealed record HeldLedger(
    IReadOnlyList<BookingRow> Bookings, IReadOnlyList<(ActivityRow Activity, Guid Unit)> Activities, IReadOnlyList<DueRow> Dues, ILookup<string, long> Peers,
    IReadOnlyList<Guid> SameText)
{
    /// <summary>How many figures of others one is compared with.</summary>
    public const int PeersPerSlot = 100;

    /// <summary>Where no unit is concerned.</summary>
    public static HeldLedger Nothing { get; } = new([], [], [], Array.Empty<long>().ToLookup(_ => ""), []);
}

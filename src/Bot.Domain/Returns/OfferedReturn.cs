using Bot.Domain.Dues;

namespace Bot.Domain.Returns;

/// <summary>A version that was offered for 确认, with what has become of its due.</summary>
/// <param name="Version">The version.</param>
/// <param name="Newest">The newest version for the same due.</param>
/// <param name="Confirmed">The newest confirmed version for it; null: none is.</param>
/// <param name="Due">How the due stands; null: it is no more.</param>
public sealed record OfferedReturn(Return Version, Return Newest, Return? Confirmed, DueState? Due);

using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>What an answer does.</summary>
/// <param name="Ledger">What is to be written and told.</param>
/// <param name="Settled">The remarks that are answered by it.</param>
/// <param name="Answer">The answer they were given; its word (see <see cref="AnswerData.Word"/>) is what is stored.</param>
public sealed record AnswerDecision(LedgerDecision Ledger, IReadOnlyList<Guid> Settled, Answer Answer);

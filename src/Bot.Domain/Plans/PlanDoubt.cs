namespace Bot.Domain.Plans;

/// <summary>Something in a plan's reading a person should look at.</summary>
/// <param name="Path">What it is about: <c>obligations[2]</c>, <c>period</c>, <c>forms[0].slots[3]</c>.</param>
/// <param name="Sentence">The plan's words; empty: there are none.</param>
/// <param name="Reason">What is doubtful and what was taken, in one Chinese sentence.</param>
public sealed record PlanDoubt(string Path, string Sentence, string Reason);

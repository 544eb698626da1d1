using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>A slot whose figure the message leaves open (三四十人, one figure for two activities): the bot asks back.</summary>
/// <param name="Slot">The blank.</param>
/// <param name="Span">The words that leave it open.</param>
/// <param name="Rule">Why it is asked.</param>
/// <param name="Unit">The unit as written; null: the sender's own.</param>
public sealed record Ask(SlotId Slot, TextSpan Span, string Rule, string? Unit = null);

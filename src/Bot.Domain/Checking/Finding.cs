using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>What a rule found: 待核, never a refusal.</summary>
internal sealed record Finding(Unit Unit, CheckCode Code, ActivityId? Activity = null, Statement? About = null, TextSpan? Span = null);

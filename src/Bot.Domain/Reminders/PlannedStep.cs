namespace Bot.Domain.Reminders;

/// <summary>A step of an occurrence at its instant.</summary>
/// <param name="Step">The policy's step.</param>
/// <param name="At">When it is to be pushed (UTC), after rest days, quiet hours and the due hour were considered.</param>
public sealed record PlannedStep(PushStep Step, DateTimeOffset At);

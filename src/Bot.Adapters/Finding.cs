namespace Bot.Adapters;

/// <summary>Something looked at, and what to do where it is not as it should be.</summary>
/// <param name="IsWell">Whether it is.</param>
/// <param name="Words">What was seen, in plain words.</param>
internal sealed record Finding(bool IsWell, string Words);

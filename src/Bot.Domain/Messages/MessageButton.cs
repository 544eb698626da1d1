namespace Bot.Domain.Messages;

/// <summary>A choice below a bot message.</summary>
/// <param name="Label">What people see.</param>
/// <param name="Data">What comes back when it is pressed, at most 64 bytes of UTF-8.</param>
public sealed record MessageButton(string Label, string Data);

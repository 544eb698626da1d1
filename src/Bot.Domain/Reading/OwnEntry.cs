namespace Bot.Domain.Reading;

/// <summary>A checked line of an office's own words.</summary>
/// <param name="Entry">What it says.</param>
/// <param name="IsThing">Whether it is of a thing that is counted, not of an activity.</param>
internal sealed record OwnEntry(DataEntry Entry, bool IsThing);

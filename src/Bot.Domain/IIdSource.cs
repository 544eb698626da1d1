namespace Bot.Domain;

/// <summary>Where new ids come from: UUIDs of version 7 in the program, a seeded row in tests.</summary>
public interface IIdSource
{
    /// <summary>An id never given before.</summary>
    Guid Next();
}

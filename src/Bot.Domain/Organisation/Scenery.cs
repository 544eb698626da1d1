namespace Bot.Domain.Organisation;

/// <summary>What a message is said in.</summary>
/// <param name="Place">Where it was said.</param>
/// <param name="Sender">Who said it, where they are known in the place's office.</param>
public sealed record Scenery(Place Place, Person? Sender);

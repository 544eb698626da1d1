namespace Bot.Adapters.WebChat;

/// <summary>What stands in a bubble above the answer.</summary>
/// <param name="Id">The quoted bubble's id.</param>
/// <param name="AuthorName">Who said it.</param>
/// <param name="Excerpt">How it begins.</param>
public sealed record QuotedEntry(string Id, string AuthorName, string Excerpt);

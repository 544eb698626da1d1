namespace Bot.Adapters.WebChat;

/// <summary>What stands in a bubble above the answer.</summary>
internal sealed record QuotedEntry(string Id, string AuthorName, string Excerpt);

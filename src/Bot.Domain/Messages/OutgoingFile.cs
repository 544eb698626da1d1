namespace Bot.Domain.Messages;

/// <summary>A file of a bot message: made afresh when it is fetched, by what it is of.</summary>
/// <param name="Name">The name to show, e.g. <c>统计表.docx</c>.</param>
/// <param name="Path">The program's own path to fetch it by, without host.</param>
public sealed record OutgoingFile(string Name, string Path);

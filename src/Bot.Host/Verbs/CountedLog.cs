using Bot.Adapters.Imports;

namespace Bot.Host.Verbs;

/// <summary>A chat log that was read to its end.</summary>
/// <param name="Report">What was taken in.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Media">Its photos and files.</param>
internal sealed record CountedLog(ImportReport Report, ImportOutcome Outcome, LogMedia Media);

namespace Bot.Adapters.Words;

/// <summary>The office's own words cannot be used; the program does not start on half of them.</summary>
internal sealed class BrokenWordsException(IEnumerable<string> faults) : Exception(string.Join(Environment.NewLine, faults));

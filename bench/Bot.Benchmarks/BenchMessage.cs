using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>A message of the corpus with what is known around it.</summary>
internal sealed record BenchMessage(string Campaign, string Text, ReadingContext Context);

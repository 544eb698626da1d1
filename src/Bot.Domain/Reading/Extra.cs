namespace Bot.Domain.Reading;

/// <summary>A number whose thing has no slot (宣传资料500份 where the form has none).</summary>
public sealed record Extra(string Label, decimal Value, string Measure, TextSpan Span);

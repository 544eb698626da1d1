namespace Bot.Domain.Reading;

/// <summary>Why a line of an office's own words cannot be taken.</summary>
/// <param name="Line">The line, counted from 1; 0: the file as a whole.</param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record WordFault(int Line, string Wrong, string Remedy)
{
    /// <inheritdoc />
    public override string ToString() => Line == 0 ? $"{Wrong}. {Remedy}" : FormattableString.Invariant($"line {Line}: {Wrong}. {Remedy}");
}

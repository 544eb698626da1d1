namespace Bot.Adapters.Calendar;

/// <summary>Why a calendar file or a notice is not taken.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">The line, counted from 1; 0: the file as a whole.</param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record HolidayFault(string File, int Line, string Wrong, string Remedy)
{
    /// <inheritdoc />
    public override string ToString() => Line == 0 ? $"{File}: {Wrong}. {Remedy}" : FormattableString.Invariant($"{File}:{Line}: {Wrong}. {Remedy}");
}

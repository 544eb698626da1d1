namespace Bot.Adapters.Campaigns;

/// <summary>What is wrong at one place of a campaign file.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">The line, counted from 1; 0: the file as a whole.</param>
/// <param name="Column">The column in UTF-16 units, counted from 1; 0: the file as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
internal sealed record CampaignFault(string File, int Line, int Column, string Found, string Expected)
{
    /// <inheritdoc />
    public override string ToString() => Line == 0
        ? $"{File}: found {Found}, expected {Expected}"
        : FormattableString.Invariant($"{File}:{Line}:{Column}: found {Found}, expected {Expected}");
}

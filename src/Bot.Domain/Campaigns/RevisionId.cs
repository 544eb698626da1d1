namespace Bot.Domain.Campaigns;

/// <summary>An immutable, activated version of a campaign: the campaign and the revision's number, counted from 1.</summary>
public readonly record struct RevisionId(CampaignId Campaign, int Number)
{
    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Campaign}@{Number}");
}

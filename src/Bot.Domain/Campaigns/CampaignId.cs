namespace Bot.Domain.Campaigns;

/// <summary>The lasting name of a campaign, such as <c>baita-2024</c>: lower-case letters, digits and hyphens.</summary>
public readonly record struct CampaignId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

using System.Security.Cryptography;
using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Access;

/// <summary>
/// Addresses of calendars. Calendar programs cannot sign in, so the address itself is the key: a keyed hash of office and
/// campaign, the same for everybody and for good. The key lies with the session keys; without it all addresses end.
/// </summary>
/// <param name="keyOf">Gives the key; made when it is first needed.</param>
internal sealed class CalendarLinks(Func<byte[]> keyOf)
{
    private const int SealBytes = 20;

    private readonly Lazy<byte[]> key = new(keyOf);

    /// <summary>The path of a campaign's calendar.</summary>
    public string Path(OfficeId office, CampaignId campaign) => $"/calendars/{office.Value:n}/{Uri.EscapeDataString(campaign.Value)}/{Seal(office, campaign)}.ics";

    /// <summary>Whether an address is one of ours.</summary>
    public bool Opens(OfficeId office, CampaignId campaign, string seal) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Seal(office, campaign)), Encoding.UTF8.GetBytes(seal));

    private string Seal(OfficeId office, CampaignId campaign)
    {
        var what = Encoding.UTF8.GetBytes($"calendar\n{office.Value:n}\n{campaign.Value}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, what).AsSpan(0, SealBytes));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Plans;

namespace Bot.Host.Verbs;

/// <summary>What a compiled campaign is called: the same plan gives the same name, another plan another one.</summary>
internal static class CampaignName
{
    private const int Longest = 40;

    /// <summary>The name of the plan's file where it is made of Latin letters and digits; else one out of year and title.</summary>
    public static CampaignId Of(string stem, PlanReading reading)
    {
        var words = string.Join('-', stem.Split('-', '_', ' ', '.')).ToLowerInvariant();
        if (words.Length is > 0 and <= Longest && words.Any(char.IsAsciiLetterLower) && words.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && !words.Contains("--", StringComparison.Ordinal) && words[0] != '-' && words[^1] != '-')
            return new CampaignId(words);
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reading.Title ?? stem)))[..6];
        return new CampaignId(string.Create(CultureInfo.InvariantCulture, $"plan-{reading.Period?.From.Year ?? reading.Year ?? 0}-{mark}"));
    }
}

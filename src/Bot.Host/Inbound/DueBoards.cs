using Bot.Domain.Dues;
using Bot.Domain.Organisation;

namespace Bot.Host.Inbound;

/// <summary>What is owed where somebody asks, as far as that person may see it.</summary>
internal sealed class DueBoards(IDues dues, ISeasons seasons)
{
    public async Task<DueBoard> OfAsync(Scene scene, CancellationToken cancel)
    {
        var office = scene.Place.Office.Id;
        await dues.EnsureAsync(office, scene.Now, cancel);
        var season = await seasons.LoadAsync(office, scene.Now, cancel);
        var here = scene.Place.Campaigns.Select(r => r.Campaign).ToHashSet();
        var campaigns = season.Campaigns.Where(c => here.Contains(c.Revision.Campaign)).ToList();
        var all = new List<Due>();
        foreach (var campaign in campaigns) all.AddRange(await dues.OfCampaignAsync(office, campaign.Revision.Campaign, null, cancel));
        return DueBoard.Of(season, campaigns, Seen(scene, season, campaigns), all, scene.Now);
    }

    // A group for a subtree speaks of that subtree; an admin of a subtree sees that one.
    private static IReadOnlyList<Unit> Seen(Scene scene, Season season, IReadOnlyList<RunningCampaign> campaigns)
    {
        IReadOnlyList<Unit> seen = season.Units;
        var group = campaigns.SelectMany(c => c.Groups).FirstOrDefault(g => g.Chat == scene.Place.Chat);
        if (group?.Top is { } top) seen = UnitTree.Below(seen, top);
        return scene.Person is { IsAdmin: true, Runs: { Count: > 0 } runs } ? [.. seen.Where(u => Runs(season.Units, runs, u.Id))] : seen;
    }

    /// <summary>Whether a unit belongs to one of the subtrees.</summary>
    internal static bool Runs(IReadOnlyList<Unit> units, IReadOnlyList<UnitId> tops, UnitId unit) =>
        tops.Count == 0 || tops.Any(top => UnitTree.Below(units, top).Any(u => u.Id == unit));
}

using Bot.Adapters.Access;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Replies;
using Microsoft.Extensions.Options;

namespace Bot.Host.Inbound;

/// <summary>Answers 日程: the next deadlines, and a calendar per campaign. Deadlines are no secret; a group hears them.</summary>
internal sealed class AnswerSchedule(ISeasons seasons, CalendarLinks links, IOptions<BotOptions> options)
{
    public async Task<IReadOnlyList<OutgoingMessage>> ScheduleAsync(Scene scene, CancellationToken cancel)
    {
        var season = await seasons.LoadAsync(scene.Place.Office.Id, scene.Now, cancel);
        var here = scene.Place.Campaigns.Select(r => r.Campaign).ToHashSet();
        var campaigns = season.Campaigns.Where(c => here.Contains(c.Revision.Campaign)).ToList();
        if (campaigns.Count == 0) return [scene.Answer(GroupReplies.NoCampaign)];
        var units = scene.Person is { IsAdmin: false, Units: { Count: > 0 } own } ? own : season.Units;
        var deadlines = campaigns.SelectMany(c => Deadline.AllOf(c, units, season.Units, season.Zone)).OrderBy(d => d.Occurrence.ClosesAt).ToList();
        var anytime = campaigns.SelectMany(c => c.Campaign.Obligations.Where(o => o.Schedule is Schedule.PerActivity).Select(o => (c.Campaign, o))).ToList();
        var files = campaigns.Select(c => new OutgoingFile(Name(c, campaigns.Count), links.Path(season.Office.Id, c.Revision.Campaign))).ToList();
        var outside = options.Value.PublicUrl;
        var address = outside.Length == 0 ? "" : string.Join('\n', files.Select(f => outside + f.Path));
        return [scene.Answer(DeadlineText.Compose(deadlines, anytime, scene.Now, DateOnly.FromDateTime(scene.Place.Local(scene.Now)), address)) with { Files = files }];
    }

    private static string Name(RunningCampaign campaign, int campaigns) => campaigns == 1 ? DeadlineText.CalendarFile : campaign.Campaign.Title + DeadlineText.CalendarFile;
}

using Bot.Domain.Campaigns;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Host.Inbound;

/// <summary>Answers the words about what is owed. Null: here the text is no word, but whatever else it says.</summary>
internal sealed class AnswerDueWord(
    AnswerDues dues, AnswerSchedule schedule, ExcuseDues excuses, AskLeave leaves, PostponeDues postponements, ICampaigns campaigns)
{
    public async Task<IReadOnlyList<OutgoingMessage>?> AnswerAsync(Scene scene, GroupWord word, CancellationToken cancel) => word switch
    {
        GroupWord.Progress progress => await dues.ProgressAsync(scene, progress.Topic, cancel),
        GroupWord.Missing missing => await dues.MissingAsync(scene, missing.Topic, cancel),
        GroupWord.Nudge nudge => await dues.NudgeAsync(scene, nudge, cancel),
        GroupWord.Schedule => await schedule.ScheduleAsync(scene, cancel),
        GroupWord.Postpone postpone => await postponements.PostponeAsync(scene, postpone, cancel),
        GroupWord.Reopen reopen => await excuses.ReopenAsync(scene, reopen, cancel),
        _ when await IsReportAsync(scene, cancel) => null,
        GroupWord.Excuse excuse => await excuses.ExcuseAsync(scene, excuse, cancel),
        GroupWord.Leave leave => await leaves.LeaveAsync(scene, leave, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A reason is free words; figures of activities among them are a report.
    private async Task<bool> IsReportAsync(Scene scene, CancellationToken cancel)
    {
        var context = new ReadingContext { SaidAt = scene.Place.Local(scene.Message.SaidAt), Units = [.. scene.Place.Units.Select(u => u.Name)] };
        return CampaignChoice.Read(await campaigns.OfAsync(scene.Place, cancel), new SubmissionText(scene.Message.Text, []), context, static (_, _) => false) is { Reading.Activities.Count: > 0 };
    }
}

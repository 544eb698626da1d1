using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Plans;

namespace Bot.Host.Inbound;

/// <summary>Does what an admin says about the draft in hand: 第2项改为6月28日前, 删除第3项, 启用方案.</summary>
internal sealed class SaidAboutPlans(PlanDesk desk, PlanActivation activation, WorkingDays working)
{
    /// <summary>The answer; null: no draft is in hand, so that the words may be about something else.</summary>
    public async Task<PlanAnswer?> AnswerAsync(Scene scene, Person admin, PlanWord word, CancellationToken cancel)
    {
        if (await desk.LatestAsync(scene.Place.Office.Id, admin.Id, cancel) is not { } sheet)
            return word is PlanWord.Activate or PlanWord.Discard ? new PlanAnswer(PlanReplies.None) : null;
        return word switch
        {
            PlanWord.Show => new PlanAnswer(PlanReplies.Understood(sheet.Reading), sheet.Entry.Id),
            PlanWord.Change change => await ChangeAsync(scene, admin, sheet, change, cancel),
            PlanWord.Delete delete => await DeleteAsync(scene, admin, sheet, delete, cancel),
            PlanWord.Period period => SaidTimes.Period(period.Words, sheet.Reading.Period?.From.Year ?? sheet.Reading.Year ?? scene.SaidOn.Year, working) is { } days
                ? await CorrectAsync(scene, admin, sheet, new PlanCorrection.Period(days), _ => $"活动期{ScheduleText.Days(days.From, days.To)}", cancel)
                : new PlanAnswer(PlanReplies.WhichDays),
            PlanWord.Title title => await CorrectAsync(scene, admin, sheet, Head(sheet.Reading) with { Title = title.Words }, _ => $"标题“{title.Words}”", cancel),
            PlanWord.Theme theme => await CorrectAsync(scene, admin, sheet, Head(sheet.Reading) with { Theme = theme.Words }, _ => $"主题“{theme.Words}”", cancel),
            PlanWord.Discard => await DiscardAsync(admin, sheet, cancel),
            PlanWord.Activate activate => await ActivateAsync(scene, admin, sheet, activate.How, cancel),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<PlanAnswer> ChangeAsync(Scene scene, Person admin, PlanSheet sheet, PlanWord.Change change, CancellationToken cancel)
    {
        if (change.Item < 1 || change.Item > sheet.Reading.Obligations.Count) return new PlanAnswer(PlanReplies.NoItem(change.Item, sheet.Reading));
        var handIn = sheet.Reading.Obligations[change.Item - 1];
        if (SaidTimes.Changed(handIn, change.Words, sheet.Reading, working) is not { } changed) return new PlanAnswer(PlanReplies.WhenExactly);
        // Forms are named by their place as the program reads them.
        var form = handIn.Form is { } at ? sheet.Read.Forms.ToList().FindIndex(f => f.Name == sheet.Reading.Forms[at].Name) : -1;
        return await CorrectAsync(
            scene, admin, sheet, new PlanCorrection.HandIn(changed with { Form = form < 0 ? null : form }), reading => PlanReplies.Item(reading.Obligations[change.Item - 1], change.Item - 1), cancel);
    }

    private async Task<PlanAnswer> DeleteAsync(Scene scene, Person admin, PlanSheet sheet, PlanWord.Delete delete, CancellationToken cancel)
    {
        if (delete.Item < 1 || delete.Item > sheet.Reading.Obligations.Count) return new PlanAnswer(PlanReplies.NoItem(delete.Item, sheet.Reading));
        var gone = sheet.Reading.Obligations[delete.Item - 1];
        return await CorrectAsync(
            scene, admin, sheet, new PlanCorrection.NoHandIn(gone.Id),
            reading => $"删去了{PlanReplies.Item(gone, delete.Item - 1)}\n现在有{reading.Obligations.Count}项：\n{string.Join('\n', reading.Obligations.Select(PlanReplies.Item))}", cancel);
    }

    private async Task<PlanAnswer> CorrectAsync(Scene scene, Person admin, PlanSheet sheet, PlanCorrection correction, Func<PlanReading, string> what, CancellationToken cancel)
    {
        await desk.CorrectAsync(sheet.Office, admin.Id, sheet.Entry.Id, [correction with { SaidIn = scene.Message.Id.Value }], cancel);
        return await desk.FindAsync(sheet.Office, sheet.Entry.Id, cancel) is { } now
            ? new PlanAnswer(PlanReplies.Corrected(what(now.Reading), now.Reading))
            : new PlanAnswer(PlanReplies.None);
    }

    private async Task<PlanAnswer> DiscardAsync(Person admin, PlanSheet sheet, CancellationToken cancel)
    {
        await desk.DiscardAsync(sheet.Office, admin.Id, sheet.Entry.Id, cancel);
        return new PlanAnswer(PlanReplies.Discarded);
    }

    // A plan that runs already is never replaced by a word that does not say so.
    private async Task<PlanAnswer> ActivateAsync(Scene scene, Person admin, PlanSheet sheet, ActivateAs? how, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(scene.Place.Local(scene.Now));
        var former = how == ActivateAs.Own ? null : await activation.FormerAsync(sheet, today, cancel);
        if (former is { Active.Campaign: var known } && how is null)
        {
            var next = PlanActivation.Campaign(sheet, known.Id, known) is PlanCampaignOutcome.Made made ? CampaignDifferences.Of(known, made.Campaign) : [];
            return new PlanAnswer(PlanReplies.Former(known.Title, former.Revisions.Max(r => r.Number) + 1, next), sheet.Entry.Id);
        }

        var idle = former is null ? await activation.IdleGroupsAsync(sheet.Office, today, cancel) : [];
        return await activation.ActivateAsync(sheet.Office, admin.Id, sheet.Entry.Id, former?.Active.Campaign.Id, [.. idle.Select(g => g.Id)], cancel) switch
        {
            PlanActivationOutcome.Activated done => new PlanAnswer(PlanReplies.Activated(done.Revision, [.. idle.Select(g => g.Name)], done.Groups), sheet.Entry.Id),
            PlanActivationOutcome.Refused refused => new PlanAnswer(refused.Sentence, sheet.Entry.Id),
            _ => new PlanAnswer(PlanReplies.None),
        };
    }

    private static PlanCorrection.Head Head(PlanReading reading) => new(reading.Title, reading.Subject, reading.Theme, reading.DocumentNumber, reading.Edition);
}

/// <summary>What is said about a draft.</summary>
/// <param name="Text">The words.</param>
/// <param name="About">The draft a link leads to; null: none is needed.</param>
internal sealed record PlanAnswer(string Text, DraftId? About = null);

using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Plans;

namespace Bot.Host.Inbound;

/// <summary>Does what an admin says about the draft in hand: 第2项改为6月28日前, 第2项由各社区报, 删除第3项, 启用方案.</summary>
internal sealed class SaidAboutPlans(PlanDesk desk, PlanActivation activation, WorkingDays working)
{
    /// <summary>The answer; null: no draft is in hand, so that the words may be about something else.</summary>
    public async Task<PlanAnswer?> AnswerAsync(Scene scene, Person admin, PlanWord word, CancellationToken cancel)
    {
        // A word that is handled again after a crash is about the plan it ended, never about the next one that is open.
        var ended = word is PlanWord.Activate or PlanWord.Discard ? await desk.LastEndedAsync(scene.Place.Office.Id, admin.Id, cancel) : null;
        if (ended is { EndedAt: { } at } && at >= scene.Message.ReceivedAt) return await EndedAsync(scene, ended, at, cancel);
        if (await desk.LatestAsync(scene.Place.Office.Id, admin.Id, cancel) is not { } sheet)
        {
            return ended is { State: DraftState.Activated, EndedAt: { } since } && word is PlanWord.Activate ? await EndedAsync(scene, ended, since, cancel)
                : word is PlanWord.Activate or PlanWord.Discard ? new PlanAnswer(PlanReplies.None) : null;
        }

        return word switch
        {
            PlanWord.Show => new PlanAnswer(PlanReplies.Understood(sheet.Reading), sheet.Entry.Id),
            PlanWord.Change change => await WhenAsync(scene, admin, sheet, change, cancel),
            PlanWord.Whom whom => await WhomAsync(scene, admin, sheet, whom, cancel),
            PlanWord.What what => await WhatAsync(scene, admin, sheet, what, cancel),
            PlanWord.Where where => await WhereAsync(scene, admin, sheet, where, cancel),
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

    private Task<PlanAnswer> WhenAsync(Scene scene, Person admin, PlanSheet sheet, PlanWord.Change said, CancellationToken cancel) => ItemAsync(
        scene, admin, sheet, said.Item, handIn => SaidTimes.Changed(handIn, said.Words, sheet.Reading, working), PlanReplies.WhenExactly, handIn => PlanReplies.Item(handIn, said.Item - 1), cancel);

    private Task<PlanAnswer> WhomAsync(Scene scene, Person admin, PlanSheet sheet, PlanWord.Whom said, CancellationToken cancel) => ItemAsync(
        scene, admin, sheet, said.Item,
        handIn => SaidAddressees.Of(said.Words, scene.Place.Units) is { } addressees ? handIn with { Addressees = addressees } : null, PlanReplies.WhoExactly,
        handIn => PlanReplies.Item(handIn, said.Item - 1) + (handIn.Addressees.Count == 0 ? "，所有单位报" : PlanReplies.NobodyYet(SaidAddressees.Unknown(handIn.Addressees, scene.Place.Units))), cancel);

    private Task<PlanAnswer> WhatAsync(Scene scene, Person admin, PlanSheet sheet, PlanWord.What said, CancellationToken cancel) => ItemAsync(
        scene, admin, sheet, said.Item, handIn => SaidThing.Changed(handIn, said.Words, sheet.Reading), PlanReplies.WhatExactly,
        handIn => $"{PlanReplies.Item(handIn, said.Item - 1)}，报的是“{handIn.Thing}”", cancel);

    private Task<PlanAnswer> WhereAsync(Scene scene, Person admin, PlanSheet sheet, PlanWord.Where said, CancellationToken cancel) => ItemAsync(
        scene, admin, sheet, said.Item, handIn => handIn with { Where = said.Words }, "", handIn => $"{PlanReplies.Item(handIn, said.Item - 1)}，报到{handIn.Where}", cancel);

    private async Task<PlanAnswer> ItemAsync(
        Scene scene, Person admin, PlanSheet sheet, int item, Func<PlanObligation, PlanObligation?> change, string unread, Func<PlanObligation, string> now, CancellationToken cancel)
    {
        if (item < 1 || item > sheet.Reading.Obligations.Count) return new PlanAnswer(PlanReplies.NoItem(item, sheet.Reading));
        if (change(sheet.Reading.Obligations[item - 1]) is not { } changed) return new PlanAnswer(unread);
        // Forms are named by their place as the program reads them.
        var form = changed.Form is { } at ? sheet.Read.Forms.ToList().FindIndex(f => f.Name == sheet.Reading.Forms[at].Name) : -1;
        return await CorrectAsync(scene, admin, sheet, new PlanCorrection.HandIn(changed with { Form = form < 0 ? null : form }), reading => now(reading.Obligations[item - 1]), cancel);
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

    private async Task<PlanAnswer> EndedAsync(Scene scene, PlanEntry ended, DateTimeOffset at, CancellationToken cancel)
    {
        if (ended.Made is not { } made) return new PlanAnswer(PlanReplies.Discarded);
        var groups = await activation.RunningGroupsAsync(scene.Place.Office.Id, made.Campaign, DateOnly.FromDateTime(scene.Place.Local(scene.Now)), cancel);
        return new PlanAnswer(PlanReplies.Already(ended.Title, made, scene.Place.Local(at), groups), ended.Id);
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
            var next = PlanActivation.Campaign(sheet, known.Id, known) is PlanCampaignOutcome.Made made
                ? CampaignDifferences.Of(known, made.Campaign, await activation.BookedAsync(sheet.Office, known.Id, cancel)) : [];
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

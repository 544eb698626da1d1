using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Host.Inbound;

/// <summary>Steps 6 to 10: gather what belongs together, read it, check and decide it, commit it.</summary>
internal sealed class HandleSubmission(ISubmissions submissions, ICampaigns campaigns, IHandledCommit commit, RecordReport record, AttachedTexts documents, IIdSource ids)
{
    public async Task<Handled> HandleAsync(Scene scene, CancellationToken cancel)
    {
        var sight = await submissions.SightAsync(scene.Message, cancel);
        return Gatherer.Decide(scene.Message, sight, scene.Now) switch
        {
            GatherDecision.Wait wait => Handled.Wait(wait.Until),
            GatherDecision.Drop => await QuietlyAsync(scene, [scene.Message], null, cancel),
            GatherDecision.Attach attach => await AttachAsync(scene, attach, sight, cancel),
            GatherDecision.Start start => await StartAsync(scene, start, sight, cancel),
            GatherDecision.Revise revise => await ReadAsync(scene, new ReportSource
            {
                Submission = revise.Former.Id, Completes = [scene.Message.Id], Head = scene.Message, Text = revise.Message,
                Change = revise.Former.Text is null ? SubmissionChange.New : SubmissionChange.Edited, Attachments = [.. revise.Former.Attachments, .. revise.Message.Attachments],
            }, cancel),
            GatherDecision.TakeBack back => await ReadAsync(scene, new ReportSource
            {
                Submission = back.Former.Id, Completes = [scene.Message.Id], Head = scene.Message, Text = scene.Message,
                Change = SubmissionChange.Withdrawn, Former = back.Former.Campaign,
            }, cancel),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Reads and records a submission's text: also for one that was kept until its unit or campaign was known.</summary>
    public async Task<Handled> ReadAsync(Scene scene, ReportSource source, CancellationToken cancel)
    {
        var bound = await campaigns.OfAsync(scene.Place, cancel);
        if (source.Campaign is { } chosen && chosen < bound.Count) bound = [bound[chosen]];
        var quoted = source.Text.Quotes is { } q ? await submissions.OfMessageAsync(scene.Place.Chat, q, cancel) : null;
        return await record.HandleAsync(scene, await documents.ReadAsync(source, cancel) with { Quoted = quoted?.Id }, bound, cancel);
    }

    // A file that names itself (总结.docx), or is a form filled in, is handed in for itself, whatever was said just before.
    private async Task<Handled> AttachAsync(Scene scene, GatherDecision.Attach attach, GatherSight sight, CancellationToken cancel)
    {
        var (texts, unread) = await documents.ReadAsync([.. attach.Parts.SelectMany(p => p.Attachments)], cancel);
        return attach.Parts.Any(HandsIn) || await TellAsync(scene, attach.Parts, texts, cancel)
            ? await StartAsync(scene, new GatherDecision.Start(attach.Parts, null), sight, cancel)
            : await QuietlyAsync(scene, attach.Parts, attach.To.Id, cancel, unread);
    }

    private async Task<Handled> StartAsync(Scene scene, GatherDecision.Start start, GatherSight sight, CancellationToken cancel)
    {
        var id = new SubmissionId(ids.Next());
        var (texts, unread) = await documents.ReadAsync([.. start.Parts.SelectMany(p => p.Attachments)], cancel);
        var text = start.Parts.FirstOrDefault(p => p.Text.Length > 0) ?? start.Parts.FirstOrDefault(HandsIn)
            ?? (await TellAsync(scene, start.Parts, texts, cancel) ? start.Parts.First(p => p.Attachments.Any(HandIn.IsDocument)) : null);
        if (text is null) return await QuietlyAsync(scene, start.Parts, id, cancel, unread);

        // Several parts of an album may carry words: they are one text, in the platform's order, each as it was last said.
        var words = string.Join('\n', start.Parts.GroupBy(p => p.Key.Id).Select(p => p.MaxBy(r => r.Key.Revision)!.Text).Where(t => t.Length > 0));
        IReadOnlyList<Attachment> absorbed = start.Absorbs is null ? [] : sight.LastPhotos?.Attachments ?? [];
        return await ReadAsync(scene, new ReportSource
        {
            Submission = id, IsNew = true, Completes = [.. start.Parts.Select(p => p.Id)], Head = start.Parts[0], Text = text with { Text = words }, Absorbs = start.Absorbs,
            Attachments = [.. start.Parts.SelectMany(p => p.Attachments), .. absorbed], Documents = texts, Unread = unread,
        }, cancel);
    }

    private async Task<bool> TellAsync(Scene scene, IReadOnlyList<IncomingMessage> parts, IReadOnlyList<AttachedText> texts, CancellationToken cancel)
    {
        if (texts.Count == 0) return false;
        var source = new ReportSource
        {
            Submission = default, Completes = [], Head = parts[0], Text = parts[0] with { Text = "" }, Attachments = [.. parts.SelectMany(p => p.Attachments)], Documents = texts,
        };
        return RecordReport.Tells(scene, source, await campaigns.OfAsync(scene.Place, cancel));
    }

    private static bool HandsIn(IncomingMessage part) => part.Attachments.Any(HandIn.Names);

    private async Task<Handled> QuietlyAsync(Scene scene, IReadOnlyList<IncomingMessage> parts, SubmissionId? submission, CancellationToken cancel, IReadOnlyList<string>? say = null)
    {
        IReadOnlyList<MessageId> completes = [.. parts.Select(p => p.Id)];
        var handled = scene.Facts with
        {
            Completes = completes,
            Submission = submission is { } id ? new SubmissionFacts { Id = id, Head = parts[0], SaidOn = scene.SaidOn } : null,
        };
        return await commit.CommitAsync(handled, _ => Settlement.Say([.. (say ?? []).Select((sentence, at) => scene.Answer(sentence, number: at))]), cancel) ? Handled.Done(completes) : Handled.Lost;
    }
}

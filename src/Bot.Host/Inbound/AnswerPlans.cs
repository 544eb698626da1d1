using Bot.Adapters.Access;
using Bot.Adapters.Console;
using Bot.Adapters.Plans;
using Bot.Domain.Drafts;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Plans;

namespace Bot.Host.Inbound;

/// <summary>
/// A plan an admin drops into the chat becomes a draft, and is told in short: the group hears one line, what was understood and
/// the link go to the admin. (A liaison's plan is a report.) What the admin then says in private corrects the draft.
/// </summary>
internal sealed class AnswerPlans(PlanDesk desk, PlanReadings readings, SaidAboutPlans said, IBlobs blobs, IAccessLinks links, IHandledCommit commit)
{
    /// <summary>Answers it; null: it is neither a plan nor about one.</summary>
    public async Task<Handled?> TryAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.Person is not { IsAdmin: true } admin || scene.Message.Event != MessageEvent.Said) return null;
        if (scene.Message.Attachments.FirstOrDefault(DroppedPlan.CanBe) is { } file) return await TakeAsync(scene, admin, file, cancel);
        if (scene.InGroup || PlanWordReader.Read(scene.Message.Text) is not { } word) return null;
        return await said.AnswerAsync(scene, admin, word, cancel) is not { } answer ? null
            : await SayAsync(scene, [answer.About is { } about ? await WithLinkAsync(scene, admin, about, scene.Answer(answer.Text), cancel) : scene.Answer(answer.Text)], cancel);
    }

    private async Task<Handled?> TakeAsync(Scene scene, Person admin, Attachment file, CancellationToken cancel)
    {
        if (file.Bytes > PlanFile.MostBytes || await blobs.OpenAsync(file.Blob!.Value, cancel) is not { } stream) return null;
        await using var open = stream;
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, cancel);
        var (reading, refusal) = await readings.OfFileAsync(content, file.Name, cancel);
        if (refusal is not null) return DroppedPlan.IsCalled(file.Name) ? await SayAsync(scene, AnswerWord.Privately(scene, scene.Answer(refusal, number: 1)), cancel) : null;
        if (reading is null || !DroppedPlan.Is(file.Name, reading) || IsOfOwnUnit(admin, file.Name, reading)) return null;

        // The same file again leads to the draft that is open, with what was corrected in it.
        if (await desk.AddAsync(scene.Place.Office.Id, admin.Id, file.Name, content, cancel) is not RegisterOutcome.Done done
            || await desk.FindAsync(scene.Place.Office.Id, new DraftId(done.Id), cancel) is not { } sheet) return null;
        var told = await WithLinkAsync(scene, admin, sheet.Entry.Id, scene.Answer(PlanReplies.Understood(sheet.Reading), number: 1), cancel);
        return await SayAsync(scene, scene.InGroup ? [scene.Answer(PlanReplies.InGroup(sheet.Reading)), AnswerWord.ToSender(scene, told)] : [told], cancel);
    }

    // An admin who is a liaison as well hands in the own unit's plan.
    private static bool IsOfOwnUnit(Person admin, string name, PlanReading reading) =>
        admin.Units.SelectMany(u => u.Aliases.Prepend(u.Name)).Any(own => own.Length > 0 && (name.Contains(own, StringComparison.Ordinal) || reading.Title?.Contains(own, StringComparison.Ordinal) == true));

    // A link into the console is a key: it stands only in what the admin alone hears.
    private async Task<OutgoingMessage> WithLinkAsync(Scene scene, Person admin, DraftId plan, OutgoingMessage message, CancellationToken cancel)
    {
        var secret = await links.CreateAsync(scene.Place.Office.Id, admin.Id, LinkPurpose.Console, cancel);
        return message with { Files = [new OutgoingFile(PlanReplies.Link, $"/console/enter/{secret}?{Access.AccessPaths.Plan}={plan.Value}")] };
    }

    private async Task<Handled> SayAsync(Scene scene, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel) =>
        await commit.CommitAsync(scene.Facts, _ => Settlement.Say([.. messages]), cancel) ? Handled.Done([scene.Message.Id]) : Handled.Lost;
}

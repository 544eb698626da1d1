using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Host.Inbound;

/// <summary>Submissions as they were decided, read again from their text when somebody answers about them.</summary>
internal sealed class Originals(ISubmissions submissions, IOrganisation organisation, ICampaigns campaigns, AttachedTexts documents)
{
    /// <summary>The submission, for a unit where its sender reports for several; null: it is not there any more.</summary>
    public async Task<RecordRequest?> FindAsync(Scene scene, SubmissionId id, UnitId? unit, CancellationToken cancel)
    {
        if (await submissions.FindAsync(scene.Place.Office.Id, id, cancel) is not { Text: { } text } kept) return null;
        if (await organisation.FindSceneryAsync(text.Key.Chat, text.Sender, text.SaidAt, scene.Now, cancel) is not var (place, sender)) return null;
        var bound = await campaigns.OfAsync(place, cancel);
        var source = Source(place, kept, text) is var made && made.Unit is null ? made with { Unit = place.Units.FirstOrDefault(u => u.Id == unit) } : made;
        source = await documents.ReadAsync(source, cancel);
        return RecordReport.Again(new Scene(scene.Claim, text, place, sender, scene.Now), source, bound);
    }

    private static ReportSource Source(Place place, Submission kept, IncomingMessage text)
    {
        var source = new ReportSource { Submission = kept.Id, Completes = [], Head = text, Text = text, Attachments = kept.Attachments };
        return GroupWordReader.Read(text.Text) is GroupWord.ReportFor word
            ? source with { Unit = place.UnitCalled(word.Unit), Transcribed = true, BodyAt = word.BodyAt } : source;
    }
}

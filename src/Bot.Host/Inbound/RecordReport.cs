using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>Steps 7 to 10 of a text: read by the bound campaigns, told apart by unit, decided against the ledger, committed with its receipt.</summary>
internal sealed class RecordReport(IOrganisation organisation, ISubmissions submissions, IRemarks remarks, IHandledCommit commit, IIdSource ids, ProposalQueue proposals)
{
    private const int MostChoices = 20;
    private const string Superseded = "superseded";

    public async Task<Handled> HandleAsync(Scene scene, ReportSource source, IReadOnlyList<ActiveCampaign> campaigns, CancellationToken cancel)
    {
        var own = OwnUnit(scene, source, All(source).Whole);
        if (source.Change == SubmissionChange.Withdrawn) return await WithdrawnAsync(scene, source, campaigns, own, cancel);
        if (Read(scene, source, own, campaigns) is not { } read) return await KeepAsync(scene, source, ReportReading.Nothing, null, [], cancel);

        var (campaign, reading, tied) = read;
        var former = source.Change == SubmissionChange.Edited;
        if (!former && !reading.IsForeign && IsKept(scene, source, campaign, reading)) return await KeepAsync(scene, source, reading, campaign, [], cancel);
        if (reading.IsForeign && source.Campaign is null && scene.Person is not null) return await KeepAsync(scene, source, reading, null, [AskForm(scene, source, campaigns)], cancel);
        if (tied.Count > 1) return await KeepAsync(scene, source, reading, null, [AskCampaign(scene, source, tied)], cancel);
        if (scene.Person is not { } sender || (sender.Units.Count == 0 && !sender.IsAdmin && source.Unit is null)) return await UnclaimedAsync(scene, source, reading, campaign, cancel);

        var (parts, unknown) = UnitParts.Of(reading, own, sender, scene.Place, source.Transcribed);
        if (parts.Count == 0 && own is null) parts = UnitParts.Together(reading, sender, Body(source));

        // Who takes something back need not say for which of their units.
        if (parts.Count == 0 && reading.Kind == ReadingKind.Retraction) parts = [.. sender.Units.Select(u => new UnitPart { Unit = u, Activities = [] })];
        if (parts.Count == 0 && own is null && sender.Units.Count > 1) return await KeepAsync(scene, source, reading, campaign, [AskUnit(scene, source, sender.Units)], cancel);
        if (reading is { Kind: ReadingKind.Correction, Activities.Count: 0 }) return await KeepAsync(scene, source, reading, campaign, [scene.Answer(GroupReplies.CorrectWhat, OutgoingKind.Question)], cancel);
        if (parts.Count == 0 && unknown.Count == 0) return await KeepAsync(scene, source, reading, campaign, [], cancel);
        return await CommitAsync(scene, source, Request(scene, source, campaign, reading, parts), own, unknown, cancel);
    }

    /// <summary>A kept submission's reading, as it would be decided again; null: it no longer reads as a report.</summary>
    public static RecordRequest? Again(Scene scene, ReportSource source, IReadOnlyList<ActiveCampaign> campaigns)
    {
        var own = OwnUnit(scene, source, All(source).Whole);
        if (scene.Person is not { } sender || Read(scene, source, own, campaigns) is not { } read) return null;
        var (parts, _) = UnitParts.Of(read.Reading, own, sender, scene.Place, source.Transcribed);
        if (parts.Count == 0 && own is null) parts = UnitParts.Together(read.Reading, sender, Body(source));
        return parts.Count == 0 ? null : Request(scene, source, read.Campaign, read.Reading, parts);
    }

    // What hands something in is a report, though it has no figure: 总结 in words, 方案.docx.
    private static (ActiveCampaign Campaign, ReportReading Reading, IReadOnlyList<ActiveCampaign> Tied)? Read(
        Scene scene, ReportSource source, Unit? own, IReadOnlyList<ActiveCampaign> campaigns)
    {
        if (CampaignChoice.Read(campaigns, All(source), Context(scene, source, own), (c, r) => HandsIn(scene, source, c, r)) is not { } read) return null;
        return read.Reading.Kind == ReadingKind.Other && HandsIn(scene, source, read.Campaign.Campaign, read.Reading)
            ? read with { Reading = read.Reading with { Kind = ReadingKind.Report } } : read;
    }

    /// <summary>Whether documents without words beside them say something a campaign asks for.</summary>
    public static bool Tells(Scene scene, ReportSource source, IReadOnlyList<ActiveCampaign> campaigns) =>
        source.Documents is { Count: > 0 } && Read(scene, source, OwnUnit(scene, source, All(source).Whole), campaigns) is { Reading: { Kind: not (ReadingKind.Other or ReadingKind.Query) } or { IsForeign: true } };

    private static bool HandsIn(Scene scene, ReportSource source, Campaign campaign, ReportReading reading) =>
        HandIn.Of(campaign, new ToldSubmission
        {
            Id = source.Submission, SaidAt = source.Text.SaidAt, SaidOn = SaidOn(scene, source), Text = All(source).Whole, Reading = reading, Attachments = source.Attachments,
        }).Any(h => h.IsAskedBy(campaign));

    // Chatter, questions, and who somebody is: kept, answered by nobody. A liaison who names one hands that in.
    private static bool IsKept(Scene scene, ReportSource source, ActiveCampaign campaign, ReportReading reading) => reading.Kind switch
    {
        ReadingKind.Other or ReadingKind.Query => true,
        ReadingKind.Registration => scene.Person is not { Units.Count: > 0 } || !HandsIn(scene, source, campaign.Campaign, reading),
        _ => false,
    };

    private async Task<Handled> CommitAsync(
        Scene scene, ReportSource source, RecordRequest request, Unit? own, IReadOnlyList<string> unknown, CancellationToken cancel)
    {
        var handled = Facts(scene, source, request.Reading, request.Revision) with
        {
            Units = [.. request.Parts.Select(p => p.Unit.Id)],
            Slots = [.. request.Reading.Metrics().Select(m => m.Slot).Distinct()],
            Reconsiders = source.Change != SubmissionChange.New || request.Reading.Kind == ReadingKind.Retraction,
        };
        handled = handled with { Submission = handled.Submission! with { Unit = own?.Id ?? request.Parts.FirstOrDefault()?.Unit.Id } };

        // What is taken back or superseded may have spoken of other units than the new words do.
        if (source.Change != SubmissionChange.New || request.Reading.Kind == ReadingKind.Retraction)
        {
            var touched = await submissions.RecordedUnitsAsync(scene.Place.Office.Id, source.Text.Sender, source.Submission, cancel);
            handled = handled with { Units = [.. handled.Units.Union(touched)] };
        }

        // An edit answers what was open about the former words.
        var former = source.Change == SubmissionChange.New ? [] : await remarks.OfSubmissionAsync(scene.Place.Office.Id, source.Submission, cancel);
        var decided = LedgerDecision.None;
        var done = await DoneAsync(
            handled,
            state =>
            {
                var settled = Settle(scene, request, state, unknown, source.Unread) with { SettledRemarks = former.ToDictionary(r => r.Id, _ => Superseded) };
                decided = settled.Decision;
                return settled;
            },
            cancel);
        if (!done.Stops && unknown.Count == 0) proposals.Offer(scene, source, request, decided);
        return done;
    }

    private Settlement Settle(Scene scene, RecordRequest request, LedgerState state, IReadOnlyList<string> unknown, IReadOnlyList<string> unread)
    {
        var decision = RecordSubmission.Decide(request, state, ids);
        var receipt = Receipt.Compose(request, decision, scene.Person is { Greeted: false });
        var text = string.Join('\n', new[] { receipt?.Text, unknown.Count > 0 ? GroupReplies.UnknownUnits(unknown) : null }.Concat(unread).OfType<string>());
        if (text.Length == 0) return Settlement.Say() with { Decision = decision };
        var message = scene.Answer(text, receipt?.Kind ?? OutgoingKind.Question) with
        {
            Buttons = receipt?.Buttons ?? [], IsQuiet = receipt is { IsQuiet: true } && unknown.Count == 0 && unread.Count == 0,
        };
        return new Settlement(decision, [message], new Dictionary<Guid, string>(), Greeted: receipt is not null && scene.Person is { Greeted: false });
    }

    private async Task<Handled> WithdrawnAsync(
        Scene scene, ReportSource source, IReadOnlyList<ActiveCampaign> campaigns, Unit? own, CancellationToken cancel)
    {
        if (campaigns.Count == 0 || scene.Person is not { } sender) return await KeepAsync(scene, source, ReportReading.Nothing, null, [], cancel);

        var touched = await submissions.RecordedUnitsAsync(scene.Place.Office.Id, source.Text.Sender, source.Submission, cancel);
        var parts = scene.Place.Units.Where(u => touched.Contains(u.Id) || sender.Units.Any(s => s.Id == u.Id))
            .Select(u => new UnitPart { Unit = u, Activities = [] }).ToList();
        var recorded = campaigns.FirstOrDefault(c => c.Revision.Campaign == source.Former) ?? campaigns[^1];
        var request = Request(scene, source, recorded, ReportReading.Nothing, parts);
        return await CommitAsync(scene, source, request, own, [], cancel);
    }

    private async Task<Handled> UnclaimedAsync(Scene scene, ReportSource source, ReportReading reading, ActiveCampaign campaign, CancellationToken cancel)
    {
        var suggested = scene.Place.Units.FirstOrDefault(u => Named(u, source.Text.SenderName)) ?? scene.Place.Units.FirstOrDefault(u => Named(u, Shown(source)));
        var say = new List<OutgoingMessage> { scene.Answer(GroupReplies.KeptUnclaimed) };
        var choices = scene.Place.Units.OrderBy(u => u.Id == suggested?.Id ? 0 : 1).Take(MostChoices)
            .Select(u => new MessageButton(u.Name, new Press.Claim(source.Submission, u.Id).Data)).ToList();
        var number = 1;
        foreach (var chat in await organisation.AdminChatsAsync(scene.Place.Office.Id, scene.Message.Sender.Platform, cancel))
        {
            say.Add(scene.Answer(GroupReplies.ClaimThis(source.Text.SenderName, Shown(source), suggested), OutgoingKind.Question, number++) with
            {
                Chat = chat, Quotes = null, Buttons = choices,
            });
        }

        var handled = Facts(scene, source, reading, campaign.Revision);
        handled = handled with { Submission = handled.Submission! with { Unclaimed = true, SuggestedUnit = suggested?.Id } };
        return await DoneAsync(handled, _ => Settlement.Say(say), cancel);
    }

    private async Task<Handled> KeepAsync(
        Scene scene, ReportSource source, ReportReading reading, ActiveCampaign? campaign, IReadOnlyList<OutgoingMessage> say, CancellationToken cancel) =>
        await DoneAsync(
            Facts(scene, source, reading, campaign?.Revision), _ => Settlement.Say([.. say, .. source.Unread.Select((sentence, at) => scene.Answer(sentence, number: say.Count + at))]), cancel);

    private async Task<Handled> DoneAsync(HandledSubmission handled, Func<LedgerState, Settlement> decide, CancellationToken cancel) =>
        await commit.CommitAsync(handled, decide, cancel) ? Handled.Done(handled.Completes) : Handled.Lost;

    private static OutgoingMessage AskUnit(Scene scene, ReportSource source, IReadOnlyList<Unit> units) =>
        scene.Answer(GroupReplies.WhichUnit, OutgoingKind.Question) with
        {
            Buttons = [.. units.Take(MostChoices).Select(u => new MessageButton(u.Name, new Press.OfUnit(source.Submission, u.Id).Data))],
        };

    private static OutgoingMessage AskCampaign(Scene scene, ReportSource source, IReadOnlyList<ActiveCampaign> tied) =>
        scene.Answer(GroupReplies.WhichCampaign, OutgoingKind.Question) with
        {
            Buttons = [.. tied.Select(c => new MessageButton(
                c.Campaign.Title, new Press.OfCampaign(source.Submission, scene.Place.Campaigns.ToList().IndexOf(c.Revision)).Data))],
        };

    // Another campaign's form is booked only where somebody says that it is meant for this one.
    private static OutgoingMessage AskForm(Scene scene, ReportSource source, IReadOnlyList<ActiveCampaign> campaigns) =>
        AskCampaign(scene, source, campaigns) with { Text = GroupReplies.OtherForm };

    private static RecordRequest Request(
        Scene scene, ReportSource source, ActiveCampaign campaign, ReportReading reading, IReadOnlyList<UnitPart> parts) => new()
    {
        Submission = source.Submission, Change = source.Change, Message = source.Text.Id, TextHash = TextHash.Of(Shown(source)), Text = All(source).Whole,
        Revision = campaign.Revision, Campaign = campaign.Campaign, Reading = reading, Parts = parts, Sender = scene.Person?.Id,
        SaidAt = source.Text.SaidAt, SaidOn = SaidOn(scene, source), Zone = scene.Place.Zone, Now = scene.Now, Quoted = source.Quoted,
        Attachments = source.Attachments, OfficeUnits = scene.Place.Units,
    };

    private static HandledSubmission Facts(Scene scene, ReportSource source, ReportReading reading, RevisionId? revision) => new()
    {
        Claim = scene.Claim, Completes = source.Completes, Office = scene.Place.Office.Id, Revision = revision, Person = scene.Person?.Id, Now = scene.Now,
        Submission = new SubmissionFacts
        {
            Id = source.Submission, IsNew = source.IsNew, Head = source.Head, Absorbs = source.Absorbs, TextMessage = source.Text.Id, TextHash = TextHash.Of(Shown(source)),
            Reading = reading, SaidOn = SaidOn(scene, source),
        },
    };

    private static ReadingContext Context(Scene scene, ReportSource source, Unit? own) => new()
    {
        SaidAt = scene.Place.Local(source.Text.SaidAt), Unit = own?.Name, Photos = source.Attachments.Count,
        Units = scene.Place.UnitNames,
        ReportsFor = scene.Person is { Units.Count: > 1 } sender ? [.. sender.Units.Select(u => u.Name)] : [],
    };

    private static DateOnly SaidOn(Scene scene, ReportSource source) => DateOnly.FromDateTime(scene.Place.Local(source.Text.SaidAt));

    private static SubmissionText All(ReportSource source) => new(Body(source), source.Documents ?? []);

    // A file without words is known by its name.
    private static string Shown(ReportSource source) => All(source).Whole is { Length: > 0 } words ? words : string.Join(' ', source.Attachments.Select(a => a.Name));

    // The introducing word becomes white space, so that places in the text stay true.
    private static string Body(ReportSource source) =>
        source.BodyAt == 0 ? source.Text.Text : new string(' ', source.BodyAt) + source.Text.Text[source.BodyAt..];

    // Who reports for several units names the one that is meant.
    private static Unit? OwnUnit(Scene scene, ReportSource source, string body)
    {
        if (source.Unit is not null) return source.Unit;
        if (scene.Person is not { } sender) return null;
        if (sender.Units.Count == 1) return sender.Units[0];
        var named = sender.Units.Where(u => Named(u, body)).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static bool Named(Unit unit, string text) => unit.Aliases.Prepend(unit.Name).Any(n => text.Contains(n, StringComparison.Ordinal));
}

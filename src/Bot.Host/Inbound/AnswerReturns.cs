using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;
using Bot.Domain.Returns;
using Bot.Host.Files;

namespace Bot.Host.Inbound;

/// <summary>确认 of what was filled in advance: by its button, or in plain words in the private chat where it was offered.</summary>
internal sealed class AnswerReturns(IReturns returns, ICampaigns campaigns, IHandledCommit commit, IIdSource ids)
{
    /// <summary>How long the plain word still finds what is not open any more.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(7);

    /// <summary>The plain word; null: it is not said, or nothing was offered that it could mean.</summary>
    public async Task<Handled?> TryAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.InGroup || scene.Message.Event != MessageEvent.Said || scene.Person is not { } person || !ConfirmWord.Is(scene.Message.Text)) return null;
        if (scene.Message.Quotes is { } quoted)
        {
            return await returns.OfferedInAsync(scene.Place.Chat, quoted, cancel) is { } offered ? await ConfirmAsync(scene, offered, cancel) : null;
        }

        var open = await OpenAsync(scene, person, cancel);
        return open.Count switch
        {
            0 => null,
            1 => await ConfirmAsync(scene, open[0][0].Version.Id, cancel),
            _ => await AskWhichAsync(scene, open, cancel),
        };
    }

    /// <summary>Confirms a version and all that were offered together with it.</summary>
    public async Task<Handled> ConfirmAsync(Scene scene, ReturnId version, CancellationToken cancel)
    {
        var office = scene.Place.Office.Id;
        var offered = await returns.OfferedAsync(office, version, cancel);
        if (offered.Count == 0 || scene.Place.Units.FirstOrDefault(u => u.Id == offered[0].Version.Unit) is not { } unit) return await SayAsync(scene, scene.Answer(GroupReplies.TooLate), cancel);

        // Being an admin, or reporting for the unit, is not enough.
        if (scene.Person is not { } person || !(await returns.ConfirmsForAsync(office, person.Id, scene.SaidOn, cancel)).Contains(unit.Id))
        {
            return await SayAsync(scene, scene.Answer(PrefillText.NotEntitled(unit.Name)), cancel);
        }

        var active = await campaigns.GetAsync(office, offered[0].Version.Revision, cancel);
        var handled = scene.Facts with { Revision = active.Revision, Units = [unit.Id], Confirms = version };
        return await commit.CommitAsync(handled, state => Settle(scene, active.Campaign, unit, person.Id, state), cancel) ? Handled.Done([scene.Message.Id]) : Handled.Lost;
    }

    private Settlement Settle(Scene scene, Campaign campaign, Unit unit, PersonId by, LedgerState state)
    {
        var decision = ConfirmReturns.Decide(
            new ConfirmRequest
            {
                Campaign = campaign, Unit = unit, Offered = state.Offered, Bookings = state.Bookings, By = by, SaidAt = scene.Message.SaidAt, Now = scene.Now,
            },
            ids);
        return decision switch
        {
            ConfirmDecision.Confirmed done => Settlement.Say(scene.Answer(PrefillText.Confirmed(
                unit.Name, PrefillText.What(Obligations(campaign, done.Versions.Select(v => v.Version))), done.Versions.Any(v => v.Due == DueState.Open)))) with { Returns = done.Changes },
            ConfirmDecision.Already already => Settlement.Say(scene.Answer(PrefillText.Already(DateOnly.FromDateTime(scene.Place.Local(already.At))))),
            ConfirmDecision.Changed changed => Settlement.Say(AskAgain(scene, campaign, unit, changed)) with { Returns = changed.Changes },
            ConfirmDecision.Gone => Settlement.Say(scene.Answer(GroupReplies.TooLate)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static OutgoingMessage AskAgain(Scene scene, Campaign campaign, Unit unit, ConfirmDecision.Changed changed) =>
        scene.Answer(PrefillText.AskAgain(campaign, changed.Figures), OutgoingKind.Question) with
        {
            Buttons = [new MessageButton(PrefillText.Confirm, new Press.Confirm(changed.Versions[0].Id).Data)],
            Files = ReturnLinks.Of(unit.Name, [.. changed.Versions.Zip(changed.Filled)]),
        };

    private Task<Handled> AskWhichAsync(Scene scene, IReadOnlyList<IReadOnlyList<OfferedReturn>> open, CancellationToken cancel)
    {
        var units = scene.Place.Units.ToDictionary(u => u.Id, u => u.Name);
        return SayAsync(scene, scene.Answer(PrefillText.Which, OutgoingKind.Question) with
        {
            Buttons = [.. open.Select(p => new MessageButton(PrefillText.Confirm + units[p[0].Version.Unit], new Press.Confirm(p[0].Version.Id).Data))],
        }, cancel);
    }

    // What waits for 确认, as it was offered together; where nothing does, what was offered or confirmed of late.
    private async Task<IReadOnlyList<IReadOnlyList<OfferedReturn>>> OpenAsync(Scene scene, Person person, CancellationToken cancel)
    {
        var office = scene.Place.Office.Id;
        var units = person.Units.Select(u => u.Id).Union(await returns.ConfirmsForAsync(office, person.Id, scene.SaidOn, cancel)).ToList();
        var newest = await returns.NewestAsync(office, units, null, cancel);
        var open = newest.Where(n => n.Version.State == ReturnState.Draft && n.Due == DueState.Open).ToList();
        if (open.Count == 0) open = [.. newest.Where(n => (n.Version.ConfirmedAt ?? n.Version.CreatedAt) > scene.Now - Reach)];
        return [.. open.GroupBy(n => (n.Version.Of.Campaign, n.Version.Unit, n.Version.CreatedAt)).Select(p => (IReadOnlyList<OfferedReturn>)[.. p])];
    }

    private static IEnumerable<Obligation> Obligations(Campaign campaign, IEnumerable<Return> versions) =>
        versions.Select(v => campaign.Obligations.First(o => o.Id == v.Of.Obligation));

    private async Task<Handled> SayAsync(Scene scene, OutgoingMessage message, CancellationToken cancel) =>
        await commit.CommitAsync(scene.Facts, _ => Settlement.Say(message), cancel) ? Handled.Done([scene.Message.Id]) : Handled.Lost;
}

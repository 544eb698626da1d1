using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;

namespace Bot.Domain.Returns;

/// <summary>
/// Decides what 确认 does to the versions that were offered together: all of them are confirmed as they were shown, or, where
/// the ledger says something else by now, what changed is shown and asked again.
/// </summary>
public static class ConfirmReturns
{
    /// <summary>The decision, pure.</summary>
    public static ConfirmDecision Decide(ConfirmRequest request, IIdSource ids)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ids);
        var parts = Parts(request);
        if (parts.Count == 0) return new ConfirmDecision.Gone();
        if (parts.TrueForAll(p => p.IsConfirmed)) return new ConfirmDecision.Already(parts.Max(p => p.Offered.Confirmed!.ConfirmedAt ?? request.SaidAt));
        return parts.TrueForAll(p => p.Now.Fingerprint == p.Offered.Version.Fingerprint) ? Confirm(parts, request) : AskAgain(parts, request, ids);
    }

    private static ConfirmDecision.Confirmed Confirm(List<Part> parts, ConfirmRequest request) => new(
        [.. parts.Where(p => !p.IsConfirmed).Select(p => new ReturnChange.Confirmed(p.Offered.Version.Id, request.By, request.SaidAt))],
        [.. parts.Where(p => !p.IsConfirmed).Select(p => p.Offered)]);

    private static ConfirmDecision.Changed AskAgain(List<Part> parts, ConfirmRequest request, IIdSource ids)
    {
        var newest = parts.Select(p => p.Offered.Newest).ToList();
        var known = parts.TrueForAll(p => p.Now.Fingerprint == p.Offered.Newest.Fingerprint) && newest.TrueForAll(v => v.CreatedAt == newest[0].CreatedAt);
        var versions = known ? newest : [.. parts.Select(p => Return.Draw(new ReturnId(ids.Next()), p.Offered.Version.Of, p.Offered.Newest.Revision, p.Now, request.Now))];
        return new ConfirmDecision.Changed(
            known ? [] : [.. versions.Select(v => new ReturnChange.Drawn(v))], versions, [.. parts.Select(p => p.Now)],
            [.. parts.SelectMany(p => FigureChange.Between(p.Before, p.Now)).DistinctBy(c => c.Slot.Id)]);
    }

    // What the plan no longer asks for cannot be confirmed.
    private static List<Part> Parts(ConfirmRequest request)
    {
        var figures = request.Bookings.Select(BookedFigure.Of).ToList();
        var parts = new List<Part>();
        foreach (var offered in request.Offered)
        {
            if (request.Campaign.Obligations.FirstOrDefault(o => o.Id == offered.Version.Of.Obligation) is not { } obligation) continue;
            parts.Add(new Part(
                offered, FilledReturn.Frozen(request.Campaign, obligation, offered.Version, request.Unit, figures),
                FilledReturn.Fill(request.Campaign, obligation, offered.Version.Days, request.Unit, figures)));
        }

        return parts;
    }

    private sealed record Part(OfferedReturn Offered, FilledReturn Before, FilledReturn Now)
    {
        public bool IsConfirmed => Offered.Confirmed?.Fingerprint == Now.Fingerprint;
    }
}

/// <summary>Somebody entitled says 确认.</summary>
public sealed record ConfirmRequest
{
    /// <summary>The campaign, in the revision the versions were filled under.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>The unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The versions that were offered together.</summary>
    public required IReadOnlyList<OfferedReturn> Offered { get; init; }

    /// <summary>The unit's bookings in the campaign, read in the transaction that decides.</summary>
    public required IReadOnlyList<Booking> Bookings { get; init; }

    /// <summary>Who says it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When it was said (UTC).</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What 确认 comes to.</summary>
public abstract record ConfirmDecision
{
    private ConfirmDecision() { }

    /// <summary>Confirmed as they were shown.</summary>
    public sealed record Confirmed(IReadOnlyList<ReturnChange> Changes, IReadOnlyList<OfferedReturn> Versions) : ConfirmDecision;

    /// <summary>Just these figures were confirmed before.</summary>
    public sealed record Already(DateTimeOffset At) : ConfirmDecision;

    /// <summary>The ledger says something else than what was shown: these versions are to be confirmed instead.</summary>
    public sealed record Changed(
        IReadOnlyList<ReturnChange> Changes, IReadOnlyList<Return> Versions, IReadOnlyList<FilledReturn> Filled, IReadOnlyList<FigureChange> Figures) : ConfirmDecision;

    /// <summary>There is nothing to confirm any more.</summary>
    public sealed record Gone : ConfirmDecision;
}

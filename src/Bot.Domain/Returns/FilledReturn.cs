using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;
using Bot.Domain.Rollups;

namespace Bot.Domain.Returns;

/// <summary>A unit's hand-in filled from its own records: its forms, and for a summary the draft of its words. Nothing that no booking holds is in it.</summary>
public sealed record FilledReturn
{
    /// <summary>What is handed in.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>The unit. Units below it hand in for themselves.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The days it covers.</summary>
    public required DaySpan Days { get; init; }

    /// <summary>The forms, filled.</summary>
    public required IReadOnlyList<Rollup> Forms { get; init; }

    /// <summary>The draft in words; null: a form only.</summary>
    public required string? Draft { get; init; }

    /// <summary>The bookings the figures are the sums of.</summary>
    public IReadOnlyList<BookingId> Bookings => [.. Forms.SelectMany(f => f.Sources).Select(s => s.Figure.Booking).Distinct()];

    /// <summary>A hash of figures and words.</summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder(Draft).Append('|');
            foreach (var cell in Forms.SelectMany(f => f.Cells).Where(c => c.Value is not null))
            {
                text.Append(CultureInfo.InvariantCulture, $"{cell.Slot}={FigureText.Number(cell.Value!.Value)}{FigureText.Word(cell.Bound)};");
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
        }
    }

    /// <summary>Fills it.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="obligation">What is handed in.</param>
    /// <param name="days">The days it covers.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="figures">Bookings, of whichever units; only the unit's own are taken.</param>
    public static FilledReturn Fill(Campaign campaign, Obligation obligation, DaySpan days, Unit unit, IEnumerable<BookedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(figures);
        List<BookedFigure> own = [.. figures.Where(f => f.Unit == unit.Id && f.Day <= days.To).OrderBy(f => f.Booking.Value)];
        IReadOnlyList<Rollup> forms =
        [
            .. HandInDays.Forms(campaign, obligation).Select(form => RollupBuilder.Build(new RollupRequest
            {
                Campaign = campaign, Form = form, UnitName = unit.Name, Units = [unit], Period = HandInDays.FromBeginning(days) ? null : days, Figures = own,
            })),
        ];
        return new FilledReturn
        {
            Obligation = obligation, Unit = unit, Days = days, Forms = forms,
            Draft = obligation.Kind == ObligationKind.Summary ? SummaryDraft.Compose(campaign, obligation, unit.Name, forms) : null,
        };
    }

    /// <summary>Fills it again from the bookings a version was frozen to.</summary>
    public static FilledReturn Frozen(Campaign campaign, Obligation obligation, Return version, Unit unit, IEnumerable<BookedFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(version);
        var taken = version.Bookings.ToHashSet();
        return Fill(campaign, obligation, version.Days, unit, figures.Where(f => taken.Contains(f.Booking)));
    }
}

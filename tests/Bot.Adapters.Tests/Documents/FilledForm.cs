using Bot.Adapters.Tests.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Tests.Documents;

/// <summary>A form of a shipped campaign, filled for three units by bookings said in one line each.</summary>
internal sealed class FilledForm(string campaign, int form = 0)
{
    private readonly Campaign _campaign = ShippedCampaignsTests.Load(campaign);
    private readonly List<BookedFigure> _figures = [];

    public static IReadOnlyList<Unit> Units { get; } = [Unit(1, "白塔社区"), Unit(2, "桃仙社区"), Unit(3, "李相村")];

    public Form Form => _campaign.Forms[form];

    /// <summary>A different figure in every slot, all from the first unit: 1001, 1002 …; a yes/no box is ticked.</summary>
    public FilledForm Numbered()
    {
        var number = 1000;
        foreach (var slot in Form.Slots)
            Book(slot.Id.Value, slot.Aggregate == Aggregate.Any ? 1 : ++number);
        return this;
    }

    public FilledForm Book(string slot, decimal delta, int unit = 1, Bound bound = Bound.Exact, bool implied = false, bool pending = false,
        BookingCause cause = BookingCause.Report, string? excerpt = "组织演练", string who = "联络员甲", int day = 13)
    {
        var number = _figures.Count + 1;
        _figures.Add(new BookedFigure
        {
            Slot = new SlotId(slot),
            Unit = Units[unit - 1].Id,
            Activity = new ActivityId(Number(number)),
            Day = new DateOnly(_campaign.Year, 6, day),
            Delta = delta,
            Bound = bound,
            Implied = implied,
            Pending = pending,
            Cause = cause,
            Message = new MessageId(Number(number)),
            SaidAt = new DateTime(_campaign.Year, 6, day, 15, 20, 0, DateTimeKind.Unspecified),
            Who = who,
            Span = new TextSpan(0, 4),
            Excerpt = excerpt,
        });
        return this;
    }

    public Rollup Rollup(int units = 3, DaySpan? period = null) => RollupBuilder.Build(new RollupRequest
    {
        Campaign = _campaign, Form = Form, UnitName = "白塔街道应急办", Units = [.. Units.Take(units)], Period = period, Figures = _figures,
    });

    private static Unit Unit(int order, string name) => new() { Id = new UnitId(Number(order)), Name = name, Order = order };

    private static Guid Number(int number) => new(number, 0, 0, new byte[8]);
}

using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;

namespace Bot.Domain.Tests.Rollups;

/// <summary>Three villages, a form with one slot of each kind, and bookings said in one line each.</summary>
internal sealed class Season
{
    public static readonly SlotId Drills = new("drill.own.sessions");
    public static readonly SlotId People = new("drill.own.attendance");
    public static readonly SlotId Bases = new("base.open.count");
    public static readonly SlotId Film = new("study.film.done");

    private readonly List<BookedFigure> _figures = [];

    public static IReadOnlyList<Unit> Units { get; } = [Unit(2, "李村"), Unit(1, "张村"), Unit(3, "王村")];

    public static Form Form { get; } = new()
    {
        Id = new FormId("form1"),
        Attachment = 1,
        Name = "进展情况统计表",
        Subject = "安全生产月",
        Origin = FormOrigin.Plan,
        Columns = ["活动项目", "进展情况"],
        Rows =
        [
            new FormRow
            {
                Name = "演练",
                Lines = ["演练（{drill.own.sessions}）场，参与（{drill.own.attendance}）人次；开放（{base.open.count}）家；观看{study.film.done}"],
                Slots = [Slot(Drills, "场", Aggregate.Sum), Slot(People, "人次", Aggregate.Sum), Slot(Bases, "家", Aggregate.Latest), Slot(Film, Bot.Domain.Campaigns.Slot.YesNo, Aggregate.Any)],
            },
        ],
    };

    /// <summary>Books a figure.</summary>
    public Season Book(string unit, SlotId slot, decimal delta, int day = 13, int activity = 0, BookingCause cause = BookingCause.Report,
        Bound bound = Bound.Exact, bool implied = false, bool pending = false)
    {
        var number = _figures.Count + 1;
        _figures.Add(new BookedFigure
        {
            Slot = slot,
            Unit = Id(unit),
            Activity = new ActivityId(Number(activity == 0 ? 1000 + number : activity)),
            Day = new DateOnly(2024, 6, 1).AddDays(day - 1),
            Delta = delta,
            Bound = bound,
            Implied = implied,
            Pending = pending,
            Cause = cause,
            Message = new MessageId(Number(number)),
            SaidAt = new DateTime(2024, 6, 1, 15, 0, 0, DateTimeKind.Unspecified).AddDays(day - 1),
            Who = "联络员",
            Span = new TextSpan(0, 4),
            Excerpt = "演练",
        });
        return this;
    }

    public RollupRequest Request(DaySpan? period = null, params string[] reported) => new()
    {
        Campaign = new Campaign
        {
            Id = new CampaignId("hill-2024"), Title = "山上街道活动方案", Subject = "安全生产月", Year = 2024,
            Period = new DaySpan(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)), Forms = [Form], Obligations = [],
        },
        Form = Form,
        UnitName = "山上街道",
        Units = Units,
        Period = period,
        Reported = [.. reported.Select(Id)],
        Figures = _figures,
    };

    public Rollup Rollup(DaySpan? period = null, params string[] reported) => RollupBuilder.Build(Request(period, reported));

    public static DaySpan Days(int from, int to) => new(new DateOnly(2024, 6, from), new DateOnly(2024, 6, to));

    private static UnitId Id(string name) => Units.Single(unit => unit.Name == name).Id;

    private static Unit Unit(int order, string name) => new() { Id = new UnitId(Number(order)), Name = name, Order = order };

    private static Slot Slot(SlotId id, string measure, Aggregate aggregate) => new() { Id = id, Phrase = id.Value, Measure = measure, Aggregate = aggregate };

    private static Guid Number(int number) => new(number, 0, 0, new byte[8]);
}

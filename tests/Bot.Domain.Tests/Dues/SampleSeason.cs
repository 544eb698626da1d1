using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Tests.Ledger;

namespace Bot.Domain.Tests.Dues;

/// <summary>A June with weekly material, a summary and a side subject: what is owed, and a way to say who has reported.</summary>
internal sealed class SampleSeason
{
    public static readonly DateTimeOffset Since = At(5, 30, 8);

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly List<Due> dues;

    public SampleSeason(int units = 5, params Obligation[] obligations)
    {
        Units = [.. Enumerable.Range(1, units).Select(i => new Unit { Id = new UnitId(new Guid(i, 0, 0, new byte[8])), Name = units > 5 ? $"{i}号社区" : "甲乙丙丁戊"[i - 1] + "社区", Order = i })];
        Running = new RunningCampaign
        {
            Revision = new RevisionId(new CampaignId("sample-2024"), 1),
            Campaign = SampleCampaign.Campaign with { Obligations = obligations.Length > 0 ? obligations : Usual }, Since = Since, Groups = [],
        };
        Season = new Season { Office = new Office { Id = new OfficeId(Guid.Empty), Name = "街道" }, Units = Units, Campaigns = [Running] };
        dues = [.. DuePlan.For(Running, Units, Zone, new CountedIds())];
    }

    /// <summary>图文 every Thursday, 总结 on 25 June, 沈阳行 monthly and its 总结 in December.</summary>
    public static Obligation[] Usual =>
    [
        Owed("material", ObligationKind.Material, new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30))),
        Owed("summary", ObligationKind.Summary, new Schedule.Once(Day(6, 25))),
        Owed("progress", ObligationKind.Progress, new Schedule.Monthly([25], Day(6, 1), Day(12, 1)), "沈阳行") with { Form = new FormId("form2") },
        Owed("side-summary", ObligationKind.Summary, new Schedule.Once(Day(12, 25)), "沈阳行"),
    ];

    public IReadOnlyList<Unit> Units { get; }

    public RunningCampaign Running { get; }

    public Season Season { get; }

    public static Obligation Owed(string id, ObligationKind kind, Schedule schedule, string subject = "安全生产月") =>
        new() { Id = id, Kind = kind, Subject = subject, Schedule = schedule };

    public static DateOnly Day(int month, int day) => new(2024, month, day);

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new(2024, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    /// <summary>Units by number, from 1, stand so in an occurrence.</summary>
    public SampleSeason With(string obligation, DateOnly day, DueState state, params int[] units)
    {
        foreach (var unit in units)
        {
            var at = dues.FindIndex(d => d.Of.Obligation == obligation && d.Of.Day == day && d.Unit == Units[unit - 1].Id);
            dues[at] = dues[at] with { State = state };
        }

        return this;
    }

    public DueBoard Board(DateTimeOffset now) => Board(now, Units);

    /// <summary>With these units instead, the same or changed since.</summary>
    public DueBoard Board(DateTimeOffset now, IReadOnlyList<Unit> units) => DueBoard.Of(Season, Season.Campaigns, units, dues, now);
}

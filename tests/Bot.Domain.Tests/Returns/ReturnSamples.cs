using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Returns;
using Bot.Domain.Rollups;
using Bot.Domain.Tests.Ledger;

namespace Bot.Domain.Tests.Returns;

/// <summary>A village with its bookings in the sample campaign, a closing summary and a table it owes, and versions of them.</summary>
internal sealed class ReturnSamples
{
    public static readonly DateTimeOffset Morning = new(2024, 6, 20, 1, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Liaison = new(new Guid(7, 0, 0, new byte[8]));
    public static readonly Unit Unit = new() { Id = new UnitId(new Guid(1, 0, 0, new byte[8])), Name = "张村", Order = 1 };

    public static readonly Obligation Summary = new()
    {
        Id = "summary", Kind = ObligationKind.Summary, Subject = "安全生产月", Schedule = new Schedule.Once(new DateOnly(2024, 6, 25)),
    };

    public static readonly Obligation Table = new()
    {
        Id = "statistics", Kind = ObligationKind.Statistics, Subject = "安全生产月", Schedule = new Schedule.Once(new DateOnly(2024, 6, 25)), Form = new FormId("form1"),
    };

    public static readonly Campaign Campaign = SampleCampaign.Campaign with { Obligations = [Summary, Table] };

    private static readonly DaySpan Days = new(HandInDays.Beginning, new DateOnly(2024, 6, 25));

    private readonly List<Booking> bookings = [];
    private readonly CountedIds ids = new();

    public IReadOnlyList<Booking> Bookings => bookings;

    public ReturnSamples Book(string slot, decimal delta, int day = 13, Unit? unit = null, BookingCause cause = BookingCause.Report)
    {
        var id = SampleCampaign.Short[slot];
        var family = bookings.FirstOrDefault(b => b.Slot == id)?.Activity;
        bookings.Add(new Booking
        {
            Id = new BookingId(ids.Next()), Campaign = new RevisionId(Campaign.Id, 1), Unit = (unit ?? Unit).Id, Slot = id, Day = new DateOnly(2024, 6, day), Delta = delta,
            Cause = cause, Activity = cause == BookingCause.Correction ? family!.Value : new ActivityId(ids.Next()), Submission = new SubmissionId(ids.Next()),
            Message = new MessageId(ids.Next()), Span = new TextSpan(0, 1), Rule = "test", At = Morning,
        });
        return this;
    }

    public FilledReturn Fill(Obligation? obligation = null) => FilledReturn.Fill(Campaign, obligation ?? Summary, Days, Unit, bookings.Select(BookedFigure.Of));

    /// <summary>What would be offered now, as the newest of its due.</summary>
    public OfferedReturn Offer(Obligation? obligation = null, DueState due = DueState.Open, DateTimeOffset? at = null)
    {
        var owed = obligation ?? Summary;
        var version = Return.Draw(
            new ReturnId(ids.Next()), new OccurrenceKey(Campaign.Id, owed.Id, new DateOnly(2024, 6, 25)), new RevisionId(Campaign.Id, 1), Fill(owed), at ?? Morning);
        return new OfferedReturn(version, version, null, due);
    }

    public ConfirmDecision Confirm(params IReadOnlyList<OfferedReturn> offered) => ConfirmReturns.Decide(
        new ConfirmRequest
        {
            Campaign = Campaign, Unit = Unit, Offered = offered, Bookings = bookings, By = Liaison, SaidAt = Morning.AddHours(2), Now = Morning.AddHours(2),
        },
        ids);
}

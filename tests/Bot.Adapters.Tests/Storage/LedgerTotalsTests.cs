using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>Totals that every database adds up by itself are those of the form that is filled figure by figure.</summary>
public abstract class LedgerTotalsTests : StoreUnderTest
{
    private const int Activities = 60;
    private static readonly CampaignId Campaign = new(SeededOffice.Campaign);
    private static readonly string[] Names = ["白塔社区", "桃仙社区", "河畔社区", "丰乐社区"];
    private static readonly DateOnly First = new(2024, 6, 1);

    private static readonly Slot[] Slots =
    [
        new() { Id = new SlotId("drill.sessions"), Phrase = "演练", Measure = "场", Aggregate = Aggregate.Sum },
        new() { Id = new SlotId("drill.attendance"), Phrase = "参加", Measure = "人次", Aggregate = Aggregate.Sum },
        new() { Id = new SlotId("base.count"), Phrase = "基地", Measure = "家", Aggregate = Aggregate.Latest },
        new() { Id = new SlotId("film.done"), Phrase = "观影", Measure = "是否", Aggregate = Aggregate.Any },
        new() { Id = new SlotId("nobody.said"), Phrase = "其他", Measure = "次", Aggregate = Aggregate.Sum },
    ];

    private SeededOffice office = null!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_was_booked_adds_up_as_in_the_form(int seed)
    {
        var random = new Random(seed);
        office = new SeededOffice(Store, Ids);
        await office.MakeAsync("本街道", Names);
        for (var i = 0; i < Activities; i++) await ReportAsync(random);

        var ledger = new LedgerStore(Store);
        foreach (var names in new[] { Names, [Names[0], Names[2]], [Names[3]] })
        {
            IReadOnlyList<UnitId> units = [.. names.Select(n => office.Units[n])];
            foreach (var period in new DaySpan?[] { null, new(First.AddDays(7), First.AddDays(13)), new(HandInDays.Beginning, First.AddDays(15)) })
            {
                var totals = await ledger.TotalsAsync(office.Office, Campaign, Slots, names == Names ? null : units, period, default);
                Assert.Equal(await FilledAsync(ledger, names, period), totals);
            }
        }
    }

    private async Task<IReadOnlyList<RollupCell>> FilledAsync(LedgerStore ledger, IReadOnlyList<string> names, DaySpan? period)
    {
        var shipped = ShippedForm();
        return RollupBuilder.Build(new RollupRequest
        {
            Campaign = shipped, Form = shipped.Forms[0] with { Rows = [shipped.Forms[0].Rows[0] with { Slots = Slots }] }, UnitName = "", Period = period,
            Units = [.. names.Select(n => new Unit { Id = office.Units[n], Name = n, Order = 1 })], Figures = await ledger.FiguresAsync(office.Office, Campaign, null, default),
        }).Cells;
    }

    private static Campaign ShippedForm() => CampaignActivation.Load(System.Text.Encoding.UTF8.GetString(Adapters.Campaigns.ShippedCampaigns.Content(SeededOffice.Campaign)!));

    // A report of some slots; now and then it is corrected, taken back, a difference to a total, or doubted.
    private async Task ReportAsync(Random random)
    {
        var unit = Names[random.Next(Names.Length)];
        var said = await office.SayAsync(unit, "开展演练");
        var activity = await office.ActAsync(unit, said.Submission);
        var day = First.AddDays(random.Next(30));
        var isTotal = random.Next(20) == 0;
        foreach (var slot in Slots[..^1].Where(_ => random.Next(2) == 0))
        {
            var value = random.Next(5);
            await BookAsync(unit, slot, day, value, isTotal ? BookingCause.CumulativeDifference : BookingCause.Report, random);
            if (random.Next(15) == 0) await BookAsync(unit, slot, day, random.Next(-value, 4), BookingCause.Correction, random);
            if (random.Next(15) == 0) await BookAsync(unit, slot, day, -value, BookingCause.Retraction, random);
            if (random.Next(60) == 0) await office.DoubtAsync(unit, said.Submission, activity, random.Next(2) == 0 ? slot.Id.Value : null);
        }

        Task BookAsync(string of, Slot slot, DateOnly on, int delta, BookingCause cause, Random with) => Store.WriteAsync(
            db =>
            {
                db.Bookings.Add(new BookingRow
                {
                    Id = Ids.Next(), OfficeId = office.Office.Value, CampaignId = SeededOffice.Campaign, Revision = 1, UnitId = office.Units[of].Value, SlotId = slot.Id.Value, Day = on,
                    Thousandths = delta * 1000L, Bound = with.Next(4) == 0 ? (Bound)with.Next(4) : Bound.Exact, Implied = with.Next(6) == 0, Cause = cause, ActivityId = activity,
                    SubmissionId = said.Submission, MessageId = said.Message, Rule = "test", At = SeededOffice.Noon,
                });
                return Task.CompletedTask;
            },
            default);
    }
}

public sealed class LedgerTotalsOnSqliteTests : LedgerTotalsTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class LedgerTotalsOnPostgresTests : LedgerTotalsTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}

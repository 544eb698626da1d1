using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What every database must answer about the ledger.</summary>
public abstract class LedgerStoreTests : StoreUnderTest
{
    private static readonly CampaignId Campaign = new(SeededOffice.Campaign);
    private static readonly CancellationToken Never = CancellationToken.None;

    private SeededOffice office = null!;
    private SeededOffice other = null!;
    private LedgerStore ledger = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ledger = new LedgerStore(Store);
        office = new SeededOffice(Store, Ids);
        other = new SeededOffice(Store, Ids);
        await office.MakeAsync("本街道", "白塔社区", "桃仙社区", "河畔社区");
        await other.MakeAsync("别的街道", "外街社区");
    }

    [Fact]
    public async Task Figures_come_in_the_order_of_booking_with_what_was_said()
    {
        const string text = "6月12日组织演练2场，电话13900000000";
        var said = await office.SayAsync("白塔社区", text);
        var activity = await office.ActAsync("白塔社区", said.Submission, "2024-06-10,2024-06-11/2024-06-12");
        await office.BookAsync("白塔社区", SeededOffice.Drills, 2, said, activity, new TextSpan(9, 10));
        await office.BookAsync("白塔社区", SeededOffice.People, 120.5m, said, activity, new TextSpan(9, 10), bound: Bound.Over);

        var figures = await ledger.FiguresAsync(office.Office, Campaign, null, Never);

        Assert.Equal([SeededOffice.Drills, SeededOffice.People], figures.Select(f => f.Slot.Value));
        var first = figures[0];
        Assert.Equal(office.Units["白塔社区"], first.Unit);
        Assert.Equal(new ActivityId(activity), first.Activity);
        Assert.Equal(new DaySpan(new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 12)), first.Days);
        Assert.Equal((2m, 120.5m, Bound.Over), (first.Delta, figures[1].Delta, figures[1].Bound));
        Assert.Equal(("安全员", new DateTime(2024, 6, 13, 12, 0, 0)), (first.Who, first.SaidAt));
        Assert.Equal("6月12日组织演练2场，电话139****0…", first.Excerpt);
        Assert.False(first.Pending);
    }

    [Fact]
    public async Task Only_the_asked_units_come()
    {
        foreach (var unit in new[] { "白塔社区", "桃仙社区" })
        {
            var said = await office.SayAsync(unit, "演练1场");
            await office.BookAsync(unit, SeededOffice.Drills, 1, said, await office.ActAsync(unit, said.Submission), new TextSpan(2, 3));
        }

        var figure = Assert.Single(await ledger.FiguresAsync(office.Office, Campaign, [office.Units["桃仙社区"]], Never));
        Assert.Equal(office.Units["桃仙社区"], figure.Unit);
        Assert.Empty(await ledger.FiguresAsync(office.Office, Campaign, [], Never));
        Assert.Empty(await ledger.FiguresAsync(office.Office, new CampaignId("changzhou-2022"), null, Never));
    }

    [Fact]
    public async Task An_erased_text_leaves_the_figure_without_words()
    {
        var said = await office.SayAsync("白塔社区", "演练1场");
        await office.BookAsync("白塔社区", SeededOffice.Drills, 1, said, await office.ActAsync("白塔社区", said.Submission), new TextSpan(2, 3));
        await Store.WriteAsync(db => db.MessageTexts.Where(t => t.MessageId == said.Message).ExecuteDeleteAsync(), Never);

        var figure = Assert.Single(await ledger.FiguresAsync(office.Office, Campaign, null, Never));
        Assert.Equal((1m, null, "安全员"), (figure.Delta, figure.Excerpt, figure.Who));
    }

    [Fact]
    public async Task An_open_doubt_marks_its_figures_until_it_is_settled()
    {
        var said = await office.SayAsync("白塔社区", "演练2场120人，海报3张");
        var activity = await office.ActAsync("白塔社区", said.Submission);
        var untouched = await office.ActAsync("白塔社区", said.Submission);
        await office.BookAsync("白塔社区", SeededOffice.Drills, 2, said, activity, new TextSpan(2, 3));
        await office.BookAsync("白塔社区", SeededOffice.People, 120, said, activity, new TextSpan(4, 7));
        await office.BookAsync("白塔社区", "consult.poster.count", 3, said, untouched, new TextSpan(11, 12));
        await office.DoubtAsync("白塔社区", said.Submission, untouched, null, blocks: true);
        await office.DoubtAsync("白塔社区", said.Submission, activity, SeededOffice.People);

        Assert.Equal([false, true, false], await PendingAsync());
        await office.DoubtAsync("白塔社区", said.Submission, activity, null);
        Assert.Equal([true, true, false], await PendingAsync());
        await Store.WriteAsync(
            db => db.Remarks.Where(r => r.ActivityId == activity).ExecuteUpdateAsync(s => s.SetProperty(r => r.SettledAt, SeededOffice.Noon)), Never);
        Assert.Equal([false, false, false], await PendingAsync());
    }

    [Fact]
    public async Task Units_that_reported_are_those_with_figures_a_zero_report_or_a_text()
    {
        var figures = await office.SayAsync("白塔社区", "演练1场");
        await office.ActAsync("白塔社区", figures.Submission);
        await office.SayAsync("桃仙社区", "本周无活动");
        await office.SayAsync("河畔社区", "收到", kind: ReadingKind.Other, state: SubmissionState.Quiet);

        Assert.Equal(["白塔社区", "桃仙社区"], await ReportedAsync(null));
    }

    [Fact]
    public async Task A_unit_has_reported_in_the_days_in_which_it_was_said()
    {
        var said = await office.SayAsync("白塔社区", "演练1场", new DateTimeOffset(2024, 6, 6, 17, 0, 0, TimeSpan.Zero));
        await office.ActAsync("白塔社区", said.Submission, saidOn: new DateOnly(2024, 6, 7));
        await office.SayAsync("桃仙社区", "本周无活动", new DateTimeOffset(2024, 6, 6, 15, 59, 0, TimeSpan.Zero));

        var seventh = DaySpan.On(new DateOnly(2024, 6, 7));
        Assert.Equal(["白塔社区"], await ReportedAsync(seventh));
        Assert.Equal(["桃仙社区"], await ReportedAsync(DaySpan.On(new DateOnly(2024, 6, 6))));
        Assert.Empty(await ledger.ReportedAsync(office.Office, Campaign, DaySpan.On(new DateOnly(2024, 6, 8)), Never));
    }

    [Fact]
    public async Task A_report_taken_back_is_no_report()
    {
        var said = await office.SayAsync("白塔社区", "演练1场");
        var activity = await office.ActAsync("白塔社区", said.Submission);
        await Store.WriteAsync(
            db => db.Activities.Where(a => a.Id == activity).ExecuteUpdateAsync(s => s.SetProperty(a => a.TakenBackAt, SeededOffice.Noon)), Never);

        Assert.Empty(await ledger.ReportedAsync(office.Office, Campaign, null, Never));
        Assert.True(Assert.Single(await ledger.RecordsAsync(office.Office, Campaign, office.Units["白塔社区"], 10, Never)).TakenBack);
    }

    [Fact]
    public async Task Records_of_a_unit_come_newest_first_with_their_figures()
    {
        var said = await office.SayAsync("白塔社区", "演练2场，后来3场");
        var older = await office.ActAsync("白塔社区", said.Submission);
        var newer = await office.ActAsync("白塔社区", said.Submission);
        await office.ActAsync("桃仙社区", said.Submission);
        await office.BookAsync("白塔社区", SeededOffice.Drills, 2, said, older, new TextSpan(2, 3));
        await office.BookAsync("白塔社区", SeededOffice.Drills, 1, said, older, new TextSpan(2, 3), BookingCause.Correction);

        var records = await ledger.RecordsAsync(office.Office, Campaign, office.Units["白塔社区"], 10, Never);
        Assert.Equal([newer, older], records.Select(r => r.Id.Value));
        Assert.Equal(3, Assert.Single(records[1].Figures).Value);
        Assert.Equal(newer, Assert.Single(await ledger.RecordsAsync(office.Office, Campaign, office.Units["白塔社区"], 1, Never)).Id.Value);
    }

    [Fact]
    public async Task Another_office_sees_nothing()
    {
        var said = await office.SayAsync("白塔社区", "演练1场");
        await office.BookAsync("白塔社区", SeededOffice.Drills, 1, said, await office.ActAsync("白塔社区", said.Submission), new TextSpan(2, 3));
        var unit = office.Units["白塔社区"];

        Assert.Empty(await ledger.FiguresAsync(other.Office, Campaign, null, Never));
        Assert.Empty(await ledger.FiguresAsync(other.Office, Campaign, [unit], Never));
        Assert.Empty(await ledger.ReportedAsync(other.Office, Campaign, null, Never));
        Assert.Empty(await ledger.RecordsAsync(other.Office, Campaign, unit, 10, Never));
    }

    private async Task<IEnumerable<bool>> PendingAsync() =>
        (await ledger.FiguresAsync(office.Office, Campaign, null, Never)).Select(f => f.Pending);

    /// <summary>Names of the units that reported, in official order.</summary>
    private async Task<IEnumerable<string>> ReportedAsync(DaySpan? period)
    {
        var reported = await ledger.ReportedAsync(office.Office, Campaign, period, Never);
        return office.Units.Where(u => reported.Contains(u.Value)).Select(u => u.Key);
    }
}

public sealed class LedgerOnSqliteTests : LedgerStoreTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class LedgerOnPostgresTests : LedgerStoreTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}

using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Tests.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Console;

/// <summary>The matrix of dues and what an admin does to them, for an office and with another one beside it. It is Thursday 13 June, 15:00.</summary>
public abstract class DueConsoleTests : StoreUnderTest
{
    private const string Weekly = "weekly-material";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateTimeOffset Bound = new(2024, 5, 30, 0, 0, 0, TimeSpan.Zero);

    private SeededSeason office = null!;
    private SeededSeason other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var clock = new StandingClock(Now);
        (office, other) = (new SeededSeason(Store, Ids, clock), new SeededSeason(Store, Ids, clock));
        await office.RunAsync("本街道", Bound, SeededOffice.Campaign, "白塔社区", "桃仙社区", "河畔社区");
        await other.RunAsync("别的街道", Bound, SeededOffice.Campaign, "外街社区");
    }

    [Fact]
    public async Task Matrix_shows_every_unit_and_occurrence_with_the_submission_behind_it()
    {
        var said = await office.Office.SayAsync("白塔社区", "演练2场");
        await office.MatrixAsync(Weekly);
        await office.MeetAsync("白塔社区", Weekly, new DateOnly(2024, 6, 6), DueState.Met, (said.Submission, SeededOffice.Noon));
        await office.MeetAsync("桃仙社区", Weekly, new DateOnly(2024, 6, 6), DueState.Late, (said.Submission, SeededOffice.Noon));

        var matrix = await office.MatrixAsync(Weekly);
        Assert.Equal(["2024-06-06", "2024-06-13", "2024-06-20", "2024-06-27"], matrix.Columns.Select(c => $"{c.Deadline:O}"));
        Assert.Equal(["白塔社区", "桃仙社区", "河畔社区"], matrix.Lines.Select(l => l.Unit.Name));
        Assert.Equal([DueMark.Met, DueMark.Late, DueMark.Missing], matrix.Lines.Select(l => l.Cells[0]!.Mark));
        Assert.All(matrix.Lines, l => Assert.Equal(DueMark.Waiting, l.Cells[1]!.Mark)); // Today counts until midnight.
        Assert.Equal((said.Submission, SeededOffice.Noon), (matrix.Lines[0].Cells[0]!.MetBy!.Value.Value, matrix.Lines[0].Cells[0]!.MetAt));
        Assert.Equal(new DueRates(1, 1, 1, 0), matrix.Columns[0].Stands);
    }

    [Fact]
    public async Task Units_below_others_stand_behind_them_and_one_that_joined_late_owes_nothing_before()
    {
        var (top, below) = (office.Office.Units["河畔社区"].Value, office.Office.Units["白塔社区"].Value);
        await Store.WriteAsync(
            async db =>
            {
                (await db.Units.SingleAsync(u => u.Id == below)).ParentId = top;
                (await db.Units.SingleAsync(u => u.Id == top)).JoinedOn = new DateOnly(2024, 6, 10);
            },
            Never);
        var matrix = await office.MatrixAsync(Weekly);
        Assert.Equal([("桃仙社区", 0), ("河畔社区", 0), ("白塔社区", 1)], matrix.Lines.Select(l => (l.Unit.Name, l.Depth)));
        Assert.Equal([null, DueMark.Waiting, DueMark.Waiting, DueMark.Waiting], matrix.Lines[1].Cells.Select(c => c?.Mark));
    }

    [Fact]
    public async Task Excuse_has_a_reason_leaves_the_denominator_and_can_be_taken_back()
    {
        await office.MatrixAsync(Weekly);
        var (of, units) = (SeededSeason.Of(Weekly, 6, 6), new[] { office.Office.Units["白塔社区"] });
        Assert.Equal("because", Refusal(await office.Register.ExcuseAsync(office.Owner, of, units, "", Never)));
        Assert.Equal("because", Refusal(await office.Register.ExcuseAsync(office.Owner, of, units, new string('长', 101), Never)));
        Assert.Equal("unit", Refusal(await office.Register.ExcuseAsync(office.Owner, of, [], "没有活动", Never)));

        Assert.IsType<RegisterOutcome.Done>(await office.Register.ExcuseAsync(office.Owner, of, units, "没有活动", Never));
        var matrix = await office.MatrixAsync(Weekly);
        Assert.Equal((DueMark.Excused, "没有活动", true), (matrix.Lines[0].Cells[0]!.Mark, matrix.Lines[0].Cells[0]!.Because, matrix.Lines[0].Cells[0]!.CanReopen));
        Assert.Equal(new DueRates(0, 0, 2, 1), matrix.Columns[0].Stands);
        Assert.Equal("unit", Refusal(await office.Register.ExcuseAsync(office.Owner, of, units, "没有活动", Never)));

        Assert.IsType<RegisterOutcome.Done>(await office.Register.ReopenAsync(office.Owner, of, units, Never));
        matrix = await office.MatrixAsync(Weekly);
        Assert.Equal((DueMark.Missing, null), (matrix.Lines[0].Cells[0]!.Mark, matrix.Lines[0].Cells[0]!.Because));
        Assert.Equal("excused", Refusal(await office.Register.ReopenAsync(office.Owner, of, units, Never)));
        Assert.Equal([AuditAction.DuesReopened, AuditAction.DuesExcused], (await office.Audit.ReadAsync(office.Office.Office, 1, Never)).Lines.Select(l => l.Action!.Value));
    }

    [Fact]
    public async Task What_is_met_is_not_excused_and_a_closed_unit_is_not_reopened()
    {
        var unit = office.Office.Units["白塔社区"];
        await office.MatrixAsync(Weekly);
        await office.MeetAsync("白塔社区", Weekly, new DateOnly(2024, 6, 6), DueState.Met, null);
        Assert.Equal("unit", Refusal(await office.Register.ExcuseAsync(office.Owner, SeededSeason.Of(Weekly, 6, 6), [unit], "没有活动", Never)));

        await Store.WriteAsync(async db => (await db.Units.SingleAsync(u => u.Id == unit.Value)).ClosedOn = new DateOnly(2024, 6, 14), Never);
        var matrix = await office.MatrixAsync(Weekly);
        Assert.Equal([(DueMark.Met, false), (DueMark.Waiting, false), (DueMark.Excused, false), (DueMark.Excused, false)], matrix.Lines[0].Cells.Select(c => (c!.Mark, c.CanReopen)));
        Assert.Equal("excused", Refusal(await office.Register.ReopenAsync(office.Owner, SeededSeason.Of(Weekly, 6, 20), [unit], Never)));
    }

    [Theory]
    [InlineData("2024-06-13", "截止日已经是这一天")]
    [InlineData("2024-06-20", "早于下一次")]
    [InlineData("2024-06-06", "晚于上一次")]
    public async Task Deadline_moves_only_between_its_neighbours(string to, string sentence)
    {
        var refused = Assert.IsType<RegisterOutcome.Refused>(
            await office.Register.MoveAsync(office.Owner, SeededSeason.Of(Weekly, 6, 13), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), "端午", Never));
        Assert.Equal("to", refused.Field);
        Assert.Contains(sentence, refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_far_from_the_plan_is_refused_and_so_is_an_unknown_occurrence()
    {
        var last = SeededSeason.Of("shenyang-summary", 12, 25);
        Assert.Equal("to", Refusal(await office.Register.MoveAsync(office.Owner, last, new DateOnly(2025, 12, 25), "改期", Never)));
        Assert.Equal("to", Refusal(await office.Register.MoveAsync(office.Owner, last, null, "改期", Never)));
        Assert.Equal("because", Refusal(await office.Register.MoveAsync(office.Owner, last, new DateOnly(2024, 12, 27), "", Never)));
        foreach (var unknown in new[] { SeededSeason.Of(Weekly, 6, 14), SeededSeason.Of("none", 6, 13), last with { Campaign = new CampaignId("changzhou-2022") } })
            Assert.IsType<RegisterOutcome.Unknown>(await office.Register.MoveAsync(office.Owner, unknown, new DateOnly(2024, 6, 15), "改期", Never));
    }

    [Fact]
    public async Task Moved_deadline_shows_from_where_why_and_by_whom_and_can_go_back()
    {
        var of = SeededSeason.Of(Weekly, 6, 13);
        Assert.IsType<RegisterOutcome.Done>(await office.Register.MoveAsync(office.Owner, of, new DateOnly(2024, 6, 14), "赶上端午", Never));
        var column = (await office.MatrixAsync(Weekly)).Columns[1];
        Assert.Equal((new DateOnly(2024, 6, 13), new DateOnly(2024, 6, 14), "赶上端午", "本街道管理员"), (column.Day, column.Deadline, column.Move!.Because, column.Move.By));

        Assert.IsType<RegisterOutcome.Done>(await office.Register.MoveAsync(office.Owner, of, new DateOnly(2024, 6, 13), "不延了", Never));
        column = (await office.MatrixAsync(Weekly)).Columns[1];
        Assert.Equal((new DateOnly(2024, 6, 13), null), (column.Deadline, column.Move));
        Assert.Equal(2, await Store.ReadAsync(db => db.Audit.CountAsync(a => a.Action == nameof(AuditAction.DeadlineMoved)), Never));
    }

    [Fact]
    public async Task Standings_count_what_is_due_next_and_what_was_missed()
    {
        await office.MatrixAsync(Weekly);
        await office.MeetAsync("白塔社区", Weekly, new DateOnly(2024, 6, 6), DueState.Met, null);
        await office.MeetAsync("白塔社区", Weekly, new DateOnly(2024, 6, 13), DueState.Met, null);
        var standings = await new DueStandings(Store, office.Dues, office.Campaigns, new StandingClock(Now)).ReadAsync(office.Office.Office, new DateOnly(2024, 6, 13), Never);
        var weekly = Assert.Single(standings).Obligations[0];
        Assert.Equal((Weekly, new DateOnly(2024, 6, 13), true, new DueRates(1, 0, 2, 0), 2), (weekly.Obligation.Id, weekly.Deadline, weekly.IsAhead, weekly.Stands, weekly.Overdue));
    }

    [Fact]
    public async Task An_admin_of_another_office_changes_nothing_of_ours()
    {
        await office.MatrixAsync(Weekly);
        await other.MatrixAsync(Weekly);
        var (of, unit) = (SeededSeason.Of(Weekly, 6, 6), office.Office.Units["白塔社区"]);
        Assert.Equal("unit", Refusal(await other.Register.ExcuseAsync(other.Owner, of, [unit], "不用报", Never)));
        Assert.IsType<RegisterOutcome.Done>(await other.Register.MoveAsync(other.Owner, of, new DateOnly(2024, 6, 7), "改期", Never));
        Assert.Equal(new DateOnly(2024, 6, 6), (await office.MatrixAsync(Weekly)).Columns[0].Deadline);
        Assert.Equal(["外街社区"], (await other.MatrixAsync(Weekly)).Lines.Select(l => l.Unit.Name));
        Assert.Empty((await office.Audit.ReadAsync(office.Office.Office, 1, Never)).Lines);
    }

    private static string Refusal(RegisterOutcome outcome) => Assert.IsType<RegisterOutcome.Refused>(outcome).Field;
}

public sealed class DueConsoleOnSqliteTests : DueConsoleTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class DueConsoleOnPostgresTests : DueConsoleTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}

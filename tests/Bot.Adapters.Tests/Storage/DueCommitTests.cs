using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>Dues in the one transaction, on every database.</summary>
public abstract class DueCommitTests : StoreUnderTest
{
    private static readonly RevisionId Revision = new(new CampaignId(SeededOffice.Campaign), 1);
    private static readonly CancellationToken Never = CancellationToken.None;

    private SeededOffice office = null!;
    private HandledCommit commit = null!;
    private ChatClaim claim;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        commit = new HandledCommit(Store);
        office = new SeededOffice(Store, Ids);
        await office.MakeAsync("本街道", "白塔社区", "桃仙社区");
        claim = new ChatClaim(new ChatKey(Platform.WebChat, "g-1"), Ids.Next());
        await Store.WriteAsync(db => { db.Chats.Add(new ChatRow { Platform = claim.Chat.Platform, ChatId = claim.Chat.Id, ClaimToken = claim.Token }); return Task.CompletedTask; }, Never);
    }

    [Fact]
    public async Task The_dues_of_the_units_at_hand_are_known_and_no_others()
    {
        var own = await OweAsync(office, "白塔社区", "weekly-material", 13);
        await OweAsync(office, "桃仙社区", "weekly-material", 13);
        var other = new SeededOffice(Store, Ids);
        await other.MakeAsync("别的街道", "白塔社区");
        await OweAsync(other, "白塔社区", "weekly-material", 13);

        LedgerState? known = null;
        await CommitAsync(state => { known = state; return Settlement.Say(); });

        var due = Assert.Single(known!.Dues);
        Assert.Equal((own.Id, own.Of, own.ClosesAt, DueState.Open), (due.Id, due.Of, due.ClosesAt, due.State));
        Assert.Empty(known.Told);
    }

    [Fact]
    public async Task A_met_due_is_written_with_who_met_it_and_when_it_changed()
    {
        var due = await OweAsync(office, "白塔社区", "weekly-material", 13);
        var other = await OweAsync(office, "白塔社区", "weekly-material", 20);
        var submission = new SubmissionId(Ids.Next());
        await CommitAsync(_ => Change(due with { State = DueState.Late, MetBy = submission, MetAt = Now.AddHours(-1) }));

        var rows = await RowsAsync();
        Assert.Equal((DueState.Late, submission.Value, Now.AddHours(-1), Now), (rows[due.Id].State, rows[due.Id].MetBySubmissionId!.Value, rows[due.Id].MetAt!.Value, rows[due.Id].ChangedAt!.Value));
        Assert.Equal((DueState.Open, null, null), (rows[other.Id].State, rows[other.Id].MetBySubmissionId, rows[other.Id].ChangedAt));

        await CommitAsync(_ => Change(due with { State = DueState.Open, MetBy = null, MetAt = null }));
        var again = (await RowsAsync())[due.Id];
        Assert.Equal((DueState.Open, null, null), (again.State, again.MetBySubmissionId, again.MetAt));
    }

    [Fact]
    public async Task A_due_that_an_activity_makes_is_added_and_then_known()
    {
        var made = Due(office, "白塔社区", "after-each", 14) with { State = DueState.Met, MetBy = new SubmissionId(Ids.Next()), MetAt = Now };
        await CommitAsync(_ => Change(made));
        Assert.Equal((1, Now), ((await RowsAsync())[made.Id].Revision, (await RowsAsync())[made.Id].ChangedAt!.Value));

        LedgerState? known = null;
        await CommitAsync(state => { known = state; return Settlement.Say(); });
        Assert.Equal(made, Assert.Single(known!.Dues));
    }

    [Fact]
    public async Task Nothing_is_written_when_the_chat_was_lost()
    {
        var due = await OweAsync(office, "白塔社区", "weekly-material", 13);
        var lost = await commit.CommitAsync(Handled() with { Claim = claim with { Token = Ids.Next() } }, _ => Change(due with { State = DueState.Met }), Never);
        Assert.False(lost);
        Assert.Equal(DueState.Open, (await RowsAsync())[due.Id].State);
    }

    [Fact]
    public async Task Nothing_is_written_when_the_decision_fails()
    {
        var due = await OweAsync(office, "白塔社区", "weekly-material", 13);
        await Assert.ThrowsAsync<DbUpdateException>(() => CommitAsync(_ =>
        {
            var twice = Due(office, "白塔社区", "weekly-material", 13);
            return Change(due with { State = DueState.Met }, twice);
        }));
        Assert.Equal(DueState.Open, (await RowsAsync())[due.Id].State);
    }

    [Fact]
    public async Task What_was_told_is_read_only_where_something_is_reconsidered()
    {
        var said = await office.SayAsync("白塔社区", "6月12日演练1场，50人参加");
        await office.ActAsync("白塔社区", said.Submission);
        var elsewhere = await office.SayAsync("桃仙社区", "6月12日演练1场");
        await office.ActAsync("桃仙社区", elsewhere.Submission);
        var reading = new ReportReading { Kind = ReadingKind.Report, Subject = "安全生产月", FilledForm = new FormId("form1"), Days = [DaySpan.On(new DateOnly(2024, 6, 12))] };
        await Store.WriteAsync(
            db =>
            {
                foreach (var id in new[] { said.Submission, elsewhere.Submission })
                    db.SubmissionReadings.Add(new SubmissionReadingRow { SubmissionId = id, Reading = JsonSerializer.Serialize(reading, PayloadJson.Readable.ReportReading) });
                db.Attachments.Add(new AttachmentRow { MessageId = said.Message, Name = "总结.docx", Kind = MediaKind.Docx });
                return Task.CompletedTask;
            },
            Never);

        LedgerState? known = null;
        await CommitAsync(state => { known = state; return Settlement.Say(); });
        Assert.Empty(known!.Told);
        await commit.CommitAsync(Handled() with { Reconsiders = true }, state => { known = state; return Settlement.Say(); }, Never);

        var told = Assert.Single(known.Told);
        Assert.Equal((said.Submission, "6月12日演练1场，50人参加", SeededOffice.Noon, new DateOnly(2024, 6, 13)), (told.Id.Value, told.Text, told.SaidAt, told.SaidOn));
        Assert.Equal((ReadingKind.Report, "安全生产月", new FormId("form1")), (told.Reading.Kind, told.Reading.Subject, told.Reading.FilledForm!.Value));
        Assert.Equal((reading.Days[0], "总结.docx"), (told.Reading.Days[0], Assert.Single(told.Attachments).Name));
    }

    private Task<bool> CommitAsync(Func<LedgerState, Settlement> decide) => commit.CommitAsync(Handled(), decide, Never);

    private HandledSubmission Handled() => new()
    {
        Claim = claim, Completes = [], Office = office.Office, Revision = Revision, Units = [office.Units["白塔社区"]], Now = Now,
    };

    private static Settlement Change(params Due[] dues) =>
        Settlement.Say() with { Decision = new LedgerDecision { DueChanges = [.. dues.Select(d => new DueChange(d))] } };

    private async Task<Due> OweAsync(SeededOffice whose, string unit, string obligation, int day)
    {
        var due = Due(whose, unit, obligation, day);
        await Store.WriteAsync(db => { db.Dues.Add(DueMapping.Row(due, whose.Office.Value, 1)); return Task.CompletedTask; }, Never);
        return due;
    }

    private Due Due(SeededOffice whose, string unit, string obligation, int day) => new()
    {
        Id = new DueId(Ids.Next()), Of = new OccurrenceKey(Revision.Campaign, obligation, new DateOnly(2024, 6, day)), Kind = ObligationKind.Material,
        Unit = whose.Units[unit], WindowFrom = new DateOnly(2024, 6, day - 6), Deadline = new DateOnly(2024, 6, day),
        ClosesAt = new DateTimeOffset(2024, 6, day, 16, 0, 0, TimeSpan.Zero),
    };

    private Task<Dictionary<DueId, DueRow>> RowsAsync() => Store.ReadAsync(db => db.Dues.ToDictionaryAsync(d => new DueId(d.Id)), Never);
}

public sealed class DueCommitOnSqliteTests : DueCommitTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class DueCommitOnPostgresTests : DueCommitTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}

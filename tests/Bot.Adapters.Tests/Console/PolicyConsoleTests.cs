using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Tests.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Console;

/// <summary>What an office sets for an obligation: kept, followed by dues and season, put back. It is Thursday 13 June, 15:00.</summary>
public abstract class PolicyConsoleTests : StoreUnderTest
{
    private const string Weekly = "weekly-material";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateTimeOffset Bound = new(2024, 5, 30, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2024, 6, 13);

    private SeededSeason office = null!;
    private SeededSeason other = null!;
    private PolicyRegister policies = null!;
    private PolicyPreview preview = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var clock = new StandingClock(Now);
        (office, other) = (new SeededSeason(Store, Ids, clock), new SeededSeason(Store, Ids, clock));
        await office.RunAsync("本街道", Bound, SeededOffice.Campaign, "白塔社区", "桃仙社区");
        await other.RunAsync("别的街道", Bound, SeededOffice.Campaign, "外街社区");
        policies = new PolicyRegister(Store, office.Seasons, office.Dues, office.Campaigns, clock);
        preview = new PolicyPreview(WorkingDays.ByWeek, clock);
    }

    [Fact]
    public async Task What_is_set_is_kept_for_the_office_alone_and_the_dues_follow()
    {
        var sheet = await SheetAsync(office);
        Assert.False(sheet.IsOwn);
        var draft = sheet.Settings with { EarlierDays = 1, Pushes = sheet.Settings.Pushes with { Audience = PushAudience.PrivateFirst, Thanks = false } };
        await policies.SaveAsync(office.Owner, sheet, draft, Never);

        sheet = await SheetAsync(office);
        Assert.True(sheet.IsOwn);
        Assert.Equivalent(draft with { SetAt = Now }, sheet.Settings, strict: true);
        Assert.Equal(sheet.Settings.Pushes.Audience, sheet.Running!.SettingsOf(sheet.Obligation).Pushes.Audience);
        Assert.Equal(new DateOnly(2024, 6, 19), (await office.MatrixAsync(Weekly)).Columns[2].Deadline);
        Assert.Equal(new DateOnly(2024, 6, 20), (await other.MatrixAsync(Weekly)).Columns[2].Deadline);
        Assert.False((await SheetAsync(other)).IsOwn);
        Assert.Equal(AuditAction.PolicySet, Assert.Single((await office.Audit.ReadAsync(office.Office.Office, 1, Never)).Lines).Action);
    }

    [Fact]
    public async Task Saved_as_it_stands_nothing_is_set_anew()
    {
        var sheet = await SheetAsync(office);
        await policies.SaveAsync(office.Owner, sheet, sheet.Settings, Never);
        Assert.Equal(0, await Store.ReadAsync(db => db.ObligationSettings.CountAsync(), Never));
        Assert.Empty((await office.Audit.ReadAsync(office.Office.Office, 1, Never)).Lines);
    }

    [Fact]
    public async Task Defaults_put_back_hold_from_now_on()
    {
        var sheet = await SheetAsync(office);
        await policies.SaveAsync(office.Owner, sheet, sheet.Settings with { EarlierDays = 1 }, Never);
        await policies.ResetAsync(office.Owner, await SheetAsync(office), Never);
        sheet = await SheetAsync(office);
        Assert.Equal((false, Now, 0), (sheet.IsOwn, sheet.Settings.SetAt, sheet.Settings.EarlierDays));
        Assert.Equal(new DateOnly(2024, 6, 20), (await office.MatrixAsync(Weekly)).Columns[2].Deadline);
        Assert.Equal([AuditAction.PolicyReset, AuditAction.PolicySet], (await office.Audit.ReadAsync(office.Office.Office, 1, Never)).Lines.Select(l => l.Action!.Value));
    }

    [Fact]
    public async Task Preview_tells_every_step_of_every_occurrence_before_anything_is_kept()
    {
        var sheet = await SheetAsync(office);
        var occurrences = preview.Of(sheet, sheet.Settings);
        Assert.Equal(["06-06", "06-13", "06-20", "06-27"], occurrences.Select(o => $"{o.Occurrence.Deadline:MM-dd}"));
        Assert.All(occurrences, o => Assert.Equal((2, sheet.Settings.Pushes.Steps.Count), (o.Units, o.Steps.Count)));
        Assert.True(occurrences[0].Steps.All(s => s.IsPast));
        Assert.Equal([true, true, false, false, false], occurrences[1].Steps.Select(s => s.IsPast)); // The day's own step at 15:00 is now.

        var moved = preview.Of(sheet, sheet.Settings with { EarlierDays = 4 });
        Assert.Equal((new DateOnly(2024, 6, 16), new DateOnly(2024, 6, 14)), (moved[2].Occurrence.Deadline, moved[2].Steps.First(s => s.Forecast.Step.Name == "day-15").Forecast.Day));
        Assert.Equal([2024], preview.UnknownYears(occurrences));
        Assert.Equal(0, await Store.ReadAsync(db => db.ObligationSettings.CountAsync(), Never));
    }

    [Fact]
    public async Task An_obligation_nobody_has_is_not_found()
    {
        Assert.Null(await policies.FindAsync(office.Office.Office, new CampaignId(SeededOffice.Campaign), "none", Today, Never));
        Assert.Null(await policies.FindAsync(office.Office.Office, new CampaignId("changzhou-2022"), "summary", Today, Never));
    }

    private async Task<PolicySheet> SheetAsync(SeededSeason of) =>
        (await policies.FindAsync(of.Office.Office, new CampaignId(SeededOffice.Campaign), Weekly, Today, Never))!;
}

public sealed class PolicyConsoleOnSqliteTests : PolicyConsoleTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class PolicyConsoleOnPostgresTests : PolicyConsoleTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}

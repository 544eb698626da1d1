using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What a message is read against is what the register holds at that moment, whoever changed it.</summary>
public abstract class OfficeUnitsTests : StoreUnderTest
{
    private static readonly ChatKey Chat = new(Platform.WebChat, "g1");

    private SeededOffice office = null!;
    private OrganisationStore organisation = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        office = new SeededOffice(Store, Ids);
        organisation = new OrganisationStore(Store);
        await office.MakeAsync("本街道", "白塔社区", "桃仙社区");
        await Store.WriteAsync(
            db =>
            {
                db.Groups.Add(new GroupRow { Id = Ids.Next(), OfficeId = office.Office.Value, Platform = Chat.Platform, ChatId = Chat.Id, Name = "群", BoundAt = Now });
                return Task.CompletedTask;
            },
            default);
        Assert.Equal(["白塔社区", "桃仙社区"], await NamesAsync());
    }

    [Fact]
    public async Task Asked_again_nothing_has_changed()
    {
        Assert.Equal(["白塔社区", "桃仙社区"], await NamesAsync());
        Assert.Equal(["白塔社区", "桃仙社区"], (await PlaceAsync()).UnitNames);
    }

    [Fact]
    public async Task A_unit_that_is_added_is_there()
    {
        await ChangeAsync(async db =>
        {
            db.Units.Add(new UnitRow { Id = Ids.Next(), OfficeId = office.Office.Value, Name = "河畔社区", Order = 3 });
            await db.SaveChangesAsync();
        });
        Assert.Equal(["白塔社区", "桃仙社区", "河畔社区"], await NamesAsync());
    }

    [Fact]
    public async Task A_unit_that_is_renamed_closed_or_moved_is_seen_so()
    {
        await ChangeAsync(db => db.Units.Where(u => u.Name == "白塔社区").ExecuteUpdateAsync(s => s.SetProperty(u => u.Name, "塔湾社区")));
        Assert.Equal(["塔湾社区", "桃仙社区"], await NamesAsync());
        Assert.Equal(["塔湾社区", "桃仙社区"], (await PlaceAsync()).UnitNames);
        await ChangeAsync(db => db.Units.Where(u => u.Name == "塔湾社区").ExecuteUpdateAsync(s => s.SetProperty(u => u.ClosedOn, new DateOnly(2024, 6, 1))));
        Assert.Equal(new DateOnly(2024, 6, 1), (await PlaceAsync()).Units[0].ClosedOn);
        await ChangeAsync(db => db.Units.Where(u => u.Name == "塔湾社区").ExecuteUpdateAsync(s => s.SetProperty(u => u.Order, 9)));
        Assert.Equal(["桃仙社区", "塔湾社区"], await NamesAsync());
    }

    [Fact]
    public async Task A_unit_that_is_removed_and_another_that_comes_instead_are_seen()
    {
        await ChangeAsync(async db =>
        {
            await db.Units.Where(u => u.Name == "桃仙社区").ExecuteDeleteAsync();
            db.Units.Add(new UnitRow { Id = Ids.Next(), OfficeId = office.Office.Value, Name = "金谷社区", Order = 2 });
            await db.SaveChangesAsync();
        });
        Assert.Equal(["白塔社区", "金谷社区"], await NamesAsync());
    }

    // As another host would: this one's caches hear nothing of it.
    private Task ChangeAsync(Func<BotDb, Task> change) => Store.WriteAsync(change, default);

    private async Task<Place> PlaceAsync() => (await organisation.FindPlaceAsync(Chat, Now, default))!;

    private async Task<IEnumerable<string>> NamesAsync() => (await PlaceAsync()).Units.Select(u => u.Name);
}

public sealed class OfficeUnitsOnSqliteTests : OfficeUnitsTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class OfficeUnitsOnPostgresTests : OfficeUnitsTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}

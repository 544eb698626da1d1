using System.Globalization;
using System.Text.Json;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>A whole June of messages through the real program: what the ledger holds at the end, and how every due stands.</summary>
public sealed class ScenarioTotalsTests
{
    private static readonly ChatKey Group = new(Platform.Telegram, "g1");

    [Theory]
    [InlineData("dev-1")]
    [InlineData("dev-2")]
    public async Task The_totals_and_dues_of_a_rehearsed_month_are_those_expected(string name)
    {
        await using var bot = await RunningBot.StartAsync();
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Corpus", "simulation", $"{name}.scenario.jsonl"));
        var head = JsonDocument.Parse(lines[0]).RootElement;
        var office = await SeedAsync(bot, head);
        await bot.Services.GetRequiredService<IDues>().EnsureAsync(office, bot.Clock.Now, default);
        var number = 0;
        foreach (var line in lines.Skip(1).Select(l => JsonDocument.Parse(l).RootElement).Where(l => l.TryGetProperty("text", out _)))
        {
            await SayAsync(bot, line, ++number);
        }

        await bot.QuietAsync();
        var final = Expected(name);
        Assert.Equal(final.GetProperty("totals").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDecimal()), await bot.TotalsAsync());
        Assert.Equal(ExpectedDues(final), await DuesAsync(bot, office, head.GetProperty("to").GetDateTimeOffset()));
    }

    private static JsonElement Expected(string name)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", "simulation", $"{name}.expected.json"));
        return JsonDocument.Parse(text).RootElement.GetProperty("final");
    }

    private static List<string> ExpectedDues(JsonElement final) =>
        [.. final.GetProperty("dues").EnumerateArray().Select(d => $"{d.GetProperty("unit")} {d.GetProperty("obligation")} {d.GetProperty("deadline")} {d.GetProperty("state")}").Order(StringComparer.Ordinal)];

    private static async Task<List<string>> DuesAsync(RunningBot bot, OfficeId office, DateTimeOffset to)
    {
        var units = await bot.Store.ReadAsync(db => db.Units.ToDictionaryAsync(u => new UnitId(u.Id), u => u.Name), default);
        var dues = await bot.Services.GetRequiredService<IDues>().OfCampaignAsync(office, new CampaignId("baita-2024"), null, default);
        return
        [
            .. dues.Where(d => d.ClosesAt <= to)
                .Select(d => $"{units[d.Unit]} {d.Kind.ToString().ToLowerInvariant()} {d.Deadline:yyyy-MM-dd} {d.State.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal),
        ];
    }

    // Every unit has a liaison of its own name; the group is bound.
    private static Task<OfficeId> SeedAsync(RunningBot bot, JsonElement head) => bot.Store.WriteAsync(
        db =>
        {
            var ids = bot.Services.GetRequiredService<IIdSource>();
            var office = ids.Next();
            var start = head.GetProperty("from").GetDateTimeOffset();
            db.Offices.Add(new OfficeRow { Id = office, Name = "演练街道", Zone = "Asia/Shanghai", CreatedAt = start });
            var source = db.Revisions.First(r => r.CampaignId == "baita-2024");
            db.Revisions.Add(new RevisionRow
            {
                OfficeId = office, CampaignId = source.CampaignId, Number = 1, Title = source.Title, Source = source.Source, SourceHash = source.SourceHash, ActivatedAt = start,
            });
            var group = ids.Next();
            db.Groups.Add(new GroupRow { Id = group, OfficeId = office, Platform = Group.Platform, ChatId = Group.Id, Name = "g1", BoundAt = start });
            db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = office, GroupId = group, CampaignId = source.CampaignId, Revision = 1, BoundAt = start });
            foreach (var (unit, order) in head.GetProperty("units").EnumerateArray().Select((u, i) => (u.GetString()!, i + 1)))
            {
                var unitId = ids.Next();
                db.Units.Add(new UnitRow { Id = unitId, OfficeId = office, Name = unit, Order = order });
                var person = Person(unit, Role.Liaison);
                db.Liaisons.Add(new LiaisonRow { Id = ids.Next(), OfficeId = office, PersonId = person, UnitId = unitId, From = new DateOnly(2024, 5, 1), MayReport = true });
            }

            foreach (var admin in head.GetProperty("admins").EnumerateArray()) Person(admin.GetString()!, Role.Admin);
            return Task.FromResult(new OfficeId(office));

            Guid Person(string name, Role role)
            {
                var id = ids.Next();
                db.People.Add(new PersonRow { Id = id, OfficeId = office, Name = name, Role = role });
                db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Group.Platform, ExternalId = name, PersonId = id });
                return id;
            }
        },
        default);

    private static async Task SayAsync(RunningBot bot, JsonElement line, int number)
    {
        var at = DateTimeOffset.Parse(line.GetProperty("at").GetString()!, CultureInfo.InvariantCulture);
        var from = line.GetProperty("from").GetString()!;
        await bot.Services.GetRequiredService<IInbox>().AcceptAsync(
            new IncomingMessage
            {
                Id = new MessageId(bot.Services.GetRequiredService<IIdSource>().Next()), Key = new MessageKey(Group, $"{number}", 0),
                Sender = new AccountKey(Group.Platform, from), SenderName = from, SaidAt = at, ReceivedAt = at, Text = line.GetProperty("text").GetString()!,
            },
            default);
    }
}

using System.Globalization;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>Everybody reports at once, the last minute before the deadline.</summary>
public sealed class TelegramBurstTests
{
    private const int Reports = 60;
    private const int EachHas = 5;
    private const long FirstPerson = 8_000_000_000;

    [Fact]
    public async Task Sixty_reports_in_a_minute_are_told_with_no_more_than_twenty_messages()
    {
        await using var group = await StartAsync();
        await group.BindAsync();
        await RegisterAsync(group);
        await group.QuietAsync();
        var before = group.Telegram.Calls.Count;

        var said = Enumerable.Range(0, Reports).ToDictionary(
            i => group.Say(Person(FirstPerson + (i / EachHas), $"安全员{i / EachHas}"), string.Create(CultureInfo.InvariantCulture, $"6月{8 + (i % EachHas)}日组织应急疏散演练1场，{101 + i}人参加")), i => i);
        await group.QuietAsync();

        // What Telegram counts: messages and reactions. That all was told within a minute makes every rolling minute of it hold.
        var told = group.Telegram.Calls.Skip(before).Where(c => c.Chat == Group && c.Method is "sendMessage" or "setMessageReaction").ToList();
        Assert.InRange(told.Count, 1, 20);
        Assert.Contains(told, c => c.Answers is null && c.Text.Split('\n').Length > 2);
        Assert.Equal(Reports, await group.Bot.Store.ReadAsync(db => db.Bookings.CountAsync(b => b.SlotId == "lifeline.drill.attendance"), default));
        foreach (var (number, i) in said)
        {
            var person = $"安全员{i / EachHas}：";
            var figure = string.Create(CultureInfo.InvariantCulture, $"{101 + i}");
            Assert.True(
                told.Exists(c => c.Answers == number || (long?)c.Ask["message_id"] == number || (c.Answers is null && c.Text.Contains(person, StringComparison.Ordinal) && c.Text.Contains(figure, StringComparison.Ordinal))),
                $"report {i} was not told");
        }
    }

    // One person for each of the other units.
    private static Task RegisterAsync(BotOnTelegram group) => group.Bot.Store.WriteAsync(
        async db =>
        {
            var ids = group.Bot.Services.GetRequiredService<IIdSource>();
            var units = await db.Units.Where(u => u.Name != "金谷社区").OrderBy(u => u.Order).Take(Reports / EachHas).ToListAsync();
            foreach (var (unit, at) in units.Select((u, at) => (u, at)))
            {
                var person = new PersonRow { Id = ids.Next(), OfficeId = unit.OfficeId, Name = $"安全员{at}", Role = Role.Liaison };
                db.People.Add(person);
                db.Accounts.Add(new AccountRow { OfficeId = unit.OfficeId, Platform = Platform.Telegram, ExternalId = Number(FirstPerson + at), PersonId = person.Id });
                db.Liaisons.Add(new LiaisonRow { Id = ids.Next(), OfficeId = unit.OfficeId, PersonId = person.Id, UnitId = unit.Id, From = new DateOnly(2024, 5, 1), MayReport = true });
            }
        },
        default);
}

using Bot.Adapters.WebChat;
using Bot.Domain.Dues;
using Bot.Host.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Reminders;

/// <summary>The demo office as time passes: everything due on the way is done at its instant.</summary>
internal static class PassingTime
{
    /// <summary>An hour of a day in June 2024, in the office's zone.</summary>
    public static DateTimeOffset June(int day, int hour, int minute = 0) => new(2024, 6, day, hour, minute, 0, TimeSpan.FromHours(8));

    /// <summary>Goes on to an instant; what was said before is handled first.</summary>
    public static async Task RunToAsync(this RunningBot bot, DateTimeOffset target)
    {
        await bot.QuietAsync();
        await bot.Services.GetRequiredService<TimeRun>().RunToAsync(target.ToUniversalTime(), at => bot.Clock.MoveToAsync(at, default), true, default);
        await bot.QuietAsync();
    }

    /// <summary>Says something in the group and waits until it is handled.</summary>
    public static async Task ToldAsync(this RunningBot bot, string person, string text)
    {
        await bot.SayAsync(await bot.PersonAsync(person), text);
        await bot.QuietAsync();
    }

    /// <summary>Sets dues of an obligation, as met by a submission of that unit.</summary>
    public static Task MeetAsync(this RunningBot bot, string obligation, DateOnly occurrence, params IReadOnlyList<string> units)
    {
        var now = bot.Clock.Now;
        return bot.Store.WriteAsync(
            async db =>
            {
                var ids = await db.Units.Where(u => units.Count == 0 || units.Contains(u.Name)).Select(u => u.Id).ToListAsync();
                await db.Dues.Where(d => d.ObligationId == obligation && d.Occurrence == occurrence && ids.Contains(d.UnitId))
                    .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DueState.Met).SetProperty(d => d.MetAt, now).SetProperty(d => d.ChangedAt, now));
            },
            default);
    }

    /// <summary>What the bot said in the group of a kind, oldest first.</summary>
    public static async Task<IReadOnlyList<ChatEntry>> InGroupAsync(this RunningBot bot, Bot.Domain.Messages.OutgoingKind kind)
    {
        var admin = await bot.PersonAsync("应急办管理员");
        return [.. (await bot.SaidAsync(admin, await bot.GroupAsync(admin))).Where(e => e.Kind == kind)];
    }

    /// <summary>What the bot said to a person alone of a kind, oldest first.</summary>
    public static async Task<IReadOnlyList<ChatEntry>> PrivatelyAsync(this RunningBot bot, string person, Bot.Domain.Messages.OutgoingKind kind)
    {
        var viewer = await bot.PersonAsync(person);
        return [.. (await bot.SaidAsync(viewer, await bot.PrivateAsync(viewer))).Where(e => e.Kind == kind)];
    }
}

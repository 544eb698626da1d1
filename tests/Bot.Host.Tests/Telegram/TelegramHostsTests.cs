using Bot.Host.Simulation;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>Restarts, and hosts that share one token.</summary>
public sealed class TelegramHostsTests
{
    private const string Drill = "6月13日组织应急疏散演练1场，64人参加";

    [Fact]
    public async Task An_album_that_is_cut_in_two_by_a_restart_is_one_report()
    {
        var folder = await FreshOffice.CopyAsync();
        var telegram = await FakeTelegram.StartAsync();
        var group = await StartAsync(telegram, folder);
        await group.BindAsync();
        var (one, two) = (telegram.NextMessage(), telegram.NextMessage());
        telegram.Update("message", group.Photo(Zhang, "a.jpg", RehearsalPhoto.Of(1), "album", null, one));
        await telegram.ConfirmedAsync();
        await group.Bot.DisposeAsync();

        telegram.Update("message", group.Photo(Zhang, "b.jpg", RehearsalPhoto.Of(2), "album", Drill, two));
        await using var again = await StartAsync(telegram, folder);
        await again.QuietAsync();
        Assert.Equal(64, (await again.Bot.TotalsAsync())["lifeline.drill.attendance"]);
        var submissions = await again.Bot.Store.ReadAsync(db => db.Messages.Where(m => m.Album == "album").Select(m => m.SubmissionId).ToListAsync(), default);
        Assert.Equal(2, submissions.Count);
        Assert.NotNull(Assert.Single(submissions.Distinct()));
        await WaitForAsync(() => again.Bot.Store.ReadAsync(db => db.Attachments.AllAsync(a => a.BlobKey != null), default));
    }

    [Fact]
    public async Task Of_two_hosts_one_asks_for_updates_and_the_other_takes_over_when_it_ends()
    {
        var folder = await FreshOffice.CopyAsync();
        var telegram = await FakeTelegram.StartAsync();
        var first = await StartAsync(telegram, folder);
        await first.BindAsync();
        await using var second = await StartAsync(telegram, folder);
        await second.AnswerToAsync(second.Say(Zhang, Drill));
        await first.Bot.DisposeAsync();
        await second.AnswerToAsync(second.Say(Zhang, "我的"));
        Assert.Equal(1, telegram.MostPollsAtOnce);
        Assert.Equal(64, (await second.Bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    private static async Task WaitForAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo()) patience.Token.ThrowIfCancellationRequested();
    }
}

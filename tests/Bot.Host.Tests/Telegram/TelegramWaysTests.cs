using Bot.Host.Simulation;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>Other ways to Telegram: a proxy, a Bot API server of one's own beside the program.</summary>
public sealed class TelegramWaysTests
{
    [Fact]
    public async Task Through_a_proxy_the_bot_reaches_what_it_could_not_reach_itself()
    {
        // The fake answers whatever a proxy is asked for; the address itself leads nowhere.
        var telegram = await FakeTelegram.StartAsync();
        await using var group = await StartAsync(telegram, null, "--SafetyMonth:Telegram:ApiUrl=http://api.telegram.invalid", $"--SafetyMonth:Telegram:Proxy={telegram.Url}");
        await group.BindAsync();
        Assert.Contains("64", (await group.AnswerToAsync(group.Say(Zhang, "6月13日组织应急疏散演练1场，64人参加"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_on_the_servers_disk_is_read_there_only_where_that_is_set(bool isSet)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("safetymonth-api").FullName, "a.jpg");
        await File.WriteAllBytesAsync(file, RehearsalPhoto.Of(1));
        await using var group = await StartAsync(null, null, $"--SafetyMonth:Telegram:LocalFiles={isSet}");
        await group.BindAsync();
        var photo = group.Photo(Zhang, "a.jpg", RehearsalPhoto.Of(2), null, "6月13日组织应急疏散演练1场，64人参加");
        photo["photo"]![1]!["file_id"] = "F-" + file;
        group.Telegram.Update("message", photo);
        await group.AnswerToAsync((long)photo["message_id"]!);
        if (isSet) await UntilAsync(() => group.Bot.Store.ReadAsync(db => db.Attachments.AnyAsync(a => a.BlobKey != null), default));
        else await group.Telegram.CallAsync(_ => group.Telegram.Of("getFile").Count >= 2); // asked again, because it is not to be had
        Assert.Equal(isSet, await group.Bot.Store.ReadAsync(db => db.Attachments.AnyAsync(a => a.BlobKey != null), default));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo()) patience.Token.ThrowIfCancellationRequested();
    }
}

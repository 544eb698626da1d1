using Bot.Host.Simulation;
using Bot.Host.Tests.Reminders;
using Xunit;
using static Bot.Host.Tests.Reminders.PassingTime;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>A season in one group: from the code to the form.</summary>
public sealed class TelegramRunTests
{
    [Fact]
    public async Task From_binding_to_the_filled_form_everything_goes_over_Telegram()
    {
        await using var group = await StartAsync();
        await group.BindAsync();
        Assert.Contains(group.Telegram.Of("setMyCommands"), c => c.Ask["commands"]!.AsArray().Any(o => (string?)o!["command"] == "missing"));

        var (one, two) = (group.Telegram.NextMessage(), group.Telegram.NextMessage());
        group.Telegram.Update("message", group.Photo(Zhang, "a.jpg", RehearsalPhoto.Of(1), "album", "6月13日组织应急疏散演练1场，64人参加", one));
        group.Telegram.Update("message", group.Photo(Zhang, "b.jpg", RehearsalPhoto.Of(2), "album", null, two));
        Assert.Contains("64", (await group.AnswerToAsync(one)).Text, StringComparison.Ordinal);

        var correction = await group.AnswerToAsync(group.Say(Zhang, "更正：6月13日应急疏散演练参与应为66人次。"));
        Assert.Contains("64→66", correction.Text, StringComparison.Ordinal);

        var second = group.Say(Zhang, "6月12日组织应急疏散演练1场，20人参加");
        await group.QuietAsync();
        group.Edit(Zhang, second, "6月12日组织应急疏散演练1场，25人参加");
        Assert.Contains("25", (await group.AnswerToAsync(second)).Text, StringComparison.Ordinal);
        Assert.Equal(91, (await group.Bot.TotalsAsync())["lifeline.drill.attendance"]);

        var missing = await group.AnswerToAsync(group.Say(Li, "未报"));
        Assert.Contains("白塔社区", missing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("金谷社区", missing.Text, StringComparison.Ordinal);

        await group.Bot.RunToAsync(June(19, 16, 1));
        var reminder = await group.Telegram.CallAsync(c => c.Method == "sendMessage" && c.Chat == Group && c.Answers is null && c.Text.Contains("金谷社区", StringComparison.Ordinal));
        var mention = Assert.Single(reminder.Ask["entities"]!.AsArray());
        Assert.Equal("text_mention", (string?)mention!["type"]);
        Assert.Equal(7012345678, (long)mention["user"]!["id"]!);
        Assert.Equal("金谷社区", reminder.Text.Substring((int)mention["offset"]!, (int)mention["length"]!));

        group.Say(Zhang, "导出 docx", chat: 7012345678);
        var form = await group.Telegram.CallAsync(c => c.Method == "sendDocument" && c.Chat == 7012345678);
        Assert.EndsWith(".docx", form.Upload!.FileName, StringComparison.Ordinal);
        Assert.Matches("[一-龥]", form.Upload.FileName);
        Assert.Contains("演练（2）场", FileText.Of((default, form.Upload.Content, null, null)), StringComparison.Ordinal);
        await group.QuietAsync();
        Assert.All(await group.Bot.OutgoingAsync(), m => Assert.DoesNotContain(FakeTelegram.Token, m.Text, StringComparison.Ordinal));
    }
}

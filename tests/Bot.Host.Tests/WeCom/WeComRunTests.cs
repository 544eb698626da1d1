using Bot.Host.Simulation;
using Bot.Host.Tests.Reminders;
using Xunit;
using static Bot.Host.Tests.Reminders.PassingTime;
using static Bot.Host.Tests.WeCom.BotOnWeCom;

namespace Bot.Host.Tests.WeCom;

/// <summary>A season in one group: from the code to the form.</summary>
public sealed class WeComRunTests
{
    [Fact]
    public async Task From_binding_to_the_filled_form_everything_goes_over_the_bots_connection_and_the_groups_robot()
    {
        await using var group = await ConnectedAsync(FakeWeCom.Robot());
        await SeasonAsync(group);

        // The form goes into the private chat, over the connection, piece by piece.
        await group.PushAsync(group.Message(Zhang, Text("导出 docx"), isPrivate: true));
        var begun = await group.WeCom.CallAsync(c => c.What == "aibot_upload_media_init");
        Assert.EndsWith(".docx", (string)begun.Body["filename"]!, StringComparison.Ordinal);
        Assert.Matches("[一-龥]", (string)begun.Body["filename"]!);
        await group.WeCom.CallAsync(c => (string?)c.Body["msgtype"] == "file" && (string?)c.Body["file"]!["media_id"] == "MID1");
        var content = group.WeCom.Of("aibot_upload_media_chunk").SelectMany(c => Convert.FromBase64String((string)c.Body["base64_data"]!)).ToArray();
        Assert.Equal((int)begun.Body["total_size"]!, content.Length);
        Assert.Contains("演练（1）场", FileText.Of((default, content, null, null)), StringComparison.Ordinal);
        await NothingSecretIsSaidAsync(group);
    }

    [Fact]
    public async Task From_binding_to_the_filled_form_everything_goes_by_callbacks_the_robot_and_the_application()
    {
        await using var group = await CalledAsync([.. FakeWeCom.Robot(), .. FakeWeCom.App()]);
        await SeasonAsync(group);
        await group.PostAsync(group.Message(Zhang, Text("导出 docx"), isPrivate: true));
        var form = await group.WeCom.CallAsync(c => c.What == "media/upload" && c.File!.EndsWith(".docx", StringComparison.Ordinal) && FileText.Of((default, c.Content!, null, null)).Contains("演练（1）场", StringComparison.Ordinal));
        Assert.Matches("[一-龥]", form.File!);
        var sent = await group.WeCom.CallAsync(c => c.What == "message/send" && (string?)c.Body["msgtype"] == "file" && (string?)c.Body["touser"] == Zhang);
        Assert.Equal(1000002, (int)sent.Body["agentid"]!);
        await NothingSecretIsSaidAsync(group);
    }

    private static async Task SeasonAsync(BotOnWeCom group)
    {
        await group.BindAsync();
        var mixed = group.Message(Zhang, Mixed(Text("@月报助手 6月13日组织应急疏散演练1场，64人参加"), group.Photo("a", RehearsalPhoto.Of(1)), group.Photo("b", RehearsalPhoto.Of(2))));
        Assert.Contains("64", await group.AnswerToAsync(mixed), StringComparison.Ordinal);
        Assert.Contains("64→66", await group.AnswerToAsync(Zhang, "@月报助手 更正：6月13日应急疏散演练参与应为66人次。"), StringComparison.Ordinal);
        Assert.Equal(66, (await group.Bot.TotalsAsync())["lifeline.drill.attendance"]);

        var missing = await group.AnswerToAsync(Li, "@月报助手 未报");
        Assert.Contains("白塔社区", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("金谷社区", missing, StringComparison.Ordinal);

        await group.Bot.RunToAsync(June(19, 16, 1));
        var reminder = await group.WeCom.CallAsync(c => c.What == "webhook/send" && c.Text.Contains("金谷社区", StringComparison.Ordinal));
        Assert.Equal(FakeWeCom.RobotKey, reminder.Key);
        Assert.Equal(Zhang, (string?)Assert.Single(reminder.Body["text"]!["mentioned_list"]!.AsArray()));
    }

    private static async Task NothingSecretIsSaidAsync(BotOnWeCom group)
    {
        await group.Bot.QuietAsync();
        Assert.All(await group.Bot.OutgoingAsync(), m =>
        {
            foreach (var secret in (string[])[FakeWeCom.Secret, FakeWeCom.AppSecret, FakeWeCom.RobotKey, FakeWeCom.AesKey]) Assert.DoesNotContain(secret, m.Text, StringComparison.Ordinal);
        });
    }
}

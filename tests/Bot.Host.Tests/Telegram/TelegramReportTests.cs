using System.Text.Json.Nodes;
using Bot.Host.Simulation;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>Reports in a Telegram group, from the update to the ledger and back.</summary>
public sealed class TelegramReportTests : IAsyncLifetime
{
    private const string Drill = "6月13日组织应急疏散演练1场，64人参加";
    private const string Attendance = "lifeline.drill.attendance";

    private BotOnTelegram group = null!;

    public async ValueTask InitializeAsync()
    {
        group = await StartAsync();
        await group.BindAsync();
    }

    public ValueTask DisposeAsync() => group.DisposeAsync();

    [Fact]
    public async Task The_first_receipt_of_a_person_is_words_and_the_next_a_reaction()
    {
        var first = await group.AnswerToAsync(group.Say(Zhang, Drill));
        Assert.Contains("64", first.Text, StringComparison.Ordinal);
        Assert.Equal(Group, first.Chat);
        Assert.True((bool)first.Ask["link_preview_options"]!["is_disabled"]!);

        var second = group.Say(Zhang, "6月12日开展安全宣讲1场，30人参加");
        var reaction = await group.Telegram.CallAsync(c => c.Method == "setMessageReaction");
        Assert.Equal(second, (long)reaction.Ask["message_id"]!);
        Assert.Equal("👌", (string?)reaction.Ask["reaction"]![0]!["emoji"]);
        await group.QuietAsync();
        Assert.DoesNotContain(group.Telegram.Calls, c => c.Method == "sendMessage" && c.Answers == second);
    }

    [Fact]
    public async Task Where_reactions_are_not_allowed_the_receipt_is_said()
    {
        await group.AnswerToAsync(group.Say(Zhang, Drill));
        group.Telegram.Refuse("setMessageReaction", 400, "Bad Request: REACTION_INVALID");
        var answer = await group.AnswerToAsync(group.Say(Zhang, "6月12日开展安全宣讲1场，30人参加"));
        Assert.Contains("30", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_corrects_and_the_same_edit_again_or_an_older_one_changes_nothing()
    {
        var said = group.Say(Zhang, Drill);
        await group.AnswerToAsync(said);
        group.Edit(Zhang, said, Drill.Replace("64", "70", StringComparison.Ordinal), secondsLater: 120);
        group.Edit(Zhang, said, Drill.Replace("64", "70", StringComparison.Ordinal), secondsLater: 120);
        group.Edit(Zhang, said, Drill.Replace("64", "7", StringComparison.Ordinal), secondsLater: 60);
        await group.QuietAsync();
        Assert.Equal(70, (await group.Bot.TotalsAsync())[Attendance]);
        Assert.Equal(1, group.Telegram.Calls.Count(c => c.Text.Contains("70", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_edits_within_one_second_both_count_and_the_last_stands()
    {
        var said = group.Say(Zhang, Drill);
        await group.AnswerToAsync(said);
        group.Edit(Zhang, said, Drill.Replace("64", "70", StringComparison.Ordinal), secondsLater: 5);
        group.Edit(Zhang, said, Drill.Replace("64", "71", StringComparison.Ordinal), secondsLater: 5);
        await group.QuietAsync();
        Assert.Equal(71, (await group.Bot.TotalsAsync())[Attendance]);
    }

    [Fact]
    public async Task The_same_update_twice_counts_once()
    {
        var said = group.Say(Zhang, Drill);
        group.Say(Zhang, Drill, more: m => m["message_id"] = said);
        await group.QuietAsync();
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
        Assert.Equal(1, await group.Bot.Store.ReadAsync(db => db.Messages.CountAsync(m => m.ExternalId == Number(said)), default));
    }

    [Fact]
    public async Task An_album_whose_parts_come_in_any_order_and_late_is_one_report_with_its_photos()
    {
        var (one, two, three) = (group.Telegram.NextMessage(), group.Telegram.NextMessage(), group.Telegram.NextMessage());
        group.Telegram.Update("message", group.Photo(Zhang, "b.jpg", RehearsalPhoto.Of(2), "album1", Drill, two));
        group.Telegram.Update("message", group.Photo(Zhang, "a.jpg", RehearsalPhoto.Of(1), "album1", "金谷社区：", one));
        await group.AnswerToAsync(two); // the part that came first stands for the album
        group.Telegram.Update("message", group.Photo(Zhang, "c.jpg", RehearsalPhoto.Of(3), "album1", null, three));
        await group.QuietAsync();

        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
        var submissions = await group.Bot.Store.ReadAsync(db => db.Messages.Where(m => m.Album == "album1").Select(m => m.SubmissionId).Distinct().ToListAsync(), default);
        Assert.NotNull(Assert.Single(submissions));
        Assert.Equal(3, await group.Bot.Store.ReadAsync(db => db.Blobs.CountAsync(b => b.References == 1), default));
    }

    [Fact]
    public async Task An_edited_caption_has_the_whole_album_read_again_and_keeps_its_photos()
    {
        var (one, two) = (group.Telegram.NextMessage(), group.Telegram.NextMessage());
        group.Telegram.Update("message", group.Photo(Zhang, "a.jpg", RehearsalPhoto.Of(1), "album2", Drill, one));
        group.Telegram.Update("message", group.Photo(Zhang, "b.jpg", RehearsalPhoto.Of(2), "album2", "张贴海报30张", two));
        await group.AnswerToAsync(one);
        var before = await group.Bot.TotalsAsync();
        var edited = group.Photo(Zhang, "b.jpg", RehearsalPhoto.Of(2), "album2", "张贴海报40张", two);
        edited["edit_date"] = (long)edited["date"]! + 30;
        group.Telegram.Update("edited_message", edited);
        await group.QuietAsync();

        var after = await group.Bot.TotalsAsync();
        Assert.Equal(64, after[Attendance]);
        Assert.Equal([.. before.Where(b => b.Value == 30).Select(b => b.Key)], after.Where(a => a.Value == 40).Select(a => a.Key).ToArray());
        Assert.Equal(2, await group.Bot.Store.ReadAsync(db => db.Attachments.CountAsync(), default));
    }

    [Fact]
    public async Task A_photo_that_cannot_be_fetched_at_first_is_fetched_later_and_the_text_counts_meanwhile()
    {
        group.Telegram.Refuse("getFile", 500, "Internal Server Error");
        group.Telegram.Refuse("file", 502, "");
        group.Telegram.Update("message", group.Photo(Zhang, "a.jpg", RehearsalPhoto.Of(1), null, Drill));
        await group.QuietAsync();
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
        await group.Telegram.CallAsync(_ => group.Telegram.Of("getFile").Count >= 3);
        await WaitForAsync(() => group.Bot.Store.ReadAsync(db => db.Attachments.AnyAsync(a => a.BlobKey != null), default));
    }

    [Fact]
    public async Task A_photo_that_is_gone_is_told_to_its_sender_and_a_voice_message_asked_for_in_words()
    {
        group.Telegram.Refuse("getFile", 400, "Bad Request: wrong file_id or the file is temporarily unavailable");
        var photo = group.Photo(Zhang, "a.jpg", RehearsalPhoto.Of(1));
        group.Telegram.Update("message", photo);
        Assert.Contains("再发一次", (await group.AnswerToAsync((long)photo["message_id"]!)).Text, StringComparison.Ordinal);

        var voice = group.Message(Zhang, Group);
        voice["voice"] = new JsonObject { ["file_id"] = "v", ["file_unique_id"] = "v", ["duration"] = 3 };
        group.Telegram.Update("message", voice);
        Assert.Contains("请打字", (await group.AnswerToAsync((long)voice["message_id"]!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_admin_is_asked_to_speak_as_himself_and_counts_for_nobody()
    {
        var said = group.Say(Person(1087968824, "Group"), Drill, more: m => m["sender_chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup", ["title"] = "群" });
        Assert.Contains("匿名", (await group.AnswerToAsync(said)).Text, StringComparison.Ordinal);
        await group.QuietAsync();
        Assert.Empty(await group.Bot.TotalsAsync());
    }

    [Fact]
    public async Task A_pressed_button_is_acknowledged_and_counts_once()
    {
        var said = group.Say(Person(7055555555, "新同志"), Drill);
        await group.AnswerToAsync(said);
        var ask = await group.Telegram.CallAsync(c => c.Ask["reply_markup"] is not null && c.Chat == 7098765432);
        var button = ask.Ask["reply_markup"]!["inline_keyboard"]![0]![0]!;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount((string)button["callback_data"]!), 1, 64);
        for (var times = 0; times < 2; times++)
        {
            group.Telegram.Update("callback_query", new JsonObject
            {
                ["id"] = $"30{times}", ["from"] = Li, ["chat_instance"] = "1", ["data"] = button["callback_data"]!.DeepClone(),
                ["message"] = new JsonObject { ["message_id"] = 1, ["date"] = 0, ["chat"] = new JsonObject { ["id"] = 7098765432, ["type"] = "private", ["first_name"] = "x" } },
            });
        }

        await group.QuietAsync();
        Assert.Equal(2, group.Telegram.Of("answerCallbackQuery").Count);
        var folded = await group.Telegram.CallAsync(c => c.Method == "editMessageReplyMarkup");
        Assert.Equal((7098765432, 1, 0), (folded.Chat, (long)folded.Ask["message_id"]!, folded.Ask["reply_markup"]!["inline_keyboard"]!.AsArray().Count));
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
    }

    [Fact]
    public async Task Commands_with_the_bots_name_are_answered_and_those_of_others_are_not()
    {
        var mine = await group.AnswerToAsync(group.Say(Zhang, "/help@YUEBAO_bot"));
        Assert.Contains("更正", mine.Text, StringComparison.Ordinal);
        var other = group.Say(Zhang, "/help@another_bot");
        await group.QuietAsync();
        Assert.DoesNotContain(group.Telegram.Calls, c => c.Answers == other);
    }

    [Fact]
    public async Task Buttons_stay_where_somebody_else_than_the_one_who_was_asked_presses_them()
    {
        group.Telegram.Update("callback_query", new JsonObject
        {
            ["id"] = "40", ["from"] = Zhang, ["chat_instance"] = "1", ["data"] = "u:00000000000000000000000000000000:00000000000000000000000000000000",
            ["message"] = new JsonObject
            {
                ["message_id"] = 9, ["date"] = 0, ["chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup", ["title"] = "群" },
                ["reply_to_message"] = new JsonObject { ["message_id"] = 8, ["date"] = 0, ["chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup" }, ["from"] = Li },
            },
        });
        await group.Telegram.CallAsync(c => c.Method == "answerCallbackQuery");
        await group.QuietAsync();
        Assert.Empty(group.Telegram.Of("editMessageReplyMarkup"));
    }

    private static async Task WaitForAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo()) patience.Token.ThrowIfCancellationRequested();
    }
}

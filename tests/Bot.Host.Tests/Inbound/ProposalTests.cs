using Bot.Adapters.LanguageModel;
using Bot.Domain.Checking;
using Bot.Domain.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>A language model guesses, a person decides; whatever the model does, the message is handled as without it.</summary>
public sealed class ProposalTests
{
    private const string Slot = "lifeline.hazard_fixed.items";
    private const string Report = "6月12日组织应急疏散演练1场，86人参加。会后王小明书记带队整改群众说的身边毛病17项（联系电话13900001234）。";
    private const string Good = """{"proposals":[{"piece":1,"slot":"lifeline.hazard_fixed.items","value":17}]}""";

    [Fact]
    public async Task A_good_guess_is_asked_and_booked_only_when_a_person_says_so()
    {
        await using var model = await FakeModel.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("好的：\n```json\n" + Good + "\n```");
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, Report);
        var question = await QuestionAsync(bot);

        // The receipt went its way before, and says nothing of it.
        Assert.Equal([OutgoingKind.Receipt, OutgoingKind.Question], (await bot.OutgoingAsync()).Where(m => m.Quotes == question.Quotes).Select(m => m.Kind));
        Assert.Contains("17项”还没有入表，是不是", question.Text, StringComparison.Ordinal);
        Assert.Equal(["对", "不对"], question.Buttons.Select(b => b.Label));
        Assert.DoesNotContain(Slot, await bot.TotalsAsync());

        // A 对 that quotes nothing is said to somebody else.
        await bot.SayAsync(liaison, "对");
        await bot.QuietAsync();
        Assert.DoesNotContain(Slot, await bot.TotalsAsync());

        var shown = await bot.FindAsync(liaison, await bot.GroupAsync(liaison), e => e.FromBot && e.Text == question.Text);
        await bot.PressAsync(liaison, shown, "对");
        await bot.QuietAsync();
        Assert.Equal((17m, 1m, 86m), (await bot.TotalsAsync() is var totals ? totals[Slot] : 0, totals["lifeline.drill.sessions"], totals["lifeline.drill.attendance"]));
        var (rule, bookedBy, saidBy) = await bot.Store.ReadAsync(
            async db =>
            {
                var booking = await db.Bookings.SingleAsync(b => b.SlotId == Slot);
                var message = await db.Messages.SingleAsync(m => m.Id == booking.MessageId);
                return (booking.Rule, message.Event, message.SenderName);
            },
            default);
        Assert.Equal(("answer", MessageEvent.Pressed, liaison.Name), (rule, bookedBy, saidBy));
    }

    [Fact]
    public async Task A_guess_that_is_wrong_leaves_everything_as_it_was()
    {
        await using var model = await FakeModel.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(Good);
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, Report);
        var question = await QuestionAsync(bot);
        var shown = await bot.FindAsync(liaison, await bot.GroupAsync(liaison), e => e.FromBot && e.Text == question.Text);
        var stranger = await bot.PersonAsync("李相村安全员");
        await bot.PressAsync(stranger, shown, "对");
        await bot.QuietAsync();
        Assert.DoesNotContain(Slot, await bot.TotalsAsync());
        await bot.PressAsync(liaison, shown, "不对");
        await bot.QuietAsync();
        Assert.Equal(["lifeline.drill.attendance", "lifeline.drill.sessions"], (await bot.TotalsAsync()).Keys.Order(StringComparer.Ordinal));
        Assert.Contains(await bot.OutgoingAsync(), m => m.Text == "好的，没有计入。");
    }

    [Fact]
    public async Task Names_and_private_numbers_stay_here_and_only_the_sentence_that_matters_is_sent()
    {
        await using var model = await FakeModel.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(Good);
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "白塔社区安全员报：" + Report);
        await QuestionAsync(bot);
        var (key, body) = Assert.Single(model.Calls);
        Assert.Equal("Bearer sk-test", key);
        Assert.Equal("tiny", body.GetProperty("model").GetString());
        var said = string.Concat(body.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("content").GetString()));
        Assert.Contains("整改群众说的身边毛病17项", said, StringComparison.Ordinal);
        Assert.Contains(Slot + "\t", said, StringComparison.Ordinal);
        Assert.DoesNotContain("lifeline.drill.sessions\t", said, StringComparison.Ordinal);
        Assert.All(["王小明", "1390000", "1234", "86人", "安全员报"], secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
    }

    public static TheoryData<string> Nonsense => [.. NonsenseByName.Keys];

    private static readonly Dictionary<string, Action<FakeModel>> NonsenseByName = new(StringComparer.Ordinal)
    {
        ["no JSON"] = m => m.Says("我觉得是隐患"),
        ["broken JSON"] = m => m.Says("{\"proposals\":[{\"piece\":1,"),
        ["another shape"] = m => m.Says("{\"proposals\":{\"piece\":1}}"),
        ["nulls"] = m => m.Says("{\"proposals\":[null,{\"piece\":null,\"slot\":null,\"value\":null}]}"),
        ["a slot that does not exist"] = m => m.Says("""{"proposals":[{"piece":1,"slot":"lifeline.no.such","value":17}]}"""),
        ["a slot of another measure"] = m => m.Says("""{"proposals":[{"piece":1,"slot":"fivein.community.attendance","value":17}]}"""),
        ["a slot that holds a figure"] = m => m.Says("""{"proposals":[{"piece":1,"slot":"lifeline.drill.sessions","value":17}]}"""),
        ["a value that is not in the text"] = m => m.Says("""{"proposals":[{"piece":1,"slot":"lifeline.hazard_fixed.items","value":170}]}"""),
        ["a piece that is not there"] = m => m.Says("""{"proposals":[{"piece":2,"slot":"lifeline.hazard_fixed.items","value":17},{"piece":-1,"slot":"lifeline.hazard_fixed.items","value":17}]}"""),
        ["a value beyond numbers"] = m => m.Says("""{"proposals":[{"piece":1,"slot":"lifeline.hazard_fixed.items","value":1e999}]}"""),
        ["two blanks for one figure"] = m => m.Says("""{"proposals":[{"piece":1,"slot":"lifeline.hazard_fixed.items","value":17},{"piece":1,"slot":"shenyang.practice.items","value":17}]}"""),
        ["no choices"] = m => m.Does(c => c.Response.WriteAsJsonAsync(new { choices = Array.Empty<string>() })),
        ["a page"] = m => m.Does(c => c.Response.WriteAsync("<html>welcome</html>")),
        ["500"] = m => m.Does(c => Status(c, 500)),
        ["429"] = m => m.Does(c => Status(c, 429)),
        ["a redirect"] = m => m.Does(c =>
        {
            c.Response.Redirect("/elsewhere/chat/completions", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        }),
        ["a cut connection"] = m => m.Does(c =>
        {
            c.Abort();
            return Task.CompletedTask;
        }),
        ["a huge answer"] = m => m.Does(async c =>
        {
            var piece = new byte[1 << 16];
            Array.Fill(piece, (byte)' ');
            for (var i = 0; i < 64 && !c.RequestAborted.IsCancellationRequested; i++) await c.Response.Body.WriteAsync(piece);
        }),
        ["no answer in time"] = m => m.Does(c => c.RequestAborted.WaitHandle.WaitOneAsync()),
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Whatever_else_the_model_does_nothing_is_asked_and_the_report_is_handled(string what)
    {
        await using var model = await FakeModel.StartAsync();
        await using var bot = await StartAsync(model);
        NonsenseByName[what](model);
        model.Says(Good);
        var receipt = await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), Report);
        Assert.Contains("86人", receipt.Text, StringComparison.Ordinal);

        // The model is asked one report after the other: the second one's question tells that the first one is done with.
        await bot.AskAsync(await bot.PersonAsync("李相村安全员"), "6月12日我村组织应急疏散演练1场，55人参加。会后整改群众说的身边毛病17项。");
        var question = await QuestionAsync(bot);
        Assert.Equal(2, model.Calls.Count);
        Assert.Single((await bot.OutgoingAsync()), m => m.Text.Contains("是不是", StringComparison.Ordinal));
        var office = (await bot.PersonAsync("李相村安全员")).Office;
        var unit = await bot.Store.ReadAsync(async db => await db.Remarks.Where(r => r.Code == CheckCode.Proposed).Join(db.Units, r => r.UnitId, u => u.Id, (_, u) => u.Name).SingleAsync(), default);
        Assert.Equal("李相村", unit);
        Assert.Equal(86 + 55, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        Assert.NotEmpty(question.Buttons);
    }

    [Theory]
    [InlineData("白塔社区安全员", "6月12日组织应急疏散演练1场，86人参加。")] // nothing left over
    [InlineData("白塔社区安全员", "今天群里说的身边毛病有17项，大家看看")] // no report
    [InlineData("白塔社区安全员", "6月12日组织应急疏散演练1场，三四十人参加，整改身边毛病17项")] // a question is open already
    [InlineData("应急办管理员", "代报 河畔社区 6月12日组织应急疏散演练1场，40人参加，整改群众说的身边毛病17项")] // the unit is asked already
    [InlineData("新来的同志", "6月12日组织应急疏散演练1场，40人参加，整改群众说的身边毛病17项")] // nobody knows whose it is
    public async Task Nothing_is_sent_where_nothing_may_be_asked(string sender, string text)
    {
        await using var model = await FakeModel.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(Good);
        await bot.SayAsync(await bot.PersonAsync(sender), text);
        await bot.QuietAsync();
        await bot.AskAsync(await bot.PersonAsync("李相村安全员"), Report);
        await QuestionAsync(bot);
        Assert.Single(model.Calls);
    }

    [Fact]
    public async Task A_report_edited_while_the_model_thinks_is_not_asked_about()
    {
        await using var model = await FakeModel.StartAsync();
        await using var bot = await StartAsync(model);
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        model.Does(async context =>
        {
            asked.SetResult();
            await go.Task;
            await context.Response.WriteAsJsonAsync(new { choices = new[] { new { message = new { content = Good } } } });
        });
        model.Says(Good);
        var liaison = await bot.PersonAsync("白塔社区安全员");
        var id = await bot.SayAsync(liaison, Report);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await bot.EditAsync(liaison, id, "6月12日组织应急疏散演练1场，86人参加。");
        await bot.QuietAsync();
        go.SetResult();
        await bot.AskAsync(await bot.PersonAsync("李相村安全员"), Report);
        await QuestionAsync(bot);
        Assert.Single(await bot.OutgoingAsync(), m => m.Text.Contains("是不是", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Switched_off_nobody_is_called_and_there_is_nobody_to_call()
    {
        await using var model = await FakeModel.StartAsync();
        await using var bot = await RunningBot.StartAsync(null, $"--LanguageModel:Endpoint={model.Endpoint}", "--LanguageModel:Model=tiny");
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), Report);
        await bot.QuietAsync();
        Assert.Null(bot.Services.GetService<IChatClient>());
        Assert.Empty(model.Calls);
        Assert.DoesNotContain(await bot.OutgoingAsync(), m => m.Text.Contains("是不是", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Endpoint", "--LanguageModel:Model=tiny")]
    [InlineData("Model", "--LanguageModel:Endpoint=https://example.org/v1")]
    [InlineData("Endpoint", "--LanguageModel:Endpoint=ftp://example.org", "--LanguageModel:Model=tiny")]
    [InlineData("KeyFile", "--LanguageModel:Endpoint=https://example.org/v1", "--LanguageModel:Model=tiny", "--LanguageModel:KeyFile=no-such-file")]
    [InlineData("Key", "--LanguageModel:Endpoint=https://example.org/v1", "--LanguageModel:Model=tiny", "--LanguageModel:Key=a b")]
    [InlineData("Timeout", "--LanguageModel:Endpoint=https://example.org/v1", "--LanguageModel:Model=tiny", "--LanguageModel:Timeout=00:10:00")]
    [InlineData("MaxCharacters", "--LanguageModel:Endpoint=https://example.org/v1", "--LanguageModel:Model=tiny", "--LanguageModel:MaxCharacters=1")]
    public async Task Settings_that_cannot_work_stop_the_start(string named, params string[] settings)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningBot.StartAsync(null, ["--LanguageModel:Enabled=true", .. settings]));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Equal(typeof(LanguageModelOptions), fault.OptionsType);
    }

    private static Task<RunningBot> StartAsync(FakeModel model) => RunningBot.StartAsync(
        null, "--LanguageModel:Enabled=true", $"--LanguageModel:Endpoint={model.Endpoint}", "--LanguageModel:Model=tiny", "--LanguageModel:Key=sk-test", "--LanguageModel:Timeout=00:00:02");

    // The question, once it is in the outbox.
    private static async Task<OutgoingMessage> QuestionAsync(RunningBot bot)
    {
        var viewer = await bot.PersonAsync("白塔社区安全员");
        var shown = await bot.FindAsync(viewer, await bot.GroupAsync(viewer), e => e.FromBot && e.Text.Contains("是不是", StringComparison.Ordinal));
        return (await bot.OutgoingAsync()).Single(m => m.Text == shown.Text);
    }

    private static Task Status(HttpContext context, int code)
    {
        context.Response.StatusCode = code;
        return Task.CompletedTask;
    }
}

file static class Waits
{
    public static async Task WaitOneAsync(this WaitHandle handle)
    {
        var done = new TaskCompletionSource();
        var registered = ThreadPool.RegisterWaitForSingleObject(handle, (_, _) => done.TrySetResult(), null, -1, executeOnlyOnce: true);
        await done.Task;
        registered.Unregister(null);
    }
}

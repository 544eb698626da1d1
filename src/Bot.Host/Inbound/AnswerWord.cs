using Bot.Adapters.Access;
using Bot.Adapters.Storage;
using Bot.Domain.Gathering;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>Answers a word said to the bot. What is not for the group goes to the asker's private chat.</summary>
internal sealed class AnswerWord(
    IRegistrations registrations, IHandledCommit commit, HandleSubmission read, AnswerFigures figures, AnswerDueWord dues,
    IAccessLinks links, Domain.IIdSource ids)
{
    /// <summary>Answers it; null: in this place the text is no word after all.</summary>
    public async Task<Handled?> HandleAsync(Scene scene, GroupWord word, CancellationToken cancel) => word switch
    {
        GroupWord.Bind bind => await BindAsync(scene, bind, cancel),
        GroupWord.Register register => await RegisterAsync(scene, register, cancel),
        GroupWord.Console => await ConsoleAsync(scene, cancel),
        GroupWord.ReportFor reportFor => await ReportForAsync(scene, reportFor, cancel),
        _ => await AnswersAsync(scene, word, cancel) is { } answers ? await SayAsync(scene, answers, cancel) : null,
    };

    private async Task<IReadOnlyList<OutgoingMessage>?> AnswersAsync(Scene scene, GroupWord word, CancellationToken cancel) => word switch
    {
        GroupWord.Help => [scene.Answer(GroupReplies.Help)],
        GroupWord.Mine => await figures.MineAsync(scene, cancel),
        GroupWord.Rollup rollup => await figures.RollupAsync(scene, rollup.Period, cancel),
        GroupWord.Detail detail => await figures.DetailAsync(scene, detail.Unit, cancel),
        GroupWord.Charts => await figures.ChartsAsync(scene, cancel),
        GroupWord.Export export => await figures.ExportAsync(scene, export.Format, cancel),
        _ => await dues.AnswerAsync(scene, word, cancel),
    };

    private async Task<Handled> BindAsync(Scene scene, GroupWord.Bind bind, CancellationToken cancel)
    {
        var bound = await registrations.BindAsync(bind.Code, scene.Place.Chat, scene.Now, cancel);
        return await SayAsync(scene, [scene.Answer(bound is null ? GroupReplies.NoSuchCode : GroupReplies.GroupBound(bound))], cancel);
    }

    private async Task<Handled> RegisterAsync(Scene scene, GroupWord.Register register, CancellationToken cancel)
    {
        var joined = await registrations.JoinAsync(register.Code, scene.Message.Sender, scene.Message.SenderName, scene.Now, cancel);
        return await SayAsync(scene, [scene.Answer(joined is null ? GroupReplies.NoSuchCode : GroupReplies.Joined(joined))], cancel);
    }

    // A link into the console is a key: it goes to the admin alone.
    private async Task<Handled> ConsoleAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.Person is not { IsAdmin: true } admin) return await SayAsync(scene, [scene.Answer(GroupReplies.AdminsOnly)], cancel);
        var secret = await links.CreateAsync(scene.Place.Office.Id, admin.Id, LinkPurpose.Console, cancel);
        var file = new OutgoingFile(GroupReplies.ConsoleLink, $"/console/enter/{secret}");
        var link = scene.Answer(GroupReplies.ConsoleLinkHint, OutgoingKind.Reply, 1) with { Files = [file] };
        return await SayAsync(scene, Privately(scene, link), cancel);
    }

    private async Task<Handled> ReportForAsync(Scene scene, GroupWord.ReportFor word, CancellationToken cancel)
    {
        if (scene.Place.UnitCalled(word.Unit) is not { } unit) return await SayAsync(scene, [scene.Answer(GroupReplies.NoSuchUnit(word.Unit))], cancel);
        var source = new ReportSource
        {
            Submission = new SubmissionId(ids.Next()), Completes = [scene.Message.Id], Head = scene.Message, Text = scene.Message, Unit = unit,
            Transcribed = true, BodyAt = word.BodyAt, Attachments = scene.Message.Attachments,
        };
        return await read.ReadAsync(scene, source, cancel);
    }

    private async Task<Handled> SayAsync(Scene scene, IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel)
    {
        return await commit.CommitAsync(scene.Facts, _ => Settlement.Say(messages), cancel) ? Handled.Done([scene.Message.Id]) : Handled.Lost;
    }

    /// <summary>An answer for the asker alone; asked in the group, the group hears only that it is there.</summary>
    internal static IReadOnlyList<OutgoingMessage> Privately(Scene scene, OutgoingMessage message) => scene.InGroup
        ? [scene.Answer(GroupReplies.SentPrivately), ToSender(scene, message)]
        : [message];

    /// <summary>A message in the sender's private chat.</summary>
    internal static OutgoingMessage ToSender(Scene scene, OutgoingMessage message) =>
        message with { Chat = PrivateChats.Of(scene.Message.Sender), Quotes = null };
}

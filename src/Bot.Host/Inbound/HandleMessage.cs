using Bot.Domain.Gathering;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;
using Bot.Host.Reminders;

namespace Bot.Host.Inbound;

/// <summary>Tells what a message is for: a word, a pressed button, an answer, a question, or a submission.</summary>
internal sealed class HandleMessage(
    IOrganisation organisation, IRegistrations registrations, IHandledCommit commit, HandleSubmission submissions, AnswerWord words, AnswerPress presses,
    AnswerRemarks remarks, AnswerReturns returns, ReturnOffers offers, AnswerQuestion questions, AnswerPlans plans, TimeProvider clock)
{
    private static readonly TimeSpan ForPhotos = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ForDocuments = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    public async Task<Handled> HandleAsync(ChatClaim claim, IncomingMessage message, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var scenery = await organisation.FindSceneryAsync(message.Key.Chat, message.Sender, message.SaidAt, now, cancel);
        var word = message.Event == MessageEvent.Said ? GroupWordReader.Read(message.Text) : null;
        if (scenery is not var (place, person)) return await OutsideAsync(claim, message, word, now, cancel);
        if (UntilFetched(message, now) is { } soon) return Handled.Wait(soon);

        var scene = new Scene(claim, message, place, person, now);
        if (message.Key.Chat.Platform == Platform.Import) return await ImportedAsync(scene, word, cancel);
        if (message.Event == MessageEvent.Pressed) return await presses.HandleAsync(scene, cancel);
        if (word is not null && await words.HandleAsync(scene, word, cancel) is { } answered) return answered;
        if (await plans.TryAsync(scene, cancel) is { } planned) return planned;
        if (await returns.TryAsync(scene, cancel) is { } confirmed) return confirmed;
        var handled = await remarks.TryAsync(scene, cancel) ?? await questions.TryAsync(scene, cancel) ?? await submissions.HandleAsync(scene, cancel);
        await offers.AfterAsync(scene, handled, cancel);
        return handled;
    }

    // What was reported then counts; what was asked of a bot then, or of people, is over.
    private async Task<Handled> ImportedAsync(Scene scene, GroupWord? word, CancellationToken cancel)
    {
        if (word is GroupWord.ReportFor && await words.HandleAsync(scene, word, cancel) is { } reported) return reported;
        if (word is null or GroupWord.ReportFor) return await submissions.HandleAsync(scene, cancel);
        return await commit.CommitAsync(scene.Facts, _ => Settlement.Say([]), cancel) ? Handled.Done([scene.Message.Id]) : Handled.Lost;
    }

    // Files still on their way are waited for a little, so that they are read, and photos compared, together with the words. Nothing is lost by
    // not waiting longer: photos come to their message by themselves, and who sent a document is told.
    private static DateTimeOffset? UntilFetched(IncomingMessage message, DateTimeOffset now)
    {
        var missing = message.Attachments.Where(a => a is { Blob: null, PlatformFile: not null }).ToList();
        if (missing.Count == 0) return null;
        var patience = missing.All(a => a.Kind?.Class() == MediaClass.Photo) ? ForPhotos : ForDocuments;
        return now - message.ReceivedAt < patience ? now + BetweenLooks : null;
    }

    // A chat that belongs to no office is heard for its codes only; nothing of it is kept, and nobody else gets an answer.
    private async Task<Handled> OutsideAsync(ChatClaim claim, IncomingMessage message, GroupWord? word, DateTimeOffset now, CancellationToken cancel)
    {
        var answer = word switch
        {
            GroupWord.Bind bind => await registrations.BindAsync(bind.Code, message.Key.Chat, now, cancel) is { } bound
                ? GroupReplies.GroupBound(bound) : null,
            GroupWord.Register register => await registrations.JoinAsync(register.Code, message.Sender, message.SenderName, now, cancel) is { } joined
                ? GroupReplies.Joined(joined) : null,
            _ => null,
        };
        var handled = new HandledSubmission { Claim = claim, Completes = [message.Id], Now = now };
        OutgoingMessage[] say = answer is null ? [] :
        [
            new OutgoingMessage
            {
                Key = $"re-{message.Id.Value:n}-0", Chat = message.Key.Chat, Kind = OutgoingKind.Reply, Text = answer, Quotes = message.Key.Id,
            },
        ];
        return await commit.CommitAsync(handled, _ => Settlement.Say(say), cancel) ? Handled.Done([message.Id]) : Handled.Lost;
    }
}

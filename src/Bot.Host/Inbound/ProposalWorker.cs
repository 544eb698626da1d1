using Bot.Adapters.LanguageModel;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Proposals;
using Bot.Domain.Replies;
using Microsoft.Extensions.Options;

namespace Bot.Host.Inbound;

/// <summary>Off every message's path: lets a language model guess about left-over figures, checks the guesses, asks the sender.</summary>
internal sealed class ProposalWorker(
    ProposalQueue queue, IProposals proposals, IProposalQuestions questions, IIdSource ids, Outbound.OutboundWake outbound, TimeProvider clock,
    IOptions<LanguageModelOptions> options, ILogger<ProposalWorker> log) : BackgroundService
{
    // Later nobody remembers what the question is about, and it might come in the night.
    private static readonly TimeSpan WorthAsking = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await AskAsync(await queue.NextAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                InboundLog.ProposalsFailed(log, failure.GetType().Name, failure);
            }
        }
    }

    private async Task AskAsync(LeftBehind left, CancellationToken cancel)
    {
        if (TimeProvider.System.GetElapsedTime(left.At) > WorthAsking) return;
        IReadOnlyList<string> names = [.. await questions.NamesAsync(left.Office, cancel), left.Said.SenderName];
        if (left.Figures.Request(names, options.Value.MaxCharacters) is not { } request) return;
        switch (await proposals.ForAsync(request, cancel))
        {
            case ProposalOutcome.Failed failed:
                InboundLog.NoProposals(log, left.Request.Submission.Value, failed.Code);
                break;
            case ProposalOutcome.Given given:
                var remarks = left.Figures.Check(given.Proposals, ids);
                InboundLog.Proposals(log, left.Request.Submission.Value, remarks.Count, given.Proposals.Count - remarks.Count);
                if (remarks.Count > 0 && TimeProvider.System.GetElapsedTime(left.At) <= WorthAsking && await questions.AskAsync(Question(left, remarks), cancel)) outbound.Ring();
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ProposalQuestion Question(LeftBehind left, IReadOnlyList<Domain.Checking.Remark> remarks)
    {
        var said = Receipt.Compose(left.Request, remarks);
        return new ProposalQuestion
        {
            Office = left.Office, Submission = left.Request.Submission, Text = left.Request.Message, Revision = left.Request.Revision, Unit = remarks[0].Unit,
            Remarks = remarks, Now = clock.GetUtcNow(),
            Message = new OutgoingMessage
            {
                Key = $"propose-{left.Request.Submission.Value:n}", Chat = left.Said.Key.Chat, Kind = OutgoingKind.Question, Text = said.Text, Buttons = said.Buttons,
                Quotes = left.Said.Key.Id,
            },
        };
    }
}

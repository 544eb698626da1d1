using System.Threading.Channels;
using Bot.Domain.Ledger;
using Bot.Domain.Proposals;

namespace Bot.Host.Inbound;

/// <summary>
/// Reports whose left-over figures a language model may guess about, after they were committed. Kept in memory only: what a
/// crash loses is not guessed about, and nothing else. Without a model nothing is taken.
/// </summary>
internal sealed class ProposalQueue(bool isOpen)
{
    private const int Most = 100;

    // When it does not keep up, the newest go without.
    private readonly Channel<LeftBehind> waiting = Channel.CreateBounded<LeftBehind>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes a committed report, if there is something to guess about.</summary>
    public void Offer(Scene scene, ReportSource source, RecordRequest request, LedgerDecision decision)
    {
        if (!isOpen || LeftFigures.Of(request, decision) is not { } figures) return;
        waiting.Writer.TryWrite(new LeftBehind(scene.Place.Office.Id, source.Head, request, figures, TimeProvider.System.GetTimestamp()));
    }

    /// <summary>The next one.</summary>
    public ValueTask<LeftBehind> NextAsync(CancellationToken cancel) => waiting.Reader.ReadAsync(cancel);
}

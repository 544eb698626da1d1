using Bot.Domain.Messages;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Bot.Host.Outbound;

/// <summary>
/// The way to one platform: a send has its time; what surely did not get there is tried again at once, a little later each
/// time; and a platform that is away is left alone for a while instead of asked again for every chat.
/// </summary>
internal sealed class PlatformLine
{
    /// <summary>How long a platform that is away is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    // Together shorter than a claim lasts.
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AllTries = TimeSpan.FromSeconds(45);

    private readonly ISender sender;
    private readonly ResiliencePipeline<SendOutcome> pipeline;

    /// <summary>The way to the platform of a sender.</summary>
    /// <param name="sender">Who sends.</param>
    /// <param name="clock">The clock of time-outs and pauses.</param>
    /// <param name="changed">Told when the platform is left alone (true), and when it answers again.</param>
    public PlatformLine(ISender sender, TimeProvider clock, Action<bool> changed)
    {
        this.sender = sender;
        pipeline = new ResiliencePipelineBuilder<SendOutcome> { TimeProvider = clock }
            .AddTimeout(AllTries)
            .AddRetry(new RetryStrategyOptions<SendOutcome>
            {
                MaxRetryAttempts = 2, Delay = TimeSpan.FromMilliseconds(200), BackoffType = DelayBackoffType.Exponential, UseJitter = true,
                ShouldHandle = new PredicateBuilder<SendOutcome>().HandleResult(o => o is SendOutcome.RetryLater { Trouble: SendTrouble.Platform, After.Ticks: 0 }),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<SendOutcome>
            {
                FailureRatio = 0.5, MinimumThroughput = 6, SamplingDuration = TimeSpan.FromSeconds(30), BreakDuration = Rest,
                ShouldHandle = new PredicateBuilder<SendOutcome>().Handle<TimeoutRejectedException>()
                    .HandleResult(o => o is SendOutcome.RetryLater { Trouble: SendTrouble.Platform or SendTrouble.NoAnswer }),
                OnOpened = _ => Tell(changed, true),
                OnClosed = _ => Tell(changed, false),
            })
            .AddTimeout(OneTry)
            .Build();
    }

    /// <summary>Sends once in effect; null: the platform is left alone just now, and nothing was tried.</summary>
    public async Task<SendOutcome?> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        try
        {
            return await pipeline.ExecuteAsync(async inner => await sender.SendAsync(message, inner), cancel);
        }
        catch (BrokenCircuitException)
        {
            return null;
        }
        catch (TimeoutRejectedException)
        {
            return new SendOutcome.RetryLater(TimeSpan.Zero, "timeout", SendTrouble.NoAnswer);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return new SendOutcome.RetryLater(TimeSpan.Zero, failure.GetType().Name, SendTrouble.NoAnswer);
        }
    }

    private static ValueTask Tell(Action<bool> changed, bool isAway)
    {
        changed(isAway);
        return ValueTask.CompletedTask;
    }
}

using Bot.Adapters.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Step 1 without a public address: one host at a time asks for updates, stores them, and confirms them with the next question. In
/// webhook mode it only makes Telegram ready.
/// </summary>
internal sealed class TelegramPolling(
    TelegramApi api, TelegramSetup setup, TelegramArrivals arrivals, TelegramOptions options, Leases leases, ILogger<TelegramPolling> log) : BackgroundService
{
    private const string Duty = "telegram-updates";
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && !setup.IsRefused)
        {
            try
            {
                if (options.Mode == TelegramMode.Webhook)
                {
                    await setup.ReadyAsync(stoppingToken);
                    return;
                }

                // A host whose turn has not come sends all the same, and must know who it is.
                if (setup.Me is null && !await setup.ReadyAsync(stoppingToken)) return;
                await leases.HoldAsync(Duty, PollAsync, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                TelegramLog.PollerFailed(log, failure.GetType().Name);
                await Task.Delay(options.PauseAfterFailure, TimeProvider.System, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task PollAsync(CancellationToken held)
    {
        long? offset = null;
        var failures = 0;
        while (!held.IsCancellationRequested && !setup.IsRefused)
        {
            var asked = TimeProvider.System.GetTimestamp();
            switch (await api.UpdatesAsync(offset, held))
            {
                case TelegramAnswer<IReadOnlyList<TelegramUpdate>>.Done answer:
                    if (failures > 0) TelegramLog.UpdatesAgain(log);
                    failures = 0;
                    foreach (var update in answer.Result) await arrivals.TakeAsync(update, setup.Me!, held);

                    // The next question confirms what is stored. After an empty answer nothing is left to confirm, and numbers may begin anew.
                    offset = answer.Result.Count == 0 ? null : answer.Result.Max(u => u.UpdateId) + 1;

                    // Whoever answers at once that there is nothing is not asked again at once.
                    if (answer.Result.Count == 0 && TimeProvider.System.GetElapsedTime(asked) < Soonest) await PauseAsync(1, TimeSpan.Zero, held);
                    break;
                case TelegramAnswer<IReadOnlyList<TelegramUpdate>>.Refused refused:
                    await RefusedAsync(refused, failures++, held);
                    break;
                case TelegramAnswer<IReadOnlyList<TelegramUpdate>>.Silent silent:
                    if (failures++ == 0) TelegramLog.NoUpdates(log, silent.Kind);
                    await PauseAsync(failures, TimeSpan.Zero, held);
                    break;
            }
        }
    }

    private async Task RefusedAsync(TelegramAnswer<IReadOnlyList<TelegramUpdate>>.Refused refused, int failures, CancellationToken held)
    {
        if (failures == 0 && refused.Code == 409) TelegramLog.Conflict(log);
        else if (failures == 0) TelegramLog.NoUpdates(log, FormattableString.Invariant($"refused-{refused.Code}"));
        await PauseAsync(failures + 1, refused.RetryAfter ?? TimeSpan.Zero, held);

        // A webhook that was set since is taken away again; a token that was revoked ends it.
        if (refused.Code is 401 or 404 or 409) await setup.ReadyAsync(held);
    }

    private Task PauseAsync(int failures, TimeSpan asked, CancellationToken held)
    {
        var pause = options.PauseAfterFailure * Math.Min(failures, 6);
        if (pause > LongestPause) pause = LongestPause;
        return Task.Delay(pause > asked ? pause : asked, TimeProvider.System, held);
    }
}

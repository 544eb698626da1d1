using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Bot.Adapters.Storage;

/// <summary>
/// LISTEN and NOTIFY, apart from every transaction (a NOTIFY inside the insert's would halve its rate): one connection hears, one
/// tells, and what is told while it is busy, or has just told something, is told once.
/// </summary>
internal sealed class PostgresSignals(PostgresStore store) : HostSignals, IHostedService, IAsyncDisposable
{
    private const string Channel = "safetymonth";
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromSeconds(1);

    // Under load every host would else wake all others for every message.
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(20);

    // More than ever waits: rooms that changed within one round trip. What does not fit is found by looking.
    private readonly Channel<string> told = System.Threading.Channels.Channel.CreateBounded<string>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;
    private bool isDisposed;

    public override void Tell(string topic) => told.Writer.TryWrite(topic);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.WhenAll(UntilStoppedAsync(ListenAsync), UntilStoppedAsync(NotifyAsync));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await running.WaitAsync(cancellationToken);
    }

    // The container disposes it under each of its names.
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true)) return;
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task UntilStoppedAsync(Func<CancellationToken, Task> work)
    {
        var stop = stopping.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await work(stop);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or OperationCanceledException or TimeoutException)
            {
                // The database is away, or the program ends. Meanwhile everybody looks for themselves.
                if (stop.IsCancellationRequested) return;
                await Task.Delay(BeforeNextTry, TimeProvider.System, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = await store.Connections.OpenConnectionAsync(stop);
        connection.Notification += (_, e) => Hear(e.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
        Hear(Inbox);
        Hear(Outbox);
        while (true) await connection.WaitAsync(stop);
    }

    private async Task NotifyAsync(CancellationToken stop)
    {
        await using var connection = await store.Connections.OpenConnectionAsync(stop);
        await using var notify = new NpgsqlCommand($"SELECT pg_notify('{Channel}', topic) FROM unnest($1) AS topic", connection);
        var topics = notify.Parameters.Add(new NpgsqlParameter<string[]>());
        while (await told.Reader.WaitToReadAsync(stop))
        {
            var distinct = new HashSet<string>(StringComparer.Ordinal);
            while (told.Reader.TryRead(out var topic)) distinct.Add(topic);
            topics.Value = distinct.ToArray();
            await notify.ExecuteNonQueryAsync(stop);
            await Task.Delay(BetweenCalls, TimeProvider.System, stop);
        }
    }
}

using System.Data.Common;
using Bot.Adapters.Blobs;
using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Health;

/// <summary>Whether this host can serve people now: the database and the store of photos answer, and it is not going down.</summary>
internal sealed class Readiness(Store store, IBlobsCheck blobs, IHostApplicationLifetime life, ILogger<Readiness> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Anybody may ask, so asking often must not cost much.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1);
    private IReadOnlyList<string> lacking = [];
    private long? lookedAt;

    /// <summary>What does not answer: <c>database</c>, <c>blobs</c>, <c>stopping</c>; empty: it is ready.</summary>
    public async Task<IReadOnlyList<string>> LackingAsync(CancellationToken cancel)
    {
        if (life.ApplicationStopping.IsCancellationRequested) return ["stopping"];
        await turn.WaitAsync(cancel);
        try
        {
            if (lookedAt is { } then && TimeProvider.System.GetElapsedTime(then) < Fresh) return lacking;
            var before = lacking;
            lacking = await LookAsync(cancel);
            lookedAt = TimeProvider.System.GetTimestamp();
            if (lacking.Count == 0 && before.Count > 0) HealthLog.ReadyAgain(log);
            return lacking;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var parts = await Task.WhenAll(DatabaseAsync(either.Token, cancel), BlobsAsync(either.Token, cancel));
        return [.. parts.OfType<string>()];
    }

    private async Task<string?> DatabaseAsync(CancellationToken patience, CancellationToken cancel)
    {
        try
        {
            await store.ReadAsync(db => db.Offices.AnyAsync(patience), patience);
            return null;
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException or IOException or TimeoutException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            HealthLog.DatabaseSilent(log, fault.GetType().Name);
            return "database";
        }
    }

    private async Task<string?> BlobsAsync(CancellationToken patience, CancellationToken cancel)
    {
        try
        {
            if (await blobs.TryReadingAsync(patience) is not { } fault) return null;
            HealthLog.BlobsSilent(log, fault.Sentence);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            HealthLog.BlobsSilent(log, "No answer in time.");
        }

        return "blobs";
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Bot.Benchmarks;

/// <summary>
/// Reports from their acceptance through the ledger to the last receipt in its chat, by hosts as they run. All is handed in as
/// fast as it is taken, so that what comes out is what the program can do.
/// </summary>
internal static class EndToEndRun
{
    private const int Chats = 200;
    private const int Entrances = 8;

    // Not measured: the program gets warm, and the ledger is not empty.
    private const int Before = 1000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task PrintAsync(string connection, int reports, int hosts, TextWriter output)
    {
        await using var service = await BenchService.StartAsync(connection, hosts, Chats);
        await MeasureAsync(service, 0, Before);
        await service.SettleAsync();
        var (program, database) = (Environment.CpuUsage.TotalTime, service.DatabaseTime());
        var (accepted, booked, sent) = await MeasureAsync(service, Before, reports);
        (program, database) = (Environment.CpuUsage.TotalTime - program, service.DatabaseTime() - database);
        await service.VerifyAsync(Before + reports);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{reports} reports, {hosts} host(s): accepted {reports / accepted.TotalSeconds:0}/s, booked {reports / booked.TotalSeconds:0}/s, answered {reports / sent.TotalSeconds:0}/s, of the processor {program.TotalMilliseconds / reports:0.00} ms each here and {database.TotalMilliseconds / reports:0.00} ms at the database"));
    }

    private static async Task<(TimeSpan Accepted, TimeSpan Booked, TimeSpan Sent)> MeasureAsync(BenchService service, int first, int count)
    {
        var next = first - 1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Entrances).Select(async _ =>
        {
            for (int report; (report = Interlocked.Increment(ref next)) < first + count;) await service.AcceptAsync(report);
        }));
        var accepted = Stopwatch.GetElapsedTime(started);
        TimeSpan? booked = null;
        while (true)
        {
            var (messages, receipts) = await service.WaitingAsync();
            if (messages == 0) booked ??= Stopwatch.GetElapsedTime(started);
            if (messages == 0 && receipts == 0) return (accepted, booked!.Value, Stopwatch.GetElapsedTime(started));
            await Task.Delay(Look, TimeProvider.System);
        }
    }
}

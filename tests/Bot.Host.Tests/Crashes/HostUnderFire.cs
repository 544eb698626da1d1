using System.Diagnostics;
using System.Net.Sockets;

namespace Bot.Host.Tests.Crashes;

/// <summary>
/// One host of several: started, killed as hard as the system can at a random moment (while it starts, migrates, reads, commits or
/// sends), and started again on the same port.
/// </summary>
internal sealed class HostUnderFire(string folder, int port, IReadOnlyList<string> settings, Random random) : IDisposable
{
    private const int MostTaken = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim taken = new(0);
    private Process? process;
    private TaskCompletionSource serving = new();

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public int Kills { get; private set; }

    /// <summary>Those of the kills that hit it while it served, rather than while it started.</summary>
    public int KillsWhileServing { get; private set; }

    /// <summary>Lives and dies until it is told to stop; then it is dead. Of three lives one ends while it starts, the others after it has taken a few messages.</summary>
    /// <param name="work">Whether anybody sends it messages.</param>
    /// <param name="stop">When to stop.</param>
    public async Task BurnAsync(bool work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Start();
            if (work && random.Next(3) > 0)
            {
                using var busy = CancellationTokenSource.CreateLinkedTokenSource(stop);
                busy.CancelAfter(Patience);
                await Task.WhenAny(serving.Task, process!.WaitForExitAsync(busy.Token));
                for (var more = random.Next(MostTaken); more > 0; more--) await taken.WaitAsync(busy.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(work ? 400 : 1_500)), TimeProvider.System, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            await KillAsync();
        }
    }

    /// <summary>It said that it has taken a message.</summary>
    public void Took() => taken.Release();

    /// <summary>Lives on, and is started again where it ends by itself, until it is told to stop; then it is dead.</summary>
    public async Task StayAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Start();
            await process!.WaitForExitAsync(stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await KillAsync();
    }

    private void Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        start.Environment["DOTNET_TieredPGO"] = "0"; // it never lives long enough to gain by it
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll"), "--urls", Address.ToString(), "--SafetyMonth:DataFolder", folder, .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        var said = serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) said.TrySetResult(); }; // it says where it listens
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task KillAsync()
    {
        if (process is not { HasExited: false }) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        Kills++;
        if (serving.Task.IsCompleted) KillsWhileServing++;
    }

    public void Dispose()
    {
        if (process is { HasExited: false }) process.Kill(entireProcessTree: true);
        process?.Dispose();
        taken.Dispose();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }
}

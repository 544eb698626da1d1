using System.Diagnostics;
using System.Net.Sockets;

namespace Bot.Host.Tests.Crashes;

/// <summary>
/// One host of several: started, killed as hard as the system can at a random moment (while it starts, migrates, reads, commits or
/// sends), and started again on the same port.
/// </summary>
internal sealed class HostUnderFire(string folder, int port, IReadOnlyList<string> settings, Random random) : IDisposable
{
    private Process? process;
    private volatile bool isServing;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public int Kills { get; private set; }

    /// <summary>Those of the kills that hit it while it served, rather than while it started.</summary>
    public int KillsWhileServing { get; private set; }

    /// <summary>Lives and dies until it is told to stop; then it is dead.</summary>
    /// <param name="shortest">The shortest life in milliseconds.</param>
    /// <param name="longest">The longest life in milliseconds.</param>
    /// <param name="stop">When to stop.</param>
    public async Task BurnAsync(int shortest, int longest, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Start();
            var life = TimeSpan.FromMilliseconds(random.Next(shortest, longest));
            await Task.Delay(life, TimeProvider.System, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            await KillAsync();
        }
    }

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
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll"), "--urls", Address.ToString(), "--SafetyMonth:DataFolder", folder, .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        isServing = false;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => isServing |= line.Data is not null; // it says where it listens
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
        if (isServing) KillsWhileServing++;
    }

    public void Dispose()
    {
        if (process is { HasExited: false }) process.Kill(entireProcessTree: true);
        process?.Dispose();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }
}

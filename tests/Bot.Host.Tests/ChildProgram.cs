using System.Diagnostics;
using System.Net.Sockets;

namespace Bot.Host.Tests;

/// <summary>The program in a process of its own.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process process;

    private ChildProgram(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ChildProgram> StartAsync(string folder, params string[] more)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var argument in (string[])[program, "--urls", $"http://127.0.0.1:{FreePort()}", "--SafetyMonth:DataFolder", folder, .. await OnPostgres.ArgumentsAsync(folder), .. more]) start.ArgumentList.Add(argument);
        var started = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        started.ErrorDataReceived += (_, _) => { };
        started.BeginErrorReadLine();

        // The first line tells where it listens, when it does.
        var line = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The program ended before it listened.");
        return new ChildProgram(started, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()));
    }

    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Bot.Host.Tests;

/// <summary>The program in a process of its own.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process process;

    private readonly StringBuilder complaints;

    private ChildProgram(Process process, Uri address, StringBuilder complaints)
    {
        this.process = process;
        this.complaints = complaints;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ChildProgram> StartAsync(string folder, params string[] more) => await StartWithAsync(folder, await OnPostgres.ArgumentsAsync(folder), more);

    /// <summary>On a database the caller names, or on SQLite in the folder where it names none.</summary>
    public static async Task<ChildProgram> StartWithAsync(string folder, IReadOnlyList<string> database, params string[] more)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var argument in (string[])[program, "--urls", $"http://127.0.0.1:{FreePort()}", "--SafetyMonth:DataFolder", folder, .. database, .. more]) start.ArgumentList.Add(argument);
        var started = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var said = new StringBuilder();
        started.ErrorDataReceived += (_, line) => { lock (said) said.AppendLine(line.Data); };
        started.BeginErrorReadLine();

        // The first line tells where it listens, when it does.
        var line = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The program ended before it listened.");
        return new ChildProgram(started, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()), said);
    }

    /// <summary>What it wrote to its log so far.</summary>
    public string Log
    {
        get { lock (complaints) return complaints.ToString(); }
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Asks it to end, as a supervisor does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code, once it has ended.</summary>
    public async Task<int> EndedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
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

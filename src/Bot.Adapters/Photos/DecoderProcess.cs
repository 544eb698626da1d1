using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Bot.Adapters.Photos;

/// <summary>
/// A picture program as a process of its own, for pictures from people: without our environment, with limits on memory, time and
/// what it may write. Whatever a hostile picture does to it, it does to that process alone.
/// </summary>
internal static class DecoderProcess
{
    private const int MostComplaint = 4_000;
    private const string Limiter = "/usr/bin/prlimit";

    /// <summary>Runs a program; null: it is not installed. Cancelling ends it.</summary>
    /// <param name="program">Its name on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder it works in, one that holds nothing else.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="cancel">Breaks off.</param>
    public static async Task<DecoderEnd?> RunAsync(string program, IReadOnlyList<string> arguments, string folder, DecoderLimits limits, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(limits.Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        using var process = Start(program, arguments, folder, limits);
        if (process is null)
            return null;
        await using var stop = either.Token.Register(() => Kill(process));
        try
        {
            var complaint = TakeAsync(process.StandardError, either.Token);
            var output = TakeAsync(process.StandardOutput, either.Token);
            await Task.WhenAll(complaint, output, process.WaitForExitAsync(either.Token));
            // What prlimit says when the program behind it is missing (env: 127).
            return process.ExitCode == 127 ? null : new DecoderEnd(process.ExitCode, await output, await complaint, TooSlow: false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new DecoderEnd(-1, "", "", TooSlow: true);
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process? Start(string program, IReadOnlyList<string> arguments, string folder, DecoderLimits limits)
    {
        var guarded = OperatingSystem.IsLinux() && File.Exists(Limiter);
        var start = new ProcessStartInfo(guarded ? Limiter : program)
        {
            UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        if (limits.Untrusted)
            start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        if (guarded)
        {
            foreach (var limit in (string[])[$"--as={Number(limits.MemoryBytes)}", $"--cpu={Number((long)limits.Patience.TotalSeconds)}", $"--fsize={Number(limits.FileBytes)}", "--core=0", "--", program])
                start.ArgumentList.Add(limit);
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            return null; // not installed
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    private static async Task<string> TakeAsync(StreamReader from, CancellationToken cancel)
    {
        var kept = new System.Text.StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (kept.Length < MostComplaint)
                kept.Append(buffer, 0, Math.Min(read, MostComplaint - kept.Length));
        }

        return kept.ToString();
    }
}

/// <summary>What a picture program may use.</summary>
/// <param name="Patience">How long it may take, in processor time as well.</param>
/// <param name="MemoryBytes">Address space.</param>
/// <param name="FileBytes">The largest file it may write.</param>
/// <param name="Untrusted">Whether the picture comes from people: formats known for holes are off.</param>
internal sealed record DecoderLimits(TimeSpan Patience, long MemoryBytes, long FileBytes, bool Untrusted = true)
{
    /// <summary>For a photo of up to a hundred megapixels.</summary>
    public static DecoderLimits Photo { get; } = new(TimeSpan.FromSeconds(20), 1L << 30, 32L << 20);
}

/// <summary>How a picture program ended.</summary>
internal sealed record DecoderEnd(int Exit, string Output, string Complaint, bool TooSlow)
{
    public bool IsWell => Exit == 0 && !TooSlow;
}

using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Bot.Adapters.Plans;

/// <summary>A program of poppler-utils that gets a PDF through its input and answers through its output: no shell, no files.</summary>
internal static class PdfProgram
{
    /// <summary>The longest answer that is kept.</summary>
    public const int MostCharacters = 8_000_000;

    /// <summary>Its exit code and what it said. A program that is not there throws <see cref="System.ComponentModel.Win32Exception"/>.</summary>
    /// <param name="program">Its name on the path.</param>
    /// <param name="options">What stands before the names of input and output.</param>
    /// <param name="content">The PDF.</param>
    /// <param name="cancellation">Ends the program too.</param>
    public static async Task<(int Exit, string Text, string Complaint)> RunAsync(string program, IEnumerable<string> options, byte[] content, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in options.Concat(["-", "-"]))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        // With the process its pipes end, and with them whoever reads them.
        await using var stop = cancellation.Register(process.Kill);
        try
        {
            var feeding = FeedAsync(process, content, cancellation);
            var text = TakeAsync(process.StandardOutput, cancellation);
            var complaint = TakeAsync(process.StandardError, cancellation);
            await Task.WhenAll(feeding, text, complaint);
            await process.WaitForExitAsync(cancellation);
            cancellation.ThrowIfCancellationRequested();
            return (process.ExitCode, await text, await complaint);
        }
        finally
        {
            process.Kill(); // nothing where it has ended
        }
    }

    /// <summary>A number as an option.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task FeedAsync(Process process, byte[] content, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(content, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has seen enough and closed its input; its exit code says what it made of it.
        }
    }

    /// <summary>What the program says, to a length no plan has; the rest is read and dropped, so that the program can end.</summary>
    private static async Task<string> TakeAsync(StreamReader from, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (text.Length <= MostCharacters)
                text.Append(buffer, 0, read);
        }

        return text.ToString();
    }
}

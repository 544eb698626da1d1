using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Plans;

/// <summary>
/// The text of a PDF through <c>pdftotext</c> of poppler-utils: a process of its own with a time limit, fed through its
/// input, without a shell and without files.
/// </summary>
internal static class PdfText
{
    /// <summary>The program's name on the path.</summary>
    public const string Program = "pdftotext";

    private const int MostPages = 200;
    private const int MostCharacters = 4_000_000;
    private const int FewestWords = 30;
    private const int FewestWordsOnAPage = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The lines of the document.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">As its sender called it.</param>
    /// <param name="program">The program to call.</param>
    /// <param name="cancellation">Breaks off.</param>
    public static async Task<DocumentOutcome> ReadAsync(byte[] content, string name, string program, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await RunAsync(content, program, either.Token) is var (exit, text, complaint) && exit == 0
                ? Judge(text, name)
                : Refusal(exit, complaint, name);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return PlanRefusals.TooSlow(name);
        }
        catch (Win32Exception)
        {
            return PlanRefusals.NoPdfProgram(name);
        }
    }

    private static async Task<(int Exit, string Text, string Complaint)> RunAsync(byte[] content, string program, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])["-layout", "-enc", "UTF-8", "-l", MostPages.ToString(System.Globalization.CultureInfo.InvariantCulture), "-", "-"])
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

    private static DocumentOutcome.Refused Refusal(int exit, string complaint, string name) =>
        complaint.Contains("password", StringComparison.OrdinalIgnoreCase) ? PlanRefusals.Encrypted(name)
        : exit == 3 ? PlanRefusals.Locked(name)
        : PlanRefusals.Damaged(name);

    private static DocumentOutcome Judge(string text, string name)
    {
        if (text.Length > MostCharacters)
            return PlanRefusals.TooLong(name);
        var words = text.Count(char.IsLetter);
        var pages = Math.Max(1, text.Count(c => c == '\f'));
        if (words < FewestWords || words / pages < FewestWordsOnAPage)
            return PlanRefusals.Scanned(name);
        // Fonts that do not say which characters they show come out as private or unknown ones, or not as Chinese at all.
        var strange = text.Count(c => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.PrivateUse || c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c)));
        if (strange > words / 4)
            return PlanRefusals.Garbled(name);
        return new DocumentOutcome.Opened([.. PdfLines.Read(text).Select(line => new DocumentBlock.Paragraph(line))]);
    }
}

using System.ComponentModel;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Plans;

/// <summary>
/// The lines and ruled tables of a PDF through <c>pdftotext</c> and <c>pdftocairo</c> of poppler-utils, with a time limit.
/// </summary>
internal static class PdfText
{
    /// <summary>The program's name on the path.</summary>
    public const string Program = "pdftotext";

    private const int MostPages = 200;
    private const int MostCharacters = 4_000_000;
    private const int FewestWords = 30;
    private const int FewestWordsOnAPage = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

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
            var (exit, text, complaint) = await PdfProgram.RunAsync(program, ["-layout", "-enc", "UTF-8", "-l", PdfProgram.Number(MostPages)], content, either.Token);
            if (exit != 0)
                return Refusal(exit, complaint, name);
            if (Fault(text, name) is { } fault)
                return fault;
            var tables = new PdfTables();
            text = await tables.TakeOutAsync(content, text.Replace($"{PdfTables.Mark}", "", StringComparison.Ordinal), program, either.Token);
            return new DocumentOutcome.Opened(tables.Blocks(PdfLines.Read(text)));
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

    private static DocumentOutcome.Refused Refusal(int exit, string complaint, string name) =>
        complaint.Contains("password", StringComparison.OrdinalIgnoreCase) ? PlanRefusals.Encrypted(name)
        : exit == 3 ? PlanRefusals.Locked(name)
        : PlanRefusals.Damaged(name);

    private static DocumentOutcome.Refused? Fault(string text, string name)
    {
        if (text.Length > MostCharacters)
            return PlanRefusals.TooLong(name);
        var words = text.Count(char.IsLetter);
        var pages = Math.Max(1, text.Count(c => c == '\f'));
        if (words < FewestWords || words / pages < FewestWordsOnAPage)
            return PlanRefusals.Scanned(name);
        // Fonts that do not say which characters they show come out as private or unknown ones, or not as Chinese at all.
        var strange = text.Count(c => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.PrivateUse || c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c)));
        return strange > words / 4 ? PlanRefusals.Garbled(name) : null;
    }
}

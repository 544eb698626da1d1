using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Adapters.Calendar;
using Bot.Domain.Gathering;
using Bot.Domain.Plans;

namespace Bot.Host.Verbs;

/// <summary><c>plan compile</c>: a plan's file → what it asks for.</summary>
internal static class CompilePlan
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>Reads one file and writes its reading.</summary>
    public static async Task<int> RunAsync(string file, bool json, TextWriter output, CancellationToken cancel)
    {
        var text = await File.ReadAllTextAsync(file, cancel);
        var reading = PlanCompiler.Read([.. text.Split('\n').Select(line => new DocumentBlock.Paragraph(line))], Bot.Domain.Dues.WorkingDays.ByWeek);
        await output.WriteLineAsync((json ? PlanJson.Of(reading, Path.GetFileNameWithoutExtension(file)).ToJsonString(Written) : PlanWords.Of(reading)).AsMemory(), cancel);
        return 0;
    }
}

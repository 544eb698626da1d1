using System.Text.Json.Nodes;
using Bot.Adapters.Calendar;
using Bot.Host.Verbs;
using Bot.Tests;

namespace Bot.Host.Tests.Verbs;

/// <summary>The plans of <c>tests/Corpus/plans</c>, compiled by the verb itself.</summary>
internal static class PlanCorpus
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Corpus", "plans");

    /// <summary>The texts of a folder; the empty name: the plans the compiler was made with.</summary>
    public static IEnumerable<string> Texts(string folder) => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.txt").Order(StringComparer.Ordinal);

    /// <summary>Runs <c>plan compile</c>.</summary>
    public static async Task<(int Code, string Said, string Complained)> CompileAsync(params string[] args)
    {
        var (asked, fault) = PlanArguments.Read(["compile", .. args]);
        if (asked is null) return (64, "", fault!);
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await new CompilePlan(asked, new WorkCalendar(ShippedCalendar.Rows, []).Days(), output, errors).RunAsync(CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Scores all plans of a folder.</summary>
    public static async Task<PlanScore> ScoreAsync(string folder)
    {
        var score = new PlanScore();
        foreach (var text in Texts(folder))
        {
            var slots = Path.ChangeExtension(text, ".slots.csv");
            var gold = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(text, ".gold.json")))!;
            score.Add(gold, File.Exists(slots) ? [.. File.ReadLines(slots).Skip(1).Select(CsvLine.Fields).Select(f => PlanScore.Blank(f[^2], f[^1]))] : null, JsonNode.Parse((await CompileAsync(text, "--json")).Said)!);
        }

        return score;
    }
}

using System.Text;

namespace Bot.Domain.Plans;

/// <summary>The embedded word lists of this folder; lines that begin with # are comments.</summary>
internal static class PlanData
{
    /// <summary>All words of a list.</summary>
    public static IEnumerable<string> Words(string name) => Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of a list.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(PlanData).Assembly.GetManifestResourceStream("Bot.Domain.Plans.Data." + name)
            ?? throw new InvalidOperationException($"The program was built without its data file {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}

namespace Bot.Tests;

/// <summary>A line of a csv file of the corpus: quotes stand where a comma is inside.</summary>
internal static class CsvLine
{
    /// <summary>Its fields, without their quotes.</summary>
    public static List<string> Fields(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                fields.Add("");
            else
                fields[^1] += c;
        }

        return fields;
    }
}

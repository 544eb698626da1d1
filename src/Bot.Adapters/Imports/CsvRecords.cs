using System.Runtime.CompilerServices;
using System.Text;

namespace Bot.Adapters.Imports;

/// <summary>The records of a comma-, semicolon- or tab-separated file, one at a time (RFC 4180; a field in quotes may hold line ends).</summary>
internal static class CsvRecords
{
    private const int LongestRecord = 256 << 10;

    /// <summary>Each record with the line it begins in. A record without fields is a broken one: a quote that never ends, or far too long.</summary>
    public static async IAsyncEnumerable<(long Line, IReadOnlyList<string> Fields)> ReadAsync(string file, Encoding encoding, [EnumeratorCancellation] CancellationToken cancel)
    {
        char? separator = null;
        var open = new StringBuilder();
        var begins = 0L;
        await foreach (var (number, line) in LogText.LinesAsync(file, encoding, cancel))
        {
            if (open.Length == 0) begins = number;
            else open.Append('\n');
            open.Append(line);
            if (open.Length > LongestRecord)
            {
                yield return (begins, []);
                yield break;
            }

            if (Count(open, '"') % 2 != 0) continue;
            var record = open.ToString();
            open.Clear();
            if (string.IsNullOrWhiteSpace(record)) continue;
            separator ??= new[] { ',', '\t', ';' }.MaxBy(c => record.Count(r => r == c));
            yield return (begins, Fields(record, separator.Value));
        }

        if (open.Length > 0) yield return (begins, []);
    }

    private static int Count(StringBuilder text, char wanted)
    {
        var count = 0;
        foreach (var chunk in text.GetChunks()) count += chunk.Span.Count(wanted);
        return count;
    }

    private static List<string> Fields(string record, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < record.Length; i++)
        {
            var c = record[i];
            if (c == '"' && quoted && i + 1 < record.Length && record[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}

using System.Globalization;
using System.Text;
using Bot.Adapters.Documents;

namespace Bot.Adapters.Imports;

/// <summary>The review table as a file for a spreadsheet: written, changed by a person, and read again.</summary>
internal static class SenderTable
{
    private const string LeftOut = "不计";
    private const string Waits = "待认领";
    private const string Counts = "计入";
    private static readonly string[] Heads = ["标识", "显示名", "条数", "首条", "末条", "单位", "姓名", "处理", "依据"];

    /// <summary>Its lines, with a mark that spreadsheets know UTF-8 by.</summary>
    public static byte[] Write(IReadOnlyList<SenderLine> senders, TimeZoneInfo zone)
    {
        var text = new StringBuilder();
        Add(Heads);
        foreach (var s in senders)
            Add(s.Id, s.Name, s.Messages.ToString(CultureInfo.InvariantCulture), Day(s.First), Day(s.Last), string.Join('、', s.Units), s.Person, s.IsLeftOut ? LeftOut : s.IsMatched ? Counts : Waits, s.Because);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

        void Add(params string[] fields) => text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

        string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The senders as the table decides them; or one sentence that says what is wrong in it.</summary>
    public static async Task<(IReadOnlyList<SenderLine>? Decided, string? Fault)> ReadAsync(string file, IReadOnlyList<SenderLine> senders, SenderMatching known, CancellationToken cancel)
    {
        if (!File.Exists(file)) return (null, $"没有“{file}”这个文件。");
        if (await LogText.EncodingOfAsync(file, cancel) is not { } encoding) return (null, $"“{file}”不是文字表格。");
        var lines = senders.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Dictionary<string, int>? at = null;
        await foreach (var (line, fields) in CsvRecords.ReadAsync(file, encoding, cancel))
        {
            if (at is null)
            {
                at = fields.Select((head, i) => (head.Trim(), i)).Where(h => Heads.Contains(h.Item1)).DistinctBy(h => h.Item1).ToDictionary(h => h.Item1, h => h.i, StringComparer.Ordinal);
                if (!at.ContainsKey("标识") || !at.ContainsKey("单位")) return (null, $"“{file}”第一行要有标题，至少有：标识、单位。");
                continue;
            }

            if (!lines.TryGetValue(Of("标识"), out var sender)) continue; // of an earlier review
            var units = Of("单位").Split(['、', ',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (units.FirstOrDefault(u => known.UnitCalled(u) is null) is { } unknown) return (null, $"“{file}”第{line}行：没有叫“{unknown}”的单位。");
            lines[sender.Id] = sender with
            {
                Units = [.. units.Select(u => known.UnitCalled(u)!.Name)], Person = Of("姓名"), IsLeftOut = Of("处理") == LeftOut, Because = "表中指定",
            };
            if (Of("处理") == Waits) lines[sender.Id] = lines[sender.Id] with { Units = [], Person = "" };

            string Of(string head) => at.TryGetValue(head, out var i) && i < fields.Count ? Plain(fields[i].Trim()) : "";
        }

        return ([.. senders.Select(s => lines[s.Id])], null);
    }

    private static string Plain(string field) => field.Length > 1 && field[0] == '\'' && DocumentText.LooksLikeFormula(field[1..]) ? field[1..] : field;

    private static string Field(string field)
    {
        var text = DocumentText.Clean(field);
        if (DocumentText.LooksLikeFormula(text)) text = $"'{text}";
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}

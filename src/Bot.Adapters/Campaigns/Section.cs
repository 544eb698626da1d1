using System.Globalization;

namespace Bot.Adapters.Campaigns;

/// <summary>
/// One map of the file, its keys checked against their shape on opening. A value that cannot be taken leaves a fault
/// and a stand-in, so that the rest of the file is still read.
/// </summary>
internal sealed class Section
{
    private readonly YamlNode.Map _map;
    private readonly YamlShape _shape;
    private readonly YamlFaults _faults;

    public Section(YamlNode.Map map, YamlShape shape, YamlFaults faults)
    {
        (_map, _shape, _faults) = (map, shape, faults);
        foreach (var (key, _) in map.Entries.Select(entry => (entry.Key, entry.Value)))
        {
            if (shape.Find(key.Value) is null)
                faults.Add(key.At, $"the unknown key {YamlNode.Quote(key.Value)}", $"one of {string.Join(", ", shape.Keys.Select(k => k.Name))}");
        }

        foreach (var key in shape.Keys.Where(key => key.Required && Find(key.Name) is null))
            faults.Add(map.At, $"no {key.Name} in the {shape.Name}", $"{key.Name}: …");
    }

    /// <summary>Where the map begins.</summary>
    public YamlPlace At => _map.At;

    /// <summary>The value of a key; null where it is not there or holds nothing.</summary>
    public YamlNode? Find(string key) =>
        _map.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value is { } node and not YamlNode.Text { IsNull: true } ? node : null;

    /// <summary>Where a key's value stands, or the map.</summary>
    public YamlPlace Place(string key) => Find(key)?.At ?? At;

    /// <summary>A text that is not blank, on one line; null where the key is not there.</summary>
    public string? Text(string key, string expected = "a text") => Find(key) is { } node ? Text(node, expected) : null;

    /// <summary>A text, or an empty one where the key is missing (which is a fault already).</summary>
    public string Needed(string key, string expected = "a text") => Text(key, expected) ?? "";

    /// <summary>A text of a fixed form; empty where it is not.</summary>
    public string Named(string key, Func<string, bool> good, string expected)
    {
        if (Find(key) is not { } node)
            return "";
        if (node is YamlNode.Text text && good(text.Value))
            return text.Value;
        _faults.Add(node, expected);
        return "";
    }

    /// <summary>A whole number; null where there is none.</summary>
    public int? Number(string key, int from, int to) => Find(key) is { } node ? Number(node, from, to) : null;

    /// <summary>A list of numbers, or one number.</summary>
    public int? Number(YamlNode node, int from, int to)
    {
        if (node is YamlNode.Text text && int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            return number;
        _faults.Add(node, FormattableString.Invariant($"a whole number from {from} to {to}"));
        return null;
    }

    /// <summary>A word of a closed set; null where there is none.</summary>
    public T? Word<T>(string key)
        where T : struct, Enum => Word(key) is { } word ? Words.Value<T>(word) : null;

    /// <summary>One of the words the shape names for the key; null where there is none.</summary>
    public string? Word(string key)
    {
        var words = _shape.Find(key)!.Words!;
        if (Find(key) is not { } node)
            return null;
        if (node is YamlNode.Text text && words.Contains(text.Value, StringComparer.Ordinal))
            return text.Value;
        _faults.Add(node, Words.Or(words));
        return null;
    }

    /// <summary>Whether a key says <c>true</c>.</summary>
    public bool Yes(string key) => Word(key) == "true";

    /// <summary>A day, <c>2024-06-13</c>; null where there is none.</summary>
    public DateOnly? Day(string key) => Find(key) is { } node ? Day(node) : null;

    /// <summary>A day.</summary>
    public DateOnly? Day(YamlNode node) => Date(node, "yyyy-MM-dd", "a day of the calendar such as 2024-06-13");

    /// <summary>A month, <c>2024-06</c>, as its first day; null where there is none.</summary>
    public DateOnly? Month(string key) => Find(key) is { } node ? Date(node, "yyyy-MM", "a month such as 2024-06") : null;

    /// <summary>The nodes of a list; empty where the key is not there.</summary>
    public IReadOnlyList<YamlNode> List(string key, string expected)
    {
        if (Find(key) is not { } node)
            return [];
        if (node is YamlNode.Sequence list)
            return list.Items;
        _faults.Add(node, expected);
        return [];
    }

    /// <summary>One value, or a list of them.</summary>
    public IReadOnlyList<YamlNode> OneOrMore(string key) => Find(key) switch
    {
        null => [],
        YamlNode.Sequence list => list.Items,
        var one => [one],
    };

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. List(key, "a list of texts").Select(node => Text(node, "a text")).OfType<string>()];

    /// <summary>The maps of a list, opened with the shape the key names.</summary>
    public IReadOnlyList<Section> Sections(string key)
    {
        var shape = _shape.Find(key)!.Of!;
        return [.. List(key, $"a list of {shape.Name}s").Select(node => Open(node, shape, _faults)).OfType<Section>()];
    }

    /// <summary>The map a key holds, opened with the shape the key names; null where it is none.</summary>
    public Section? Inner(string key) => Find(key) is { } node ? Open(node, _shape.Find(key)!.Of!, _faults) : null;

    /// <summary>A node as a map; null with a fault where it is none.</summary>
    public static Section? Open(YamlNode node, YamlShape shape, YamlFaults faults)
    {
        if (node is YamlNode.Map map)
            return new Section(map, shape, faults);
        faults.Add(node, $"the keys {string.Join(", ", shape.Keys.Where(key => key.Required).Select(key => key.Name))}");
        return null;
    }

    private string? Text(YamlNode node, string expected)
    {
        if (node is YamlNode.Text text && !string.IsNullOrWhiteSpace(text.Value) && !text.Value.Contains('\n', StringComparison.Ordinal))
            return text.Value;
        _faults.Add(node, node is YamlNode.Text { Value: var value } && value.Contains('\n', StringComparison.Ordinal) ? "a text on one line" : expected);
        return null;
    }

    private DateOnly? Date(YamlNode node, string format, string expected)
    {
        if (node is YamlNode.Text text && DateOnly.TryParseExact(text.Value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        _faults.Add(node, expected);
        return null;
    }
}

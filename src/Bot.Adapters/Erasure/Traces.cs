using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Adapters.Erasure;

/// <summary>
/// What tells of a person in texts of others: their names, the numbers they gave and, where the bot repeats what was said, their own
/// lines. Covering leaves every position as it was, so that spans into the text stay right; figures are no such trace.
/// </summary>
internal sealed class Traces
{
    private const char Cover = '*';
    private const int ShortestName = 2;
    private const int ShortestLine = 12;
    private const int ShortestReason = 4;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string[] names;
    private readonly string[] words;
    private readonly string[] texts;
    private readonly string[] own;
    private readonly SearchValues<string> sought;
    private readonly SearchValues<string> repeated;

    /// <summary>Gathers what to look for.</summary>
    /// <param name="names">What the person is called, where nothing else in the office is called so.</param>
    /// <param name="texts">What the person wrote.</param>
    /// <param name="reasons">Reasons that stand anywhere in the office; those that are pieces of the person's words are sought in answers.</param>
    public Traces(IEnumerable<string> names, IReadOnlyCollection<string> texts, IEnumerable<string> reasons)
    {
        this.names = [.. names.Where(n => n.Length >= ShortestName).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length)];
        this.texts = [.. texts];
        words = [.. this.names.Concat(texts.SelectMany(t => PrivateSpans.Of(t).Select(s => t[s.From..s.To]))).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length)];
        var lines = texts.SelectMany(t => t.Split('\n', StringSplitOptions.TrimEntries)).Where(l => l.Length >= ShortestLine).Distinct(StringComparer.Ordinal);
        own = [.. reasons.Where(r => r.Length >= ShortestReason && IsOwn(r)).Distinct(StringComparer.Ordinal).OrderByDescending(r => r.Length)];
        sought = SearchValues.Create(words, StringComparison.Ordinal);
        repeated = SearchValues.Create([.. words, .. lines], StringComparison.Ordinal);
    }

    /// <summary>A text of somebody else with names and numbers covered; a private number in the line of a name is taken for the person's.</summary>
    public string InWords(string text)
    {
        var covered = Covered(text, sought, words);
        return ReferenceEquals(covered, text) ? text : NumbersBesideNames(text, covered);
    }

    /// <summary>What the bot or an admin wrote: as <see cref="InWords"/>, and the person's own lines as well.</summary>
    public string InAnswers(string text)
    {
        var covered = Covered(InWords(text), repeated, null);
        foreach (var reason in own) covered = covered.Replace(reason, new string(Cover, reason.Length), StringComparison.Ordinal);
        return covered;
    }

    /// <summary>A reason somebody gave: as <see cref="InAnswers"/>, and whole where it is a piece of what the person wrote.</summary>
    public string InReasons(string text) => text.Length >= ShortestName && IsOwn(text) ? new string(Cover, text.Length) : InAnswers(text);

    /// <summary>Every text in a JSON document, by <paramref name="cover"/>; the same document where nothing was found.</summary>
    public static string InJson(string json, Func<string, string> cover)
    {
        var changed = false;
        var node = Walk(JsonNode.Parse(json));
        return changed ? node!.ToJsonString(Readable) : json;

        JsonNode? Walk(JsonNode? at)
        {
            switch (at)
            {
                case JsonObject members:
                    foreach (var (name, value) in members.ToList()) if (Walk(value) is { } other && !ReferenceEquals(other, value)) members[name] = other;
                    return at;
                case JsonArray items:
                    for (var i = 0; i < items.Count; i++) if (Walk(items[i]) is { } other && !ReferenceEquals(other, items[i])) items[i] = other;
                    return at;
                case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                    var text = value.GetValue<string>();
                    var covered = cover(text);
                    if (covered == text) return at;
                    changed = true;
                    return JsonValue.Create(covered);
                default:
                    return at;
            }
        }
    }

    private bool IsOwn(string text) => Array.Exists(texts, t => t.Contains(text, StringComparison.Ordinal));

    private static string Covered(string text, SearchValues<string> what, string[]? longestFirst)
    {
        if (!text.AsSpan().ContainsAny(what)) return text;
        if (longestFirst is not null)
        {
            foreach (var word in longestFirst) text = text.Replace(word, new string(Cover, word.Length), StringComparison.Ordinal);
            return text;
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++) if (lines[i].AsSpan().ContainsAny(what)) lines[i] = new string(Cover, lines[i].Length);
        return string.Join('\n', lines);
    }

    private string NumbersBesideNames(string text, string covered)
    {
        var lines = covered.Split('\n');
        var original = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Array.Exists(names, n => original[i].Contains(n, StringComparison.Ordinal))) continue;
            var line = lines[i].ToCharArray();
            foreach (var (from, to) in PrivateSpans.Of(original[i])) line.AsSpan(from, to - from).Fill(Cover);
            lines[i] = new string(line);
        }

        return string.Join('\n', lines);
    }
}

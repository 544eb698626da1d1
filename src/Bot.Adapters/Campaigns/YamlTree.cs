using System.Buffers;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Adapters.Campaigns;

/// <summary>
/// Reads bytes as one plain YAML document within fixed limits, so that a file nobody meant well
/// (an anchor bomb, ten megabytes, a picture) costs little and gives one clear fault.
/// </summary>
internal static class YamlTree
{
    /// <summary>The most a campaign file may hold; the largest real one has 25 KB.</summary>
    public const int MostBytes = 1 << 20;

    private const int MostDepth = 12;
    private const int MostNodes = 60_000;

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r'))]);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The root, or null and one fault.</summary>
    public static YamlNode? Parse(ReadOnlySpan<byte> bytes, YamlFaults faults)
    {
        if (bytes.Length > MostBytes)
            return faults.Whole($"{bytes.Length} bytes", $"at most {MostBytes}");
        return Decode(bytes, faults) is { } text && IsPlain(text, faults) ? Build(text, faults) : null;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, YamlFaults faults)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + bytes[..Math.Clamp(fault.Index, 0, bytes.Length)].Count((byte)'\n');
            faults.Add(new YamlPlace(line, 1), "bytes that are no UTF-8", "a text file in UTF-8");
            return null;
        }
    }

    private static bool IsPlain(string text, YamlFaults faults)
    {
        if (text.AsSpan().IndexOfAny(Controls) is var control and >= 0)
        {
            faults.Add(PlaceOf(text, control), $"the control character U+{(int)text[control]:X4}", "text");
            return false;
        }

        for (var tab = text.IndexOf('\t', StringComparison.Ordinal); tab >= 0; tab = text.IndexOf('\t', tab + 1))
        {
            var start = text.LastIndexOf('\n', tab) + 1;
            if (!text.AsSpan(start, tab - start).IsWhiteSpace())
                continue;
            faults.Add(PlaceOf(text, tab), "a tab in the indentation", "spaces");
            return false;
        }

        return true;
    }

    private static YamlPlace PlaceOf(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new YamlPlace(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    private static YamlNode? Build(string text, YamlFaults faults)
    {
        using var reader = new StringReader(text);
        var events = new Parser(reader);
        try
        {
            events.Consume<StreamStart>();
            if (events.Accept<StreamEnd>(out _))
                return faults.Whole("nothing", "a campaign");
            events.Consume<DocumentStart>();
            var nodes = 0;
            var root = Node(events, 0, ref nodes);
            events.Consume<DocumentEnd>();
            if (!events.Accept<StreamEnd>(out _))
                throw new NotTaken(events.Current!.Start, "a second document", "one document");
            return root;
        }
        catch (NotTaken refusal)
        {
            faults.Add(Place(refusal.Start), refusal.Found, refusal.Wanted);
        }
        catch (YamlException fault)
        {
            faults.Add(Place(fault.Start), $"YAML that cannot be read ({fault.Message.TrimEnd('.')})", "well-formed YAML");
        }
        catch (InvalidOperationException)
        {
            // The library's scanner gives up this way on some damaged flow maps, without saying where.
            faults.Add(Place(events.Current?.End ?? new Mark(0, 1, 1)), "YAML that cannot be read", "well-formed YAML");
        }

        return null;
    }

    private static YamlNode Node(Parser events, int depth, ref int nodes)
    {
        var start = events.Current is { } current || events.MoveNext() && (current = events.Current) is not null ? current.Start : Mark.Empty;
        if (depth > MostDepth || ++nodes > MostNodes)
            throw new NotTaken(start, depth > MostDepth ? "nesting without end" : "too many values", "a campaign file");
        if (events.TryConsume<AnchorAlias>(out _))
            throw new NotTaken(start, "an alias (*)", "the value itself");
        if (events.Accept<NodeEvent>(out var node) && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            throw new NotTaken(node.Start, node.Anchor.IsEmpty ? "a tag (!)" : "an anchor (&)", "a plain value");
        if (events.TryConsume<Scalar>(out var scalar))
            return Text(scalar);
        return events.TryConsume<SequenceStart>(out _) ? List(events, start, depth, ref nodes) : Map(events, depth, ref nodes);
    }

    private static YamlNode.Sequence List(Parser events, Mark start, int depth, ref int nodes)
    {
        var items = new List<YamlNode>();
        while (!events.TryConsume<SequenceEnd>(out _))
            items.Add(Node(events, depth + 1, ref nodes));
        return new YamlNode.Sequence(items, Place(start));
    }

    private static YamlNode.Map Map(Parser events, int depth, ref int nodes)
    {
        var start = events.Consume<MappingStart>().Start;
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!events.TryConsume<MappingEnd>(out _))
        {
            var key = Node(events, depth + 1, ref nodes);
            if (key is not YamlNode.Text name)
                throw new NotTaken(start, $"{key.Describe()} as a key", "a word");
            if (!seen.Add(name.Value))
                throw new NotTaken(new Mark(0, name.At.Line, name.At.Column), $"the key {YamlNode.Quote(name.Value)} again", "each key once");
            entries.Add(new YamlEntry(name, Node(events, depth + 1, ref nodes)));
        }

        return new YamlNode.Map(entries, Place(start));
    }

    private static YamlNode.Text Text(Scalar scalar) => new(scalar.Value, scalar.Style != ScalarStyle.Plain, Place(scalar.Start));

    private static YamlPlace Place(Mark mark) => new((int)mark.Line, (int)mark.Column);

    /// <summary>Ends the reading at once; never leaves this class.</summary>
    private sealed class NotTaken(Mark start, string found, string wanted) : Exception
    {
        public Mark Start => start;

        public string Found => found;

        public string Wanted => wanted;
    }
}

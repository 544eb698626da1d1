namespace Bot.Adapters.Campaigns;

/// <summary>A place in a file, counted from 1.</summary>
internal readonly record struct YamlPlace(int Line, int Column)
{
    /// <summary>So many columns further in the same line.</summary>
    public YamlPlace Right(int columns) => this with { Column = Column + columns };
}

/// <summary>A node of a YAML file: text, list or map. Anchors, aliases and tags are not taken.</summary>
internal abstract record YamlNode(YamlPlace At)
{
    /// <summary>A text. <paramref name="Quoted"/> texts are never null.</summary>
    public sealed record Text(string Value, bool Quoted, YamlPlace At) : YamlNode(At)
    {
        /// <summary>Whether the text stands for nothing: empty, <c>~</c> or <c>null</c>, unquoted.</summary>
        public bool IsNull => !Quoted && Value is "" or "~" or "null";
    }

    /// <summary>A list.</summary>
    public sealed record Sequence(IReadOnlyList<YamlNode> Items, YamlPlace At) : YamlNode(At);

    /// <summary>A map in the order of the file.</summary>
    public sealed record Map(IReadOnlyList<YamlEntry> Entries, YamlPlace At) : YamlNode(At);

    /// <summary>How an error names the node.</summary>
    public string Describe() => this switch
    {
        Text { IsNull: true } => "nothing",
        Text text => Quote(text.Value),
        Sequence => "a list",
        _ => "a map of keys",
    };

    /// <summary>A text in quotes, on one line, cut where it is long.</summary>
    public static string Quote(string text)
    {
        var shown = text.Length <= 60 ? text : $"{text.AsSpan(0, 57)}…";
        return $"\"{shown.ReplaceLineEndings("↵")}\"";
    }
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlNode.Text Key, YamlNode Value);

using YamlDotNet.RepresentationModel;

namespace Bot.Host.Tests.Deploy;

/// <summary>The files an operator starts from, as they are in the repository.</summary>
internal static class DeployFiles
{
    public static string Root { get; } = Find();

    /// <summary>All of them but what an operator made there, relative to the repository.</summary>
    public static IEnumerable<string> All() => Directory.EnumerateFiles(Path.Combine(Root, "deploy"), "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Contains("/secrets/", StringComparison.Ordinal) && !f.Contains("/tls/", StringComparison.Ordinal) && !f.EndsWith("/.env", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Every document of a YAML file.</summary>
    public static IReadOnlyList<YamlNode> Yaml(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Text(file)));
        return [.. stream.Documents.Select(d => d.RootNode)];
    }

    /// <summary>Every value under such a key, however deep.</summary>
    public static IEnumerable<YamlNode> Under(this YamlNode node, string key) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(c => c.Key.ToString() == key ? c.Value.Under(key).Prepend(c.Value) : c.Value.Under(key)),
        YamlSequenceNode list => list.Children.SelectMany(c => c.Under(key)),
        _ => [],
    };

    private static string Find()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "deploy", "Dockerfile")))
                return above.FullName;
        }

        throw new InvalidOperationException("The tests run from within the repository: deploy/Dockerfile is looked for above them.");
    }
}

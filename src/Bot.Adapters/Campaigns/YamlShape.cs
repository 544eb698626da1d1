namespace Bot.Adapters.Campaigns;

/// <summary>The keys a map of the campaign file may have.</summary>
internal sealed record YamlShape(string Name, IReadOnlyList<YamlKey> Keys)
{
    /// <summary>The key of that name, or null.</summary>
    public YamlKey? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);
}

/// <summary>A key of a map.</summary>
/// <param name="Name">As written.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Words">The only words it takes; null: free.</param>
/// <param name="Of">The shape of the map, or of the maps in the list, that it holds.</param>
internal sealed record YamlKey(string Name, bool Required = false, IReadOnlyList<string>? Words = null, YamlShape? Of = null);

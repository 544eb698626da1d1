namespace Bot.Adapters.Campaigns;

/// <summary>The campaigns that come with the program, held inside it so that it runs from anywhere.</summary>
internal static class ShippedCampaigns
{
    private const string Folder = "campaigns/";
    private const string Suffix = ".yaml";

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(ShippedCampaigns).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The campaign of that name; an unknown name gives a fault that lists the known ones.</summary>
    public static CampaignFile Open(string id) => Content(id) is { } content
        ? CampaignYaml.Read(content, id + Suffix)
        : CampaignFile.Fault("campaign", $"the unknown name {YamlNode.Quote(id)}", Words.Or(Ids));

    /// <summary>What <c>--campaign</c> means: a shipped campaign's name, or else a file.</summary>
    /// <param name="idOrFile">As the user wrote it.</param>
    /// <param name="folder">The caller's folder, which a relative path belongs to.</param>
    public static CampaignFile OpenOrFile(string idOrFile, string folder)
    {
        if (Ids.Contains(idOrFile, StringComparer.Ordinal))
            return Open(idOrFile);
        var file = idOrFile.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) || idOrFile.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || idOrFile.AsSpan().ContainsAny('/', '\\');
        return file && !idOrFile.Contains('\0', StringComparison.Ordinal) ? CampaignYaml.Open(Path.Combine(folder, idOrFile)) : Open(idOrFile);
    }

    /// <summary>The file as shipped; null: no such campaign.</summary>
    public static byte[]? Content(string id)
    {
        if (!Ids.Contains(id, StringComparer.Ordinal))
            return null;
        using var stream = typeof(ShippedCampaigns).Assembly.GetManifestResourceStream(Folder + id + Suffix)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}

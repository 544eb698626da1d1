namespace Bot.Adapters.Campaigns;

/// <summary>Collects what is wrong with one file; reading goes on, so that all faults are told at once.</summary>
internal sealed class YamlFaults(string file)
{
    /// <summary>Beyond so many faults another file was meant.</summary>
    private const int Most = 50;

    private readonly List<CampaignFault> _faults = [];

    /// <summary>Whether nothing was found wrong.</summary>
    public bool None => _faults.Count == 0;

    /// <summary>All faults in the order of the file.</summary>
    public IReadOnlyList<CampaignFault> All => [.. _faults.OrderBy(f => f.Line).ThenBy(f => f.Column).Take(Most)];

    /// <summary>Something at a place.</summary>
    public void Add(YamlPlace at, string found, string expected) =>
        _faults.Add(new CampaignFault(file, at.Line, at.Column, found, expected));

    /// <summary>A node that is not what it should be.</summary>
    public void Add(YamlNode node, string expected) => Add(node.At, node.Describe(), expected);

    /// <summary>The file as a whole; gives null for the caller to hand on.</summary>
    public YamlNode? Whole(string found, string expected)
    {
        _faults.Add(new CampaignFault(file, 0, 0, found, expected));
        return null;
    }
}

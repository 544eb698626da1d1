using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>
/// Reads a campaign from its YAML file (<c>docs/schema/campaign.schema.json</c>). Every fault names line and column, what was
/// found and what was expected; content never makes it throw.
/// </summary>
internal static class CampaignYaml
{
    /// <summary>Reads a file of the disk.</summary>
    /// <param name="path">The file; errors name it as given here.</param>
    public static CampaignFile Open(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > YamlTree.MostBytes
                ? CampaignFile.Fault(path, $"{file.Length} bytes", $"at most {YamlTree.MostBytes}")
                : Read(File.ReadAllBytes(path), path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var missing = fault is FileNotFoundException or DirectoryNotFoundException;
            return CampaignFile.Fault(path, missing ? "no such file" : "a file that cannot be opened", "a campaign file");
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="content">UTF-8, with or without byte order mark.</param>
    /// <param name="name">What errors call it.</param>
    public static CampaignFile Read(ReadOnlySpan<byte> content, string name)
    {
        var faults = new YamlFaults(name);
        var root = YamlTree.Parse(content, faults);
        var campaign = root is not null && Section.Open(root, CampaignShapes.Campaign, faults) is { } section ? Campaign(section, faults) : null;
        return faults.None && campaign is not null ? new CampaignFile.Loaded(campaign) : new CampaignFile.Broken(faults.All);
    }

    private static Campaign Campaign(Section section, YamlFaults faults)
    {
        var subject = section.Needed("subject");
        var period = section.Inner("period");
        var forms = new FormReader(faults, subject).Read(section.Sections("forms"));
        return new Campaign
        {
            Id = new CampaignId(section.Named("id", Names.IsWord, Names.Word)),
            Title = section.Needed("title"),
            Subject = subject,
            Year = Year(section, period, faults),
            Edition = section.Number("edition", 1, 200),
            DocumentNumber = section.Text("document_number"),
            Theme = section.Text("theme"),
            Period = Period(period, faults) ?? default,
            Events = [.. section.Sections("events").Select(Event).OfType<CampaignEvent>()],
            Activities = section.Texts("activities"),
            Forms = forms,
            Obligations = new ObligationReader(faults, subject, forms).Read(section.Sections("obligations")),
        };
    }

    private static int Year(Section section, Section? period, YamlFaults faults)
    {
        var year = section.Number("year", 2000, 2100) ?? 0;
        if (year > 0 && period?.Find("from") is YamlNode.Text { Value: var from } && !from.StartsWith($"{year}-", StringComparison.Ordinal))
            faults.Add(section.Place("year"), section.Find("year")!.Describe(), $"the year of the period's first day, {YamlNode.Quote(from)}");
        return year;
    }

    private static DaySpan? Period(Section? section, YamlFaults faults)
    {
        if (section is null || (section.Day("from"), section.Day("to")) is not ({ } from, { } to))
            return null;
        if (to < from)
            faults.Add(section.Place("to"), section.Find("to")!.Describe(), "a day not before from");
        return new DaySpan(from, to);
    }

    private static CampaignEvent? Event(Section section) =>
        section.Text("name") is { } name && section.Day("date") is { } day ? new CampaignEvent(day, name) : null;
}

using System.Xml;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>What the two tables of an Office file say it is (ECMA-376 part 2): its main part, and that part's type.</summary>
internal sealed class OfficePackage
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string MainRelation = "/relationships/officeDocument";

    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byEnding = new(StringComparer.OrdinalIgnoreCase);

    private OfficePackage() { }

    /// <summary>The main part's name as in the archive; null: there is none inside.</summary>
    public string? MainPart { get; private set; }

    /// <summary>Word or Excel without macros; null: something else.</summary>
    public MediaKind? Kind => TypeOf(MainPart) switch
    {
        Word => MediaKind.Docx,
        Excel => MediaKind.Xlsx,
        _ => null,
    };

    /// <summary>Whether any type tells of macros.</summary>
    public bool HasMacros => _byPart.Values.Concat(_byEnding.Values).Any(type =>
        type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the two tables.</summary>
    public static OfficePackage Read(byte[] contentTypes, byte[] relations)
    {
        var package = new OfficePackage();
        try
        {
            foreach (var element in Elements(contentTypes))
                package.AddType(element);
            package.MainPart = Elements(relations).Where(IsMain).Select(e => e.GetAttribute("Target")?.TrimStart('/')).FirstOrDefault();
        }
        catch (XmlException broken)
        {
            throw new InvalidDataException("A table of the document cannot be read.", broken);
        }

        return package;
    }

    private static IEnumerable<XmlReader> Elements(byte[] xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                yield return reader;
        }
    }

    private static bool IsMain(XmlReader relation) =>
        relation.LocalName == "Relationship" && relation.GetAttribute("TargetMode") != "External"
        && relation.GetAttribute("Type")?.EndsWith(MainRelation, StringComparison.Ordinal) == true;

    private void AddType(XmlReader element)
    {
        if (element.GetAttribute("ContentType") is not { } type)
            return;
        if (element.LocalName == "Override" && element.GetAttribute("PartName") is { } part)
            _byPart.TryAdd(part.TrimStart('/'), type);
        else if (element.LocalName == "Default" && element.GetAttribute("Extension") is { } ending)
            _byEnding.TryAdd("." + ending, type);
    }

    private string? TypeOf(string? part) =>
        part is null ? null : _byPart.GetValueOrDefault(part) ?? _byEnding.GetValueOrDefault(Path.GetExtension(part));
}

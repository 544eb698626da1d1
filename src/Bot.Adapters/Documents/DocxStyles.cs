using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>What a document's styles say of its paragraphs, where a paragraph does not say it itself.</summary>
internal sealed class DocxStyles
{
    private const int Deepest = 16;
    private readonly Dictionary<string, Style> _byId = new(StringComparer.Ordinal);
    private readonly string? _default;

    public DocxStyles(MainDocumentPart main)
    {
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id)
                continue;
            _byId.TryAdd(id, style);
            if (style.Type?.InnerText == "paragraph" && style.Default is { } ours && On(ours.InnerText))
                _default ??= id;
        }
    }

    /// <summary>A paragraph's style and those it is based on, the nearest first.</summary>
    public IEnumerable<Style> Of(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _default);

    /// <summary>Whether a run is not shown.</summary>
    public bool IsHidden(Run run) =>
        Hidden(run.RunProperties?.Vanish)
        ?? Chain(run.RunProperties?.RunStyle?.Val?.Value).Select(style => Hidden(style.StyleRunProperties?.Vanish)).FirstOrDefault(hidden => hidden is not null)
        ?? false;

    /// <summary>Whether a switch of the format is on: it is, unless it says no.</summary>
    public static bool On(string? value) => value is not ("0" or "false" or "off");

    private static bool? Hidden(Vanish? vanish) => vanish is null ? null : vanish.Val is null || On(vanish.Val.InnerText);

    private IEnumerable<Style> Chain(string? id)
    {
        for (var depth = 0; depth < Deepest && id is not null && _byId.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}

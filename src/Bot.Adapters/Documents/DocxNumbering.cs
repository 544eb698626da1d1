using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>
/// Counts a document's automatic numbers (一、 （一） 1. 第一条): ask for each paragraph once, in the order of the document.
/// Lists made from one definition count on together; a list that says it starts anew does so where it is first used.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, AbstractNum> _definitions = [];
    private readonly Dictionary<int, NumberingInstance> _lists = [];
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<(int List, int Level)> _restarted = [];
    private readonly DocxStyles _styles;

    public DocxNumbering(MainDocumentPart main, DocxStyles styles)
    {
        _styles = styles;
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
            _definitions.TryAdd(definition.AbstractNumberId?.Value ?? 0, definition);
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
            _lists.TryAdd(list.NumberID?.Value ?? 0, list);
    }

    /// <summary>The number in front of a paragraph with what parts it from the text; empty: it has none, or only a bullet.</summary>
    public string Of(Paragraph paragraph)
    {
        if (Place(paragraph) is not var (number, level) || !_lists.TryGetValue(number, out var list) || Definition(list) is not { } definition)
            return string.Empty;
        var counts = Count(list, definition, number, level);
        var shown = Level(list, definition, level);
        if (shown is null || Format(shown) == "bullet" || (shown.NumberingSymbolRunProperties?.GetFirstChild<Vanish>() is { } vanish && DocxStyles.On(vanish.Val?.InnerText)))
            return string.Empty;
        return Parted(Text(list, definition, shown, counts), shown);
    }

    /// <summary>The list and level a paragraph belongs to, by itself or by its style.</summary>
    private (int List, int Level)? Place(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var number = own?.NumberingId?.Val?.Value;
        var level = own?.NumberingLevelReference?.Val?.Value;
        if (number is null)
        {
            var style = _styles.Of(paragraph).FirstOrDefault(style => style.StyleParagraphProperties?.NumberingProperties?.NumberingId is not null);
            number = style?.StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val?.Value;
            level ??= style is null ? null : LevelOf(style, number ?? 0);
        }

        return number is null or 0 ? null : (number.Value, Math.Clamp(level ?? 0, 0, Levels - 1));
    }

    /// <summary>The level a style stands for: the one it names, or the one of the list that names the style.</summary>
    private int? LevelOf(Style style, int number) =>
        style.StyleParagraphProperties!.NumberingProperties!.NumberingLevelReference?.Val?.Value
        ?? (_lists.TryGetValue(number, out var list)
            ? Definition(list)?.Elements<Level>().FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style.StyleId?.Value)?.LevelIndex?.Value
            : null);

    /// <summary>A list's definition; one that only points to the list of a numbering style is followed.</summary>
    private AbstractNum? Definition(NumberingInstance list)
    {
        if (!_definitions.TryGetValue(list.AbstractNumId?.Val?.Value ?? -1, out var definition) || definition.NumberingStyleLink?.Val?.Value is not { } style)
            return definition;
        return _definitions.Values.FirstOrDefault(other => other.StyleLink?.Val?.Value == style) ?? definition;
    }

    private int?[] Count(NumberingInstance list, AbstractNum definition, int number, int level)
    {
        var key = definition.AbstractNumberId?.Value ?? 0;
        if (!_counts.TryGetValue(key, out var counts))
            _counts[key] = counts = new int?[Levels];
        for (var upper = 0; upper < level; upper++)
            counts[upper] ??= Start(list, definition, upper);
        if (Override(list, level)?.StartOverrideNumberingValue?.Val?.Value is { } anew && _restarted.Add((number, level)))
            counts[level] = anew;
        else
            counts[level] = counts[level] is { } last and < int.MaxValue ? last + 1 : Start(list, definition, level);
        for (var lower = level + 1; lower < Levels; lower++)
        {
            // 0: never; else only behind levels above the one that is named.
            var after = Level(list, definition, lower)?.LevelRestart?.Val?.Value ?? lower;
            if (level < after)
                counts[lower] = null;
        }

        return counts;
    }

    private static string Text(NumberingInstance list, AbstractNum definition, Level shown, int?[] counts)
    {
        var pattern = shown.LevelText?.Val?.Value ?? string.Empty;
        var legal = shown.IsLegalNumberingStyle is { } switched && DocxStyles.On(switched.Val?.InnerText);
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 >= pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                text.Append(pattern[i]);
                continue;
            }

            var level = pattern[++i] - '1';
            var format = Format(Level(list, definition, level));
            text.Append(ListNumber.Write(counts[level] ?? Start(list, definition, level), legal && format != "none" ? "decimal" : format));
        }

        return text.ToString();
    }

    // Word parts number and text by a tab; a mark such as 、 parts them well enough for whoever reads on.
    private static string Parted(string number, Level level)
    {
        if (number.Length == 0 || level.LevelSuffix?.Val?.InnerText == "nothing")
            return number;
        return number[^1] is '、' or '）' or '．' or '：' || char.IsWhiteSpace(number[^1]) ? number : number + " ";
    }

    private static int Start(NumberingInstance list, AbstractNum definition, int level) =>
        Level(list, definition, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static Level? Level(NumberingInstance list, AbstractNum definition, int level) =>
        Override(list, level)?.Level ?? definition.Elements<Level>().FirstOrDefault(found => found.LevelIndex?.Value == level);

    private static LevelOverride? Override(NumberingInstance list, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(found => found.LevelIndex?.Value == level);

    // Newer formats stand in an alternative with a plain one behind it.
    private static string? Format(Level? level) =>
        (level?.NumberingFormat ?? level?.Descendants<NumberingFormat>().LastOrDefault())?.Val?.InnerText;
}

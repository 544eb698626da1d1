using System.Text.RegularExpressions;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Documents;

/// <summary>
/// Gives every slot its blank. Both stand in reading order; a blank is a slot's only where the slot's measure is printed
/// behind it, and no blank for a figure may be left over. Anything less would put figures where nobody printed a place for them.
/// </summary>
internal sealed partial class TemplateMatch
{
    private readonly IReadOnlyList<Slot> _slots;
    private readonly IReadOnlyList<string> _measures;

    private TemplateMatch(IReadOnlyList<Slot> slots)
    {
        _slots = slots;
        _measures = [.. slots.Select(slot => slot.Measure).Append("人次").Distinct(StringComparer.Ordinal).OrderByDescending(measure => measure.Length)];
    }

    /// <summary>The blank of each slot, or in how far they do not fit.</summary>
    public static (IReadOnlyList<(Slot Slot, TemplateBlank Blank)>? Pairs, string Reason) Of(IReadOnlyList<FormRow> rows, IReadOnlyList<TemplateBlank> blanks)
    {
        var byId = rows.SelectMany(row => row.Slots).ToDictionary(slot => slot.Id);
        var printed = rows.SelectMany(row => row.Lines).SelectMany(FormPiece.Of).Select(piece => piece.Slot).OfType<SlotId>().ToList();
        if (printed.Count == 0 || !printed.TrueForAll(byId.ContainsKey))
            return (null, "no slots");
        var match = new TemplateMatch([.. printed.Select(id => byId[id])]);
        var cells = blanks.OfType<TemplateBlank.Cell>().ToList();
        // Cells in columns headed 数量, 人次 … first; else the one column whose empty cells fit.
        var named = cells.Where(cell => Quantity().IsMatch(cell.Heading)).Select(cell => cell.Column).ToHashSet();
        if (match.Try(blanks, named) is { } pairs)
            return (pairs, "");
        var single = cells.Select(cell => cell.Column).Distinct().Select(column => match.Try(blanks, [column])).Where(tried => tried is not null).ToList();
        return single is [{ } only] ? (only, "") : (null, FormattableString.Invariant($"{printed.Count} slots, {blanks.Count} blanks, {cells.Count} of them cells"));
    }

    private List<(Slot, TemplateBlank)>? Try(IReadOnlyList<TemplateBlank> blanks, HashSet<int> columns)
    {
        var pairs = new List<(Slot, TemplateBlank)>();
        foreach (var blank in blanks)
        {
            if (pairs.Count < _slots.Count && Fits(_slots[pairs.Count], blank, columns))
                pairs.Add((_slots[pairs.Count], blank));
            else if (IsForFigure(blank, columns))
                return null;
        }

        return pairs.Count == _slots.Count ? pairs : null;
    }

    private bool Fits(Slot slot, TemplateBlank blank, HashSet<int> columns) => blank switch
    {
        TemplateBlank.Boxes => slot.Measure == Slot.YesNo,
        TemplateBlank.Stretch stretch => slot.Measure != Slot.YesNo && Measure(stretch.After) == slot.Measure,
        TemplateBlank.Cell cell => slot.Measure != Slot.YesNo && columns.Contains(cell.Column) && cell.Around.Contains(slot.Measure, StringComparison.Ordinal),
        _ => false,
    };

    private bool IsForFigure(TemplateBlank blank, HashSet<int> columns) => blank switch
    {
        TemplateBlank.Stretch stretch => Measure(stretch.After) is not null,
        TemplateBlank.Cell cell => columns.Contains(cell.Column),
        _ => true,
    };

    /// <summary>The measure printed at the beginning of the words: the longest, so that 人次 is not 人.</summary>
    private string? Measure(string after) => _measures.FirstOrDefault(measure => after.StartsWith(measure, StringComparison.Ordinal));

    [GeneratedRegex("数量|数值|次数|场次|人次|人数|家数|件数|总数|完成数|累计|合计|小计|本月|本周|本季", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quantity();
}

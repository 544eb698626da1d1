using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Replies;

/// <summary>Lists figures by activity: 应急疏散演练2场、120余人次；张贴宣传海报等30件.</summary>
internal sealed class FigureList(Campaign campaign, string words)
{
    private readonly Dictionary<SlotId, SlotLabel> labels = [];

    /// <summary>One line: activities parted by ；, the figures of one by 、.</summary>
    public string Line(IEnumerable<Component> parts) => string.Join('；', Items(Statement.Fold(parts)));

    /// <summary>The same of figures that stand in the ledger.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="note">What is said behind a slot's figure, if anything.</param>
    public string Line(IEnumerable<RecordedFigure> figures, Func<SlotId, string>? note = null) =>
        string.Join('；', Items([.. figures.Select(f => new Statement(f.Slot, f.Value, f.Bound, f.Implied, default, ""))], note));

    /// <summary>One line an entry, every label written out.</summary>
    public IEnumerable<string> Lines(IEnumerable<Component> parts) => Statement.Fold(parts).Select(One);

    /// <summary>A single figure with its label.</summary>
    public string One(SlotId slot, decimal value, Bound bound) => One(new Statement(slot, value, bound, false, default, ""));

    /// <summary>A single number with the slot's measure word, without label.</summary>
    public string Bare(SlotId slot, decimal value, Bound bound = Bound.Exact) => SlotLabels.Written(value, bound, Label(slot).Measure);

    /// <summary>The slot's name alone.</summary>
    public string Name(SlotId slot) => Label(slot).Whole;

    private string One(Statement figure) => Name(figure.Slot) + (Label(figure.Slot).Measure == Slot.YesNo ? "：" : "") + Number(figure);

    private List<string> Items(IReadOnlyList<Statement> figures, Func<SlotId, string>? note = null) =>
        SideBySide.Of(figures.Select(figure => (Label(figure.Slot), figure.Slot.Family, Number(figure) + note?.Invoke(figure.Slot))), brief: false);

    private string Number(Statement figure) => figure.Implied
        ? Wording.ByImplication(Label(figure.Slot).Measure)
        : SlotLabels.Written(figure.Value, figure.Bound, Label(figure.Slot).Measure);

    private SlotLabel Label(SlotId slot) => labels.TryGetValue(slot, out var label) ? label : labels[slot] = SlotLabels.Of(campaign, slot, words);
}

using Bot.Adapters.Documents;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Plans;

/// <summary>A form ready to be filled: the plan's own printed one, or one that is drawn.</summary>
/// <param name="style">How figures are written.</param>
/// <param name="printed">The plan's own; null: it is drawn.</param>
internal sealed class FormSheet(FigureStyle style, PrintedSheet? printed)
{
    /// <summary>A form that is always drawn.</summary>
    public static FormSheet Drawn(FigureStyle style) => new(style, null);

    /// <summary>The filled form as a Word file; drawn where the printed one does not take these figures with certainty.</summary>
    public byte[] Write(Rollup rollup, FormDocxOptions options)
    {
        var asked = options with { Figures = style };
        return InPlan(rollup, asked) ?? FormDocx.Write(rollup, asked);
    }

    private byte[]? InPlan(Rollup rollup, FormDocxOptions options)
    {
        if (printed is null || rollup.Units.Count > 1)
            return null;
        var values = rollup.Form.Slots.Select(slot => (slot.Id, Text: FormCellText.Of(slot, rollup, style)))
            .Where(slot => rollup[slot.Id].Value is not null || slot.Text is "0" or "／").ToDictionary(slot => slot.Id, slot => slot.Text);
        var head = new FormHead { Unit = rollup.UnitName, Contact = options.Contact, Phone = options.Phone, FilledOn = options.FilledOn };
        return FormTemplate.Fill(printed.Docx, printed.Place, rollup.Form.Rows, values, head) is TemplateOutcome.Filled filled ? filled.Docx : null;
    }
}

/// <summary>A Word file that prints a form, and where.</summary>
internal sealed record PrintedSheet(byte[] Docx, FormPlace Place);

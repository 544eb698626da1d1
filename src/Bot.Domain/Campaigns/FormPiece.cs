namespace Bot.Domain.Campaigns;

/// <summary>A piece of a form's printed line: its text, or a blank.</summary>
/// <param name="Text">The printed text; of a blank, as it is written in the line, braces included.</param>
/// <param name="Slot">The blank's slot; null: text.</param>
/// <param name="At">Where the piece begins in the line (UTF-16 units).</param>
public readonly record struct FormPiece(string Text, SlotId? Slot, int At)
{
    /// <summary>
    /// The pieces of a line of <see cref="FormRow.Lines"/> in order. Braces that do not enclose a name stay text.
    /// </summary>
    public static IReadOnlyList<FormPiece> Of(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var pieces = new List<FormPiece>();
        var from = 0;
        while (from < line.Length)
        {
            var open = line.IndexOf('{', from);
            var close = open < 0 ? -1 : line.IndexOf('}', open);
            if (close < 0)
                break;
            open = line.LastIndexOf('{', close);
            if (open > from)
                pieces.Add(new FormPiece(line[from..open], null, from));
            var name = line[(open + 1)..close].Trim();
            pieces.Add(new FormPiece(line[open..(close + 1)], name.Length == 0 ? null : new SlotId(name), open));
            from = close + 1;
        }

        if (from < line.Length)
            pieces.Add(new FormPiece(line[from..], null, from));
        return pieces;
    }
}

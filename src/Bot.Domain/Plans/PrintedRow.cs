using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>A row of a printed form as a campaign holds it: its lines and its slots name the same blanks, each once, in one order.</summary>
internal static class PrintedRow
{
    /// <summary>The row.</summary>
    /// <param name="row">As it was read.</param>
    /// <param name="form">The form's name, for a row without one.</param>
    public static FormRow Of(FormRow row, string form)
    {
        var listed = row.Slots.DistinctBy(slot => slot.Id).ToList();
        var waiting = listed.ToDictionary(slot => slot.Id);
        var slots = new List<Slot>(row.Slots.Count);
        var lines = new List<string>();
        foreach (var line in row.Lines)
        {
            var text = string.Concat(FormPiece.Of(line).Select(Piece)).Trim();
            if (text.Length > 0)
                lines.Add(text);
        }

        // A blank that no line prints gets a line of its own.
        foreach (var slot in listed.Where(slot => waiting.ContainsKey(slot.Id)).Select(Clean))
        {
            slots.Add(slot);
            lines.Add(slot.Measure == Slot.YesNo ? $"{slot.Phrase} {{{slot.Id}}}" : $"{slot.Phrase}（{{{slot.Id}}}）{slot.Measure}");
        }

        return new FormRow
        {
            Name = PlainText.Or(row.Name, form),
            Requirement = PlainText.Of(row.Requirement) is { Length: > 0 } requirement ? requirement : null,
            Lines = lines,
            Slots = slots,
        };

        // Braces around anything else than a blank of this row that was not printed yet are print.
        string Piece(FormPiece piece)
        {
            if (piece.Slot is not { } id || !waiting.Remove(id, out var slot))
                return PlainPiece(piece.Text);
            slots.Add(Clean(slot));
            return $"{{{id}}}";
        }
    }

    // Blanks around a piece part it from its neighbours and stay.
    private static string PlainPiece(string text) => text.Length == 0 ? "" : PlainText.Of($"·{text}·")[1..^1];

    private static Slot Clean(Slot slot)
    {
        var measure = PlainText.Or(slot.Measure, "个");
        var phrase = PlainText.Or(slot.Phrase, measure);
        var yesNo = measure == Slot.YesNo;
        return slot with
        {
            Phrase = phrase,
            Measure = measure,
            Aggregate = yesNo ? Aggregate.Any : slot.Aggregate == Aggregate.Any ? Aggregate.Sum : slot.Aggregate,
        };
    }
}

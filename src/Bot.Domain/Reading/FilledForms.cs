using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>Tells a form filled in from a report, and from a line or two of a form.</summary>
internal static class FilledForms
{
    // Under the form's name one blank will do, for people leave out the rows they have nothing for; told in words it takes more.
    private const int FewestTold = 3;
    private const int FewestUnderHalfItsName = 3;
    private const int TitleLines = 3;
    private const int NameTail = 3;

    /// <summary>The form most of whose blanks are there, or whose name stands above some of them; null: none.</summary>
    public static FormId? Of(MarkedText text, FormAlignment alignment, IReadOnlyList<Placed> rows, ReportReading reading)
    {
        if (reading.Activities.Count == 0)
            return null;
        var printed = alignment.Printed.Concat(rows.Select(row => row.Slot)).Select(slot => slot.Slot.Id).ToHashSet();
        var told = printed.Concat(reading.Activities.SelectMany(activity => activity.Components).Select(part => part.Slot)).ToHashSet();
        var (best, most) = ((FormId?)null, 0.0);
        foreach (var form in text.Vocabulary.Groups.Select(group => group.Form).Distinct())
        {
            var (slots, blanks, figures) = (0, 0, 0);
            foreach (var slot in form.Slots)
            {
                slots++;
                blanks += printed.Contains(slot.Id) ? 1 : 0;
                figures += told.Contains(slot.Id) ? 1 : 0;
            }

            var fits = 2 * blanks >= slots || ((blanks > 0 || figures >= FewestTold) && IsTitled(text.Source.Text, form, blanks >= FewestUnderHalfItsName));
            if (fits && (double)figures / slots is var share && share > most)
                (best, most) = (form.Id, share);
        }

        return best;
    }

    // …统计表 at the end of one of the first lines, or before a bracket, a colon, a gap; above blanks the rest of its name will do.
    private static bool IsTitled(ReadOnlySpan<char> words, Form form, bool blanks)
    {
        var name = SourceText.Fold(form.Name).Text.Trim();
        var tail = name.Length > NameTail ? name[^NameTail..] : name;
        var rest = name[..^tail.Length];
        var lines = 0;
        foreach (var range in words.Split('\n'))
        {
            var line = words[range].Trim();
            if (line.IsEmpty)
                continue;
            var at = line.LastIndexOf(tail);
            if (at >= 0 && line[(at + tail.Length)..] is var behind && (behind.IsEmpty || !char.IsLetterOrDigit(behind[0])))
                return true;
            if (blanks && !rest.IsEmpty && line.Contains(rest, StringComparison.Ordinal))
                return true;
            if (++lines == TitleLines)
                return false;
        }

        return false;
    }
}

using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>Tells a form filled in from a report, and from a line or two of a form.</summary>
internal static class FilledForms
{
    // Under the form's name or head one filled blank does, for people leave out the rows they have nothing for; told in words
    // it takes more.
    private const int FewestTold = 3;
    private const int FewestUnderHalfItsName = 3;
    private const int TitleLines = 3;
    private const int NameTail = 3;

    /// <summary>The form most of whose blanks are there, or whose name or head stands above some filled ones; null: none.</summary>
    public static FormId? Of(MarkedText text, FormAlignment alignment, IReadOnlyList<Placed> rows, ReportReading reading)
    {
        if (reading.Activities.Count == 0)
            return null;
        var filled = alignment.Filled.Concat(rows).Select(row => row.Slot.Slot.Id).ToHashSet();
        var headed = IsHeaded(text, alignment);
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

            var own = form.Slots.Any(slot => filled.Contains(slot.Id));
            var fits = 2 * blanks >= slots || (own && headed)
                || ((own || blanks > 0 || figures >= FewestTold) && IsTitled(text.Source.Text, form, blanks >= FewestUnderHalfItsName));
            if (fits && (double)figures / slots is var share && share > most)
                (best, most) = (form.Id, share);
        }

        return best;
    }

    // 填报单位：… in one of the first lines; rows that are told of a day are a report in the form's words.
    private static bool IsHeaded(MarkedText text, FormAlignment alignment)
    {
        if (text.Dates.Exists(date => date.Shape is DateShape.Day or DateShape.Relative && alignment.Holds(text.ClauseAt(date.From)) && !IsOfHead(text, date)))
            return false;
        var lines = 0;
        foreach (var range in text.Source.Text.Split('\n'))
        {
            var line = text.Source.Text[range].Trim(" [(");
            if (KindWords.Shared.Starts("form-head", line))
                return true;
            if (!line.IsEmpty && ++lines == TitleLines)
                return false;
        }

        return false;
    }

    // 填报日期：6月30日, 截至6月30日.
    private static bool IsOfHead(MarkedText text, DateMention date) =>
        text.Source.Text[..date.From].TrimEnd(": ") is [.., '期' or '间' or '至' or '止'];

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

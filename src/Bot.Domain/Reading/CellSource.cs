namespace Bot.Domain.Reading;

/// <summary>The rule of a figure that stands in an attached document, with the place where it stands: form@统计表.docx 表1第3行第2格.</summary>
public static class CellSource
{
    private const char Mark = '@';

    /// <summary>The rule with its place.</summary>
    public static string Of(string rule, string place) => rule + Mark + place;

    /// <summary>The document and the cell a rule names; null: the figure stands in the message.</summary>
    public static string? Place(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var mark = rule.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 ? null : rule[(mark + 1)..];
    }
}

namespace Bot.Domain.Reading;

/// <summary>The words by which a number without a blank is shown: 宣传资料, 志愿者.</summary>
internal static class Labels
{
    private const int Longest = 12;

    /// <summary>The label of a quantity.</summary>
    public static string Of(MarkedText text, Surroundings around)
    {
        var words = text.Source.Text;
        var from = around.Quantity.From;
        while (from > around.Before && around.Quantity.From - from < Longest && words[from - 1] is not ('、' or ':' or '|'))
            from--;
        foreach (var hit in text.RoleHits(from, around.Quantity.From))
        {
            if (hit.From == from && (hit.Roles & (Role.Do | Role.Verbs | Role.Total | Role.GoTo)) != Role.None)
                from = hit.To;
        }

        var label = text.Source.Words(from, around.Quantity.From).Trim(' ', '：', ':', '共', '，');
        if (label.Length > 0)
            return label;
        var to = Math.Min(around.Behind, around.Quantity.To + Longest);
        return text.Source.Words(around.Quantity.To, to).Trim();
    }
}

namespace Bot.Domain.Reading;

/// <summary>The words before and behind a quantity that can belong to it (folded positions).</summary>
internal sealed record Surroundings
{
    /// <summary>The quantity.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Its clause.</summary>
    public required Clause Clause { get; init; }

    /// <summary>Where the words before it begin: the clause's beginning, or the quantity before.</summary>
    public required int Before { get; init; }

    /// <summary>Where the words behind it end: the clause's end, the next quantity, a 、.</summary>
    public required int Behind { get; init; }

    /// <summary>The roles of the words before it.</summary>
    public required Role RolesBefore { get; init; }

    /// <summary>The roles of the words behind it.</summary>
    public required Role RolesBehind { get; init; }

    /// <summary>How many characters before it say something of their own (no verb, no 共, no day).</summary>
    public required int ContentBefore { get; init; }

    /// <summary>The roles on both sides.</summary>
    public Role Roles => RolesBefore | RolesBehind;

    /// <summary>Looks around a quantity.</summary>
    public static Surroundings Of(MarkedText text, Clause clause, Quantity quantity)
    {
        var before = Math.Min(clause.From, quantity.From); // a clause that is cut for its length may cut a figure
        var behind = Math.Max(clause.To, quantity.To);
        foreach (var other in text.QuantitiesIn(clause.From, clause.To))
        {
            if (other.To <= quantity.From)
                before = Math.Max(before, other.To);
            else if (other.From >= quantity.To)
                behind = Math.Min(behind, other.From);
        }

        behind = Math.Max(behind, quantity.To); // a measure word with a bracket in it reaches over the clause's end
        var words = text.Source.Text;
        if (words[quantity.To..behind].IndexOfAny('、', '/', '|') is >= 0 and var cut)
            behind = quantity.To + cut;
        return new Surroundings
        {
            Quantity = quantity, Clause = clause, Before = before, Behind = behind, RolesBefore = text.RolesIn(before, quantity.From),
            RolesBehind = text.RolesIn(quantity.To, behind), ContentBefore = Content(text, before, quantity.From),
        };
    }

    private static int Content(MarkedText text, int from, int to)
    {
        var count = 0;
        var words = text.Source.Text;
        for (var at = from; at < to; at++)
            count += char.IsLetter(words[at]) ? 1 : 0;
        foreach (var hit in text.RoleHits(from, to))
        {
            if ((hit.Roles & (Role.Do | Role.Total | Role.Attend | Role.Each | Role.GoTo | Role.Verbs | Role.Deed | Role.Find | Role.Fix)) != Role.None)
                count -= hit.To - hit.From;
        }

        foreach (var date in text.DatesIn(from, to))
        {
            foreach (var c in words[date.From..date.To])
                count -= char.IsLetter(c) ? 1 : 0;
        }

        foreach (var word in (ReadOnlySpan<string>)["活动", "上午", "下午", "晚上", "场次", "次数", "期间", "现场", "也", "又", "还", "了", "的", "为", "是", "各类", "相关", "本次", "此次", "另外", "另", "同时", "应该是", "应为", "应是", "应该", "实际", "更正为", "早班", "中班", "晚班", "夜班", "白班", "改为", "改成", "应改为", "次的"])
        {
            if (text.Has(from, to, word))
                count -= word.Length;
        }

        if (text.Quiet.To > from && text.Quiet.From < to)
            count -= Math.Min(to, text.Quiet.To) - Math.Max(from, text.Quiet.From);
        return Math.Max(0, count);
    }
}

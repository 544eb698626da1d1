namespace Bot.Domain.Reading;

/// <summary>The words by which a number without a blank is shown: 宣传资料, 志愿者.</summary>
internal static class Labels
{
    private const int Longest = 12;

    /// <summary>The label of a quantity: the noun before it; where only a verb stands there (派6人参加启动仪式), the words behind; else the verb.</summary>
    public static string Of(MarkedText text, Surroundings around)
    {
        var words = text.Source.Text;
        var from = around.Quantity.From;
        var first = around.Before;
        foreach (var date in text.DatesIn(around.Before, from))
            first = Math.Min(from, Math.Max(first, date.To)); // 6月8日各车队自查……
        while (from > first && around.Quantity.From - from < Longest && words[from - 1] is not ('、' or ':' or '|'))
            from--;
        if (from > first && words[from..around.Quantity.From].LastIndexOfAny('”', '》') is >= 0 and var close && words[from..(from + close)].IndexOfAny('“', '《') < 0)
            from += close + 1; // a name that is too long is left out, not cut: “家庭消防逃生图”手抄报作品
        var whole = from;
        var verb = -1;
        foreach (var hit in text.RoleHits(from, around.Quantity.From))
        {
            if (hit.From == from && (hit.Roles & (Role.Do | (hit.To - hit.From > 1 ? Role.Verbs : Role.None) | Role.Total | Role.GoTo)) != Role.None)
                from = hit.To;
            if (hit.To == around.Quantity.From && (hit.Roles & (Role.Do | Role.Verbs | Role.Deed)) != Role.None)
                verb = hit.From;
        }

        var before = Trim(text.Source.Words(from, around.Quantity.From));
        var behind = text.Source.Words(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + Longest)).Trim();
        if (before.Length > 1 && ((verb < 0 && before[^1] is not ('派' or '请' or '邀')) || behind.Length < 2))
            return before;
        return behind.Length > 0 ? behind : Trim(text.Source.Words(whole, around.Quantity.From));
    }

    private static string Trim(string words) => words.Trim(' ', '：', ':', '共', '，');
}

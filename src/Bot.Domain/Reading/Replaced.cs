namespace Bot.Domain.Reading;

/// <summary>In a correction, the values that are taken back (不是68人, 原报1,145).</summary>
internal static class Replaced
{
    /// <summary>Takes them out of the quantities, with what stays as it was (场次9场不变).</summary>
    public static void Remove(MarkedText text) => text.Quantities.RemoveAll(quantity => IsOld(text, quantity) || IsUnchanged(text, quantity)
        || IsCountOfMistakes(text, quantity) || IsOccasionsSummed(text, quantity));

    // 更正一处: but 应为22次 is the new value.
    private static bool IsCountOfMistakes(MarkedText text, Quantity quantity)
    {
        if (quantity.Measure is not ("处" or "点" or "项" or "个" or "条" or "次") || KindWords.Shared.Ends("anew", text.Source.Text[..quantity.From].TrimEnd()))
            return false;
        if (text.HasAny(quantity.To, Math.Min(text.Source.Length, quantity.To + 4), "要改", "有误", "改动", "不对", "错"))
            return true;
        var before = text.Source.Text[..quantity.From].TrimEnd("了有如下");
        return KindWords.Shared.Ends("correction", before) && text.Source[quantity.To] is ':' or '，' or '。' or ' ' or '数' or '\n' or '\0';
    }

    // 两场加起来103人: how many occasions were summed is not what is corrected.
    private static bool IsOccasionsSummed(MarkedText text, Quantity quantity) => quantity.Class == MeasureClass.Session
        && text.RoleHits(quantity.To, Math.Min(text.Source.Length, quantity.To + 4)).FirstOrDefault() is var total && total.From == quantity.To && total.Roles.HasFlag(Role.Total);

    /// <summary>The value taken back right behind a corrected one, or null.</summary>
    public static decimal? After(MarkedText text, int to)
    {
        var words = text.Source.Text;
        var end = Math.Min(words.Length, to + 16);
        foreach (var cue in KindWords.Shared["replaced"])
        {
            var at = words[to..end].IndexOf(cue, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var from = to + at + cue.Length;
            while (from < words.Length && words[from] is ' ' or ':' or '的')
                from++;
            if (from < words.Length && NumeralWords.Starts(words[from]) && Numerals.TryRead(words, from, out var number) && number.Shape == NumeralShape.Number)
                return number.Value;
        }

        return null;
    }

    private static bool IsOld(MarkedText text, Quantity quantity)
    {
        if (IsChanged(text, quantity) || text.Source.Text[..quantity.From].EndsWith("不是"))
            return true;
        var words = text.Source.Text[..quantity.From].TrimEnd(" :的了为是成");
        foreach (var cue in KindWords.Shared["replaced"])
        {
            if (text.Source.Text[..quantity.From].TrimEnd(" :").EndsWith(cue, StringComparison.Ordinal) || (cue.Length > 2 && words.EndsWith(cue, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    // 由2场改为3场, 2场应为3场: what stands before the change.
    private static bool IsChanged(MarkedText text, Quantity quantity)
    {
        var behind = text.Source.Text[quantity.To..].TrimStart(" ，请现”");
        foreach (var word in (ReadOnlySpan<string>)["改为", "改成", "更正为", "调整为", "修正为", "订正为", "变更为", "更改为", "应为", "应该是", "应是", "->", "→"])
        {
            if (behind.StartsWith(word, StringComparison.Ordinal) && text.QuantitiesIn(quantity.To, int.MaxValue).FirstOrDefault(other => other.From > quantity.To + 10 || other.From >= quantity.To && other.Measure == quantity.Measure) is { } next && next.From <= quantity.To + 10)
                return true;
        }

        return false;
    }

    private static bool IsUnchanged(MarkedText text, Quantity quantity) =>
        text.Source.Text[..quantity.From].EndsWith("还是") || text.HasAny(quantity.To, Math.Min(text.ClauseAt(quantity.From).To, quantity.To + 6), "不变", "没变", "未变", "一样", "没错", "系笔误", "是笔误", "系误", "为笔误", "不用改", "不动", "照旧", "没问题", "照旧", "写错", "有误");
}

namespace Bot.Domain.Reading;

/// <summary>Tells whether a figure's measure word can be a blank's.</summary>
internal static class MeasureFit
{
    private const double SameMeasure = 1.5;

    /// <summary>Whether it can; the score rises where it is the same.</summary>
    public static bool Of(GroupSlot slot, Quantity quantity, ref double score)
    {
        if (IsCountedIn(slot, quantity.Measure))
        {
            score += SameMeasure;
            return true;
        }

        if (quantity.Class != slot.Class || quantity.Measure is "字" or "句" or "道" or "角" or "级" or "型" or "类" or "种" or "样" or "大")
            return false;
        if (slot.Class is MeasureClass.Money or MeasureClass.Duration or MeasureClass.Size)
            return false;
        return !Bodies(quantity.Measure) && !slot.Measures.Any(Bodies);
    }

    /// <summary>Whether it is the same measure, or one that begins like it: 条 and 条次.</summary>
    public static bool IsCountedIn(GroupSlot slot, string measure)
    {
        foreach (var known in slot.Measures)
        {
            if (measure.StartsWith(known, StringComparison.Ordinal) || known.StartsWith(measure, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether it counts households, firms, buildings: these are counted by themselves only.</summary>
    public static bool Bodies(string measure) => measure is "户" or "家" or "所" or "栋" or "户次" or "家次" or "辆" or "艘";
}

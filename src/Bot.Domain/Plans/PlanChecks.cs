using Bot.Domain.Campaigns;
using Bot.Domain.Dues;

namespace Bot.Domain.Plans;

/// <summary>What a clerk would want to be told about a plan before it runs.</summary>
internal static class PlanChecks
{
    /// <summary>The doubts about a reading.</summary>
    public static IEnumerable<PlanDoubt> Of(PlanReading reading, WorkingDays working)
    {
        if (reading.Title is null)
            yield return new PlanDoubt("title", "", "没有找到标题");
        if (reading.Year is null)
            yield return new PlanDoubt("year", "", "看不出是哪一年的方案");
        if (reading.Period is null)
            yield return new PlanDoubt("period", "", "没有找到活动起止时间");
        for (var nth = 0; nth < reading.Obligations.Count; nth++)
        {
            foreach (var doubt in Deadline(reading.Obligations[nth], FormattableString.Invariant($"obligations[{nth}]"), working))
                yield return doubt;
        }

        for (var nth = 0; nth < reading.Forms.Count; nth++)
        {
            if (Form(reading, nth) is { } doubt)
                yield return doubt;
        }

        if (reading.Forms.Any(form => form.IsLiaison) && !reading.Obligations.Any(duty => duty.Kind == ObligationKind.Liaison && duty.Schedule is not Schedule.Unspecified))
            yield return new PlanDoubt("obligations", "", "附了联络员表，但没有写明哪天前报");
    }

    private static IEnumerable<PlanDoubt> Deadline(PlanObligation obligation, string path, WorkingDays working)
    {
        var days = obligation.Schedule switch { Schedule.Once once => [once.Due], Schedule.Dates dates => dates.Due, _ => (IReadOnlyList<DateOnly>)[] };
        foreach (var day in days)
        {
            if (!working.IsWorking(day))
                yield return new PlanDoubt(path, obligation.Sentence, $"截止日{day.Month}月{day.Day}日是休息日（星期{"日一二三四五六"[(int)day.DayOfWeek]}）");
        }
    }

    private static PlanDoubt? Form(PlanReading reading, int nth)
    {
        var form = reading.Forms[nth];
        if (!form.Printed)
            return new PlanDoubt(FormattableString.Invariant($"forms[{nth}]"), form.Name, "方案里只有表名，没有表的内容；请把表发来");
        return form.Slots.Any() && !reading.Obligations.Any(duty => duty.Form == nth)
            ? new PlanDoubt(FormattableString.Invariant($"forms[{nth}]"), form.Name, "附了这张表，但没有一句话要求报送")
            : null;
    }
}

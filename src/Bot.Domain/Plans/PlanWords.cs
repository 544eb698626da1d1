using System.Text;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>A plan's reading in Chinese, for a person to check: each item with the sentence it came from.</summary>
public static class PlanWords
{
    /// <summary>The reading as lines.</summary>
    public static string Of(PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var text = new StringBuilder();
        Line(text, $"标题：{reading.Title ?? "没有找到"}");
        if (reading.DocumentNumber is { } number)
            Line(text, $"文号：{number}");
        Line(text, $"主题：{reading.Theme ?? "没有写"}");
        Line(text, $"时间：{(reading.Period is { } period ? ScheduleText.Days(period.From, period.To) : "没有找到")}");
        foreach (var held in reading.Events)
            Line(text, $"活动日：{ScheduleText.Day(held.Day)} {held.Name}");
        Line(text, $"报送要求{reading.Obligations.Count}项：");
        for (var nth = 0; nth < reading.Obligations.Count; nth++)
        {
            var obligation = reading.Obligations[nth];
            Line(text, $"{nth + 1}．{Obligation(obligation)}");
            Line(text, $"   原文：{obligation.Sentence}");
        }

        foreach (var form in reading.Forms)
            Line(text, $"表：{form.Name}，{(form.Printed ? $"{form.Slots.Count()}个填报项" : "方案里没有印出内容")}");
        foreach (var doubt in reading.Unsure)
            Line(text, $"请核对：{Doubt(doubt)}");
        return text.ToString();
    }

    /// <summary>One hand-in: what, when, about what, by whom, where to.</summary>
    public static string Obligation(PlanObligation obligation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        var hour = obligation.Time is { Hour: 24 } ? null : obligation.Time?.Time;
        return ScheduleText.Name(obligation.Kind) + $"（{obligation.Thing}）：" + ScheduleText.When(obligation.Schedule, hour)
            + (obligation.Subject is { } subject ? $"，{subject}" : "")
            + (obligation.Addressees.Count > 0 ? $"，{string.Join('、', obligation.Addressees)}" : "")
            + (obligation.Where is { } where ? $"，报{where}" : "");
    }

    /// <summary>A doubt with the words it is about.</summary>
    public static string Doubt(PlanDoubt doubt)
    {
        ArgumentNullException.ThrowIfNull(doubt);
        return doubt.Reason + (doubt.Sentence.Length > 0 ? $"（{doubt.Sentence}）" : "");
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

using Bot.Domain.Campaigns;
using Bot.Domain.GroupWords;

namespace Bot.Host.Console;

/// <summary>The days a page or file covers, as its address says them.</summary>
/// <param name="Key">Which choice; <c>days</c>: chosen day by day.</param>
/// <param name="Days">The days; null: everything so far.</param>
/// <param name="Fault">What is wrong with the chosen days; null: nothing.</param>
internal sealed record PeriodChoice(string Key, DaySpan? Days, string? Fault = null)
{
    public const string Chosen = "days";

    /// <summary>The ready-made choices.</summary>
    public static readonly IReadOnlyList<(string Key, string Label)> Ready = [("", "全部"), ("本周", "本周"), ("上周", "上周"), ("本月", "本月")];

    /// <summary>Reads <c>period</c>, <c>from</c> and <c>to</c> of an address.</summary>
    public static PeriodChoice Read(IQueryCollection query, DateOnly today)
    {
        var key = query["period"].ToString();
        if (key.Length > 0 && key != Chosen && PeriodWord.Read(key, today) is { Days: { } ready })
            return new PeriodChoice(key, ready);
        if (!FormFields.TryReadDay(query["from"], out var from) || !FormFields.TryReadDay(query["to"], out var to))
            return new PeriodChoice(Chosen, null, "日期请写成2024-06-13这样。");
        if (from is null && to is null)
            return new PeriodChoice("", null);
        var days = new DaySpan(from ?? new DateOnly(2000, 1, 1), to ?? today);
        return days.From <= days.To ? new PeriodChoice(Chosen, days) : new PeriodChoice(Chosen, null, "开始日不能晚于结束日。");
    }

    /// <summary>The days as an address says them, to go on with.</summary>
    public string Query => Days is { } days ? FormattableString.Invariant($"from={days.From:yyyy-MM-dd}&to={days.To:yyyy-MM-dd}") : "";
}

using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Replies;

/// <summary>Writes figures as people do: 120余人次, 近1000人次, 约50人次.</summary>
public static class FigureWords
{
    /// <summary>A figure with its bound and measure word; a yes/no box says 是 or 否.</summary>
    public static string Of(decimal value, Bound bound, string measure)
    {
        if (measure == Slot.YesNo) return value > 0 ? "：是" : "：否";
        var number = Number(value);
        return bound switch
        {
            Bound.Over => $"{number}余{measure}",
            Bound.Under => $"近{number}{measure}",
            Bound.About => $"约{number}{measure}",
            _ => number + measure,
        };
    }

    /// <summary>Plain digits without needless zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}

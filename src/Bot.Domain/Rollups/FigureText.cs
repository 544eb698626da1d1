using System.Globalization;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Rollups;

/// <summary>How figures and their origins are written in a form.</summary>
public static class FigureText
{
    /// <summary>The figure with the word of its bound: <c>约120</c>, <c>120余</c>, <c>近120</c>.</summary>
    public static string Write(decimal value, Bound bound) => bound switch
    {
        Bound.About => $"约{Number(value)}",
        Bound.Under => $"近{Number(value)}",
        // 余 stands behind round tens and more; 3余 is no Chinese.
        Bound.Over => Number(value) + (value >= 10 ? "余" : "以上"),
        _ => Number(value),
    };

    /// <summary>The bare number, without grouping and needless zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>The bound in a column of its own; exact: nothing.</summary>
    public static string Word(Bound bound) => bound switch
    {
        Bound.About => "约",
        Bound.Under => "近",
        Bound.Over => "余",
        _ => "",
    };

    /// <summary>Why a booking was made.</summary>
    public static string Word(BookingCause cause, decimal delta) => cause switch
    {
        BookingCause.Report => "报送",
        BookingCause.Correction => "更正",
        BookingCause.CumulativeDifference => "补差",
        BookingCause.Retraction => "撤回",
        BookingCause.Transcription => "转录",
        _ => delta < 0 ? "核减" : "核增",
    };
}

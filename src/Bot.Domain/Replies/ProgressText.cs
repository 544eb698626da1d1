using System.Globalization;
using System.Text;
using Bot.Domain.Dues;

namespace Bot.Domain.Replies;

/// <summary>进度: per obligation how many of how many, this time and so far. No names, no ranking.</summary>
public static class ProgressText
{
    private const int MostLines = 30;

    /// <summary>The rates of what is asked about.</summary>
    public static string Compose(DueBoard board, DueTopic topic)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(topic);
        var lines = new List<string>();
        foreach (var campaign in board.Occurrences.Where(topic.Fits).GroupBy(o => o.Of.Campaign))
        {
            if (board.Campaigns.Count > 1) lines.Add($"【{campaign.First().Campaign.Title}】");
            foreach (var obligation in campaign.GroupBy(o => o.Of.Obligation)) lines.AddRange(Lines([.. obligation], board, topic));
        }

        if (lines.Count == 0) return DueReplies.NothingAsked;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"进度（截至{SpokenDays.Of(board.Today)}{ObligationNames.Hour(TimeOnly.FromDateTime(board.Local))}）：");
        foreach (var line in lines.Take(MostLines)) text.Append('\n').Append(line);
        return text.ToString();
    }

    /// <summary>A rate with its denominator: 7/9（77.8%）.</summary>
    public static string Of(Rate rate) => rate.Percent is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{rate.Part}/{rate.Of}（{percent:0.#}%）")
        : DueReplies.NobodyAsked;

    private static IEnumerable<string> Lines(IReadOnlyList<OccurrenceStanding> occurrences, DueBoard board, DueTopic topic)
    {
        if (topic.Days is not null)
        {
            foreach (var occurrence in occurrences) yield return Line(occurrence, board);
            yield break;
        }

        var current = occurrences.LastOrDefault(o => o.HasOpened(board.Today)) ?? occurrences[0];
        yield return Line(current, board);
        var past = occurrences.Where(o => o.IsPast(board.Now)).ToList();
        if (past.Count > 1 || (past.Count == 1 && past[0] != current)) yield return SoFar(past, board);
    }

    private static string Line(OccurrenceStanding occurrence, DueBoard board)
    {
        var name = ObligationNames.Of(occurrence, board);
        return occurrence.HasOpened(board.Today)
            ? $"{name}：{Rates(occurrence.Rates, occurrence.IsPast(board.Now))}"
            : $"{name}：{ObligationNames.Day(occurrence.WindowFrom, board.Today)}起报";
    }

    private static string SoFar(List<OccurrenceStanding> past, DueBoard board) => string.Create(
        CultureInfo.InvariantCulture,
        $"　已到期{past.Count}期：{Rates(DueRates.UpTo(past.SelectMany(o => o.Dues).Select(d => d.Due), board.Now), judged: true)}");

    // Before the deadline whatever came is on time: one rate says all.
    private static string Rates(DueRates of, bool judged)
    {
        if (of.Expected == 0) return DueReplies.NobodyAsked;
        var rates = judged ? $"已报{Of(of.Reporting)}，按时{Of(of.OnTime)}" : $"已报{Of(of.Reporting)}";
        return of.Excused == 0 ? rates : string.Create(CultureInfo.InvariantCulture, $"{rates}，免报{of.Excused}家");
    }
}

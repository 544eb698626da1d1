using System.Globalization;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;

namespace Bot.Domain.Replies;

/// <summary>未报: to an admin who is missing, to a liaison the own units and how many others. Kindly: 还差, never 逾期.</summary>
public static class MissingText
{
    private const int MostNamesInGroup = 12;
    private const int MostNames = 300;
    private const int LongestInGroup = 600;
    private const int Longest = 3500;

    // A few names say more than a count of all of them.
    private const int FewUnits = 3;

    /// <summary>The missing units, the oldest deadline first.</summary>
    /// <param name="board">The board.</param>
    /// <param name="unfinished">What is asked about and not complete.</param>
    /// <param name="wholly">The whole list; else one that fits into a group.</param>
    /// <returns>The text, and whether something was cut.</returns>
    public static (string Text, bool IsCut) ForAdmin(DueBoard board, IReadOnlyList<OccurrenceStanding> unfinished, bool wholly)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(unfinished);
        if (unfinished.Count == 0) return (DueReplies.NobodyMissing, false);
        var isCut = false;
        var lines = new List<string>();
        foreach (var occurrence in unfinished)
        {
            var (line, cut) = Line(occurrence, board, wholly ? MostNames : MostNamesInGroup);
            isCut |= cut;
            lines.Add(line);
        }

        var head = $"还没报的（{SpokenDays.Of(board.Today)}{ObligationNames.Hour(TimeOnly.FromDateTime(board.Local))}）：";
        var text = Cut(head, lines, wholly ? Longest : LongestInGroup, ref isCut);
        return (isCut && !wholly ? $"{text}\n{DueReplies.ListPrivately}" : text, isCut);
    }

    /// <summary>How the liaison's own units stand, and how many units are still missing.</summary>
    public static string ForLiaison(DueBoard board, DueTopic topic, IReadOnlyList<Unit> own)
    {
        ArgumentNullException.ThrowIfNull(board);
        var ids = own.Select(u => u.Id).ToHashSet();
        var lines = new List<string>();
        foreach (var occurrence in board.Occurrences.Where(o => topic.Fits(o) && o.HasOpened(board.Today)))
        {
            var dues = occurrence.Dues.Where(d => ids.Contains(d.Unit.Id)).ToList();
            if (dues.Count == 0 || (occurrence.IsPast(board.Now) && topic.Days is null && dues.TrueForAll(d => d.Due.State != DueState.Open))) continue;
            lines.Add($"{ObligationNames.Of(occurrence, board)}：{string.Join('、', dues.Select(Standing))}；{Others(occurrence)}。");
        }

        var isCut = false;
        return lines.Count == 0 ? DueReplies.OwnAllReported(own) : Cut("", lines, Longest, ref isCut);
    }

    /// <summary>The names, the first of many: A、B等15家.</summary>
    public static string Names(IReadOnlyList<Unit> units, int most)
    {
        var names = string.Join('、', units.Take(most).Select(u => u.Name));
        return units.Count <= most ? names : string.Create(CultureInfo.InvariantCulture, $"{names}等{units.Count}家");
    }

    private static (string Line, bool IsCut) Line(OccurrenceStanding occurrence, DueBoard board, int most)
    {
        var missing = occurrence.Missing;
        var name = ObligationNames.Of(occurrence, board);
        return missing.Count > FewUnits && missing.Count == occurrence.Rates.Expected
            ? (string.Create(CultureInfo.InvariantCulture, $"{name}：{missing.Count}家都还没报"), false)
            : ($"{name}：还差{Names(missing, most)}", missing.Count > most);
    }

    private static string Standing(UnitDue due) => due.Unit.Name + due.Due.State switch
    {
        DueState.Met => "已报",
        DueState.Late => "已补报",
        DueState.Excused => "免报",
        _ => "还没报",
    };

    private static string Others(OccurrenceStanding occurrence) => occurrence.Missing.Count == 0
        ? "都报齐了"
        : string.Create(CultureInfo.InvariantCulture, $"全部{occurrence.Rates.Expected}家还差{occurrence.Missing.Count}家");

    private static string Cut(string head, IReadOnlyList<string> lines, int longest, ref bool isCut)
    {
        var kept = new List<string>();
        var length = head.Length;
        foreach (var line in lines)
        {
            if (kept.Count > 0 && length + line.Length > longest)
            {
                kept.Add(string.Create(CultureInfo.InvariantCulture, $"另有{lines.Count - kept.Count}期。"));
                isCut = true;
                break;
            }

            kept.Add(line);
            length += line.Length + 1;
        }

        return string.Join('\n', head.Length == 0 ? kept : kept.Prepend(head));
    }
}

using System.Globalization;
using System.Text;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Replies;

/// <summary>What pushes about dues say: kindly, only who is missing, nothing about those who have reported.</summary>
public static class ReminderText
{
    private const int MostNames = 60;

    /// <summary>A reminder, to the group or to one unit's liaisons.</summary>
    /// <param name="missing">The occurrences with the units still missing, in order of deadline.</param>
    /// <param name="today">Today in the office's zone.</param>
    /// <param name="privately">Whether only the missing unit hears it.</param>
    public static string Reminder(IReadOnlyList<MissingHandIn> missing, DateOnly today, bool privately)
    {
        ArgumentNullException.ThrowIfNull(missing);
        if (privately) return string.Join('\n', missing.Select(m => $"您好，{string.Join('、', m.Units)}的{m.What}还没收到（{Till(m, today)}），麻烦抽空报一下。"));
        var lines = missing.Select(m => $"{m.What}（{Till(m, today)}）还差{Names(m.Units)}。").ToList();
        return lines.Count == 1 ? $"温馨提醒：{lines[0][..^1]}，已报的不用理会。" : $"温馨提醒：\n{string.Join('\n', lines)}\n已报的不用理会。";
    }

    /// <summary>To the admins: who has not reported two working days after the deadline.</summary>
    public static string Escalation(IReadOnlyList<MissingHandIn> missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        var text = new StringBuilder("以下还没有报送，请您看看要不要联系一下：");
        foreach (var m in missing) text.Append(CultureInfo.InvariantCulture, $"\n{m.What}（{Day(m.Deadline)}截止）：{Names(m.Units)}（{m.Units.Count}家）");
        return text.Append("\n之后我不再在群里提醒；需要时发“催报”。").ToString();
    }

    /// <summary>To the group, once, when the last unit has reported.</summary>
    public static string Thanks(IReadOnlyList<MissingHandIn> complete)
    {
        ArgumentNullException.ThrowIfNull(complete);
        return $"{string.Join('、', complete.Select(m => $"{m.What}（{Day(m.Deadline)}）"))}都报齐了，谢谢各位！";
    }

    /// <summary>What an obligation is called in a group: 安全生产月活动材料, 沈阳行进展情况, 安全生产月隐患排查清单.</summary>
    public static string What(Obligation obligation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return obligation.Subject + (obligation.Thing ?? ScheduleText.Name(obligation.Kind));
    }

    /// <summary><c>6月13日</c>.</summary>
    public static string Day(DateOnly day) => FormattableString.Invariant($"{day.Month}月{day.Day}日");

    private static string Till(MissingHandIn m, DateOnly today)
    {
        if (m.Deadline < today) return $"原定{Day(m.Deadline)}";
        var day = m.Deadline == today ? "今天" : m.Deadline == today.AddDays(1) ? "明天" : Day(m.Deadline);
        return m.Time is { } at ? FormattableString.Invariant($"{day}{at.Hour}:{at.Minute:00}前") : $"{day}截止";
    }

    private static string Names(IReadOnlyList<string> units) =>
        units.Count <= MostNames ? string.Join('、', units) : $"{string.Join('、', units.Take(MostNames))}等{units.Count}家";
}

/// <summary>A hand-in and who has not handed it in.</summary>
/// <param name="What">What it is called.</param>
/// <param name="Deadline">The day that counts.</param>
/// <param name="Time">The plan's hour on it; null: none.</param>
/// <param name="Units">The units, in official order.</param>
public sealed record MissingHandIn(string What, DateOnly Deadline, TimeOnly? Time, IReadOnlyList<string> Units);

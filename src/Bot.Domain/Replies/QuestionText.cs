using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Questions;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>Answers to questions in free words: figures always with what they are made of.</summary>
public static class QuestionText
{
    /// <summary>To who named the bot and was not understood.</summary>
    public const string NotUnderstood =
        "没听懂这个问题。可以这样问：还有谁没交、总结哪天截止、演练一共多少场、我们交了吗；也可以发“帮助”。要是在报情况，请用陈述句再发一遍。";

    /// <summary>The forms have no blank for it.</summary>
    public const string NoSuchBlank = "统计表里没有这一项，没有合计数；可以发“明细 单位名”看每条记录。";

    /// <summary>Another unit's figures.</summary>
    public const string OwnOrAll = "只能看本单位的，或全部单位合计的数。";

    /// <summary>What the way to every source is called.</summary>
    public const string Sources = "查看每一笔来源";

    private const int MostNames = 30;
    private const int NextDays = 3;

    /// <summary>When something is due.</summary>
    public static string When(DueBoard board, DueTopic topic)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(topic);
        var next = board.Next(topic);
        var ahead = next.Where(o => !o.IsPast(board.Now)).ToList();
        if (topic.Obligations is null && topic.Days is null) next = [.. ahead.Take(NextDays)];
        return next.Count == 0 ? DueReplies.NothingAhead : string.Join('\n', next.Select(o => When(o, board)));
    }

    /// <summary>How many came after the deadline, without names.</summary>
    public static string LateCounts(DueBoard board, IReadOnlyList<OccurrenceStanding> judged, IReadOnlyList<Unit> own)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var ids = own.Select(u => u.Id).ToHashSet();
        return string.Join('\n', judged.Select(o =>
        {
            var rates = o.Rates;
            var counts = string.Create(CultureInfo.InvariantCulture, $"{ObligationNames.Of(o, board)}：按时{rates.Met}家，补报{rates.Late}家，还没报{rates.Open}家。");
            return counts + string.Concat(o.Dues.Where(d => ids.Contains(d.Unit.Id)).Select(d => Own(d)));
        }));
    }

    /// <summary>Who came after the deadline, and when: for an admin alone.</summary>
    public static string LateNames(DueBoard board, IReadOnlyList<OccurrenceStanding> judged, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(judged);
        return string.Join('\n', judged.Select(o =>
        {
            var late = o.Dues.Where(d => d.Due.State == DueState.Late).ToList();
            var names = string.Join('、', late.Take(MostNames).Select(d => d.Unit.Name + Instant(d.Due.MetAt, zone))) + (late.Count > MostNames ? $"等{late.Count}家" : "");
            var open = o.Missing.Count == 0 ? "" : $"；还没报：{MissingText.Names(o.Missing, MostNames)}";
            return $"{ObligationNames.Of(o, board)}：{(late.Count == 0 ? "没有补报的" : $"补报：{names}")}{open}。";
        }));
    }

    /// <summary>A figure with what it is made of.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="rollups">The forms filled for whom it was asked, for the period asked about.</param>
    /// <param name="whose">For whom; empty: all units.</param>
    /// <param name="today">Today in the office's zone.</param>
    public static string Figure(FreeQuestion.Figure question, IReadOnlyList<Rollup> rollups, string whose, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(rollups);
        var period = question.Period?.Name ?? $"截至{SpokenDays.Of(today)}";
        return string.Join('\n', question.Slots.Select(slot => Figure(question.Campaign, slot, rollups, whose, period)));
    }

    private static string Figure(Campaign campaign, SlotId id, IReadOnlyList<Rollup> rollups, string whose, string period)
    {
        var slot = campaign.Slots.First(s => s.Id == id);
        var rollup = rollups.First(r => r.Form.Slots.Any(s => s.Id == id));
        var cell = rollup[id];
        var name = whose + SlotLabels.Of(campaign, id).Whole;
        if (cell.Value is not { } value) return $"{name}：{period}还没有人报（已报{rollup.Coverage}家）。";
        var sources = rollup.Sources.Where(s => s.Figure.Slot == id).GroupBy(s => s.Figure.Activity).Where(a => a.Sum(s => s.Figure.Delta) != 0).ToList();
        var units = sources.Select(a => a.First().Unit.Id).Distinct().Count();
        var pending = cell.PendingPart != 0 ? $"，其中待核{SlotLabels.Figure(slot, cell.PendingPart, Reading.Bound.Exact)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{name}：{period}共{SlotLabels.Figure(slot, value, cell.Bound)}，来自{units}家单位的{sources.Count}条记录{pending}。");
    }

    private static string When(OccurrenceStanding occurrence, DueBoard board)
    {
        var name = ObligationNames.Of(occurrence.Campaign, occurrence.Obligation);
        var day = $"{ObligationNames.Day(occurrence.Deadline, board.Today)}（周{"日一二三四五六"[(int)occurrence.Deadline.DayOfWeek]}）";
        if (occurrence.IsPast(board.Now)) return $"{name}：{day}已截止，还没报的可以补报。";
        var hour = occurrence.Obligation.Time is { } time ? ObligationNames.Hour(time) : "";
        var remark = occurrence.Deadline == board.Today ? "，就是今天" : occurrence.IsMoved ? $"，原定{SpokenDays.Of(occurrence.Of.Day)}" : "";
        return $"{name}：{day}{hour}前{remark}。";
    }

    private static string Own(UnitDue due) => due.Due.State switch
    {
        DueState.Met => $"{due.Unit.Name}是按时报的。",
        DueState.Late => $"{due.Unit.Name}已补报。",
        DueState.Excused => $"{due.Unit.Name}免报。",
        _ => $"{due.Unit.Name}还没报，可以补报。",
    };

    private static string Instant(DateTimeOffset? at, TimeZoneInfo zone)
    {
        if (at is not { } instant) return "";
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return string.Create(CultureInfo.InvariantCulture, $"（{local.Month}月{local.Day}日{local.Hour}:{local.Minute:00}）");
    }
}

using System.Globalization;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;

namespace Bot.Domain.Replies;

/// <summary>免报, 撤销免报 and 请假: always with what exactly was excused, and how to undo it.</summary>
public static class ExcuseText
{
    /// <summary>The reason where none was given.</summary>
    public const string NoReason = "管理员免报";

    /// <summary>The unit is missing.</summary>
    public const string ExcuseWhom = "免报哪个单位？例如：免报 单位名 总结 原因。不写报什么，就是最近要报的那一期；写“全部”就是所有还没报的。";

    /// <summary>The unit is missing.</summary>
    public const string ReopenWhom = "恢复哪个单位？例如：撤销免报 单位名。";

    /// <summary>A button.</summary>
    public const string Undo = "撤销免报";

    /// <summary>A button.</summary>
    public const string Yes = "同意";

    /// <summary>A button.</summary>
    public const string No = "不同意";

    /// <summary>An admin asks for leave.</summary>
    public const string AdminsExcuse = "管理员请直接发：免报 单位名 原因。";

    /// <summary>There is no admin who could agree.</summary>
    public const string NobodyToAsk = "没有找到可以转达的管理员，请直接联系主管单位。";

    private const int MostNamed = 6;

    /// <summary>It is excused.</summary>
    public static string Excused(Unit unit, IReadOnlyList<OwedDue> dues, DueBoard board, string because)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"已免报：{unit.Name}的{Names(dues, board)}。{Reason(because)}\n要恢复就点“{Undo}”，或发“撤销免报 {unit.Name}”。";
    }

    /// <summary>It is asked for again.</summary>
    public static string Reopened(Unit unit, IReadOnlyList<OwedDue> dues, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"已恢复：{unit.Name}的{Names(dues, board)}照常要报。";
    }

    /// <summary>Nothing of it is open.</summary>
    public static string NothingOpen(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"{unit.Name}没有这样还没报的，不用免报。";
    }

    /// <summary>Nothing of it is excused.</summary>
    public static string NothingExcused(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"{unit.Name}没有可以恢复的免报。";
    }

    /// <summary>Somebody reports for several units and named none.</summary>
    public static string LeaveOfWhich(IReadOnlyList<Unit> units) =>
        $"您负责{string.Join('、', units.Select(u => u.Name))}，请写明是哪个，例如：请假 {units[0].Name} 原因。";

    /// <summary>To who asked: it is with the admins.</summary>
    public static string Asked(Unit unit, IReadOnlyList<OwedDue> dues, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"已转给管理员：{unit.Name}的{Names(dues, board)}请假。管理员同意后才算免报，结果会在这里告诉您。";
    }

    /// <summary>To the admins.</summary>
    public static string AgreeTo(string sender, Unit unit, IReadOnlyList<OwedDue> dues, DueBoard board, string because)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"“{sender}”请假：{unit.Name}的{Names(dues, board)}想免报。{(because.Length == 0 ? "没有写原因。" : Reason(because))}同意吗？";
    }

    /// <summary>To who asked: agreed.</summary>
    public static string Agreed(Unit unit, IReadOnlyList<OwedDue> dues, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"管理员已同意：{unit.Name}的{Names(dues, board)}免报。";
    }

    /// <summary>To who asked: not agreed.</summary>
    public static string Declined(Unit unit, IReadOnlyList<OwedDue> dues, DueBoard board)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"这次请假没有批下来，{unit.Name}的{Names(dues, board)}还请按时报；有困难请直接联系管理员。";
    }

    /// <summary>To the admin who did not agree.</summary>
    public static string ToldDeclined(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"好的，已告诉{unit.Name}不免报。";
    }

    private static string Names(IReadOnlyList<OwedDue> dues, DueBoard board)
    {
        var names = string.Join('、', dues.Take(MostNamed).Select(d => ObligationNames.Of(d.Of, board)));
        return dues.Count <= MostNamed ? names : string.Create(CultureInfo.InvariantCulture, $"{names}等{dues.Count}项");
    }

    private static string Reason(string because) => because.Length == 0 || because == NoReason ? "" : $"原因：{because}。";
}

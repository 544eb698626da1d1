using Bot.Domain.Campaigns;

namespace Bot.Adapters.Documents;

/// <summary>What stands in a column of an official table.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing of ours: 备注 and the like stay empty.</summary>
    Empty,

    /// <summary>The row's number (序号).</summary>
    Number,

    /// <summary>The row's name (活动项目).</summary>
    Name,

    /// <summary>What the row asks for (内容要求).</summary>
    Requirement,

    /// <summary>The printed lines with their blanks (活动进展情况).</summary>
    Lines,
}

/// <summary>Tells the columns of a form apart by their headings and order.</summary>
internal static class ColumnRoles
{
    private static readonly string[] Remarks = ["备注", "備註", "备 注", "说明", "說明"];

    /// <summary>A role for each of the form's columns.</summary>
    public static IReadOnlyList<ColumnRole> Of(Form form)
    {
        var roles = form.Columns.Select(heading => heading.Contains("序号", StringComparison.Ordinal) || heading.Contains("序號", StringComparison.Ordinal)
            ? ColumnRole.Number
            : ColumnRole.Empty).ToArray();
        var free = Enumerable.Range(0, roles.Length).Where(at => roles[at] == ColumnRole.Empty && !Remarks.Contains(form.Columns[at])).ToList();
        if (free.Count == 0)
            return [.. roles[..^1], ColumnRole.Lines];
        roles[free[^1]] = ColumnRole.Lines;
        if (free.Count > 1)
            roles[free[0]] = ColumnRole.Name;
        if (free.Count > 2)
            roles[free[1]] = ColumnRole.Requirement;
        return roles;
    }
}

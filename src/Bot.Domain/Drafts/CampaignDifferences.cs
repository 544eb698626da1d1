using Bot.Domain.Campaigns;

namespace Bot.Domain.Drafts;

/// <summary>What differs between two versions of a campaign, in Chinese, item by item.</summary>
public static class CampaignDifferences
{
    private const string None = "（无）";

    /// <summary>The differences from the first to the second; none: they ask for the same.</summary>
    public static IReadOnlyList<string> Of(Campaign former, Campaign changed)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(changed);
        var lines = new List<string>();
        Changed(lines, "标题", former.Title, changed.Title);
        Changed(lines, "主题", former.Theme, changed.Theme);
        Changed(lines, "文号", former.DocumentNumber, changed.DocumentNumber);
        Changed(lines, "届次", Edition(former), Edition(changed));
        Changed(lines, "活动期", ScheduleText.Days(former.Period.From, former.Period.To), ScheduleText.Days(changed.Period.From, changed.Period.To));
        Events(lines, former, changed);
        Sets(lines, "主要活动", former.Activities, changed.Activities);
        Obligations(lines, former, changed);
        Forms(lines, former, changed);
        return lines;
    }

    /// <summary>A hand-in in one line: what, about what, when.</summary>
    public static string Line(Obligation owed, Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(owed);
        ArgumentNullException.ThrowIfNull(campaign);
        return (owed.Subject == campaign.Subject ? "" : owed.Subject) + (owed.Thing ?? ScheduleText.Name(owed.Kind)) + "：" + ScheduleText.When(owed.Schedule, owed.Time);
    }

    // The same activity on another day is one line.
    private static void Events(List<string> lines, Campaign former, Campaign changed)
    {
        var free = changed.Events.ToList();
        foreach (var held in former.Events)
        {
            var now = free.Find(e => e.Name == held.Name);
            if (now is null)
            {
                lines.Add($"活动日去掉：{ScheduleText.Day(held.Day)}{held.Name}");
                continue;
            }

            free.Remove(now);
            Changed(lines, held.Name, ScheduleText.Day(held.Day), ScheduleText.Day(now.Day));
        }

        lines.AddRange(free.Select(e => $"活动日增加：{ScheduleText.Day(e.Day)}{e.Name}"));
    }

    private static void Obligations(List<string> lines, Campaign former, Campaign changed)
    {
        foreach (var owed in former.Obligations)
        {
            var now = changed.Obligations.FirstOrDefault(o => o.Id == owed.Id);
            if (now is null) lines.Add($"不再要求：{Line(owed, former)}");
            else Changed(lines, "报送要求", Full(owed, former), Full(now, changed));
        }

        lines.AddRange(changed.Obligations.Where(o => former.Obligations.All(old => old.Id != o.Id)).Select(o => $"新要求：{Line(o, changed)}"));
    }

    private static string Full(Obligation owed, Campaign campaign) =>
        Line(owed, campaign) + (owed.Addressees.Count > 0 ? $"，{string.Join('、', owed.Addressees)}报" : "") + (owed.Where is { } where ? $"，报到{where}" : "")
        + (ScheduleText.What(owed.Asks) is { Length: > 0 } what ? $"，{what}" : "");

    private static void Forms(List<string> lines, Campaign former, Campaign changed)
    {
        foreach (var form in former.Forms)
        {
            var now = changed.Forms.FirstOrDefault(f => f.Id == form.Id);
            if (now is null)
            {
                lines.Add($"不再有表：{form.Name}");
                continue;
            }

            Changed(lines, "表名", form.Name, now.Name);
            Sets(lines, $"{now.Name}的填报项", form.Slots.Where(s => !s.Retired).Select(Blank), now.Slots.Where(s => !s.Retired).Select(Blank));
        }

        lines.AddRange(changed.Forms.Where(f => former.Forms.All(old => old.Id != f.Id)).Select(f => $"新的表：{f.Name}（{f.Slots.Count()}个填报项）"));
    }

    private static string Blank(Slot slot) => $"{slot.Phrase}（{slot.Measure}）";

    private static string? Edition(Campaign campaign) => campaign.Edition is { } edition ? $"第{edition}个" : null;

    private static void Changed(List<string> lines, string what, string? before, string? now)
    {
        if ((before ?? "") != (now ?? "")) lines.Add($"{what}：{before ?? None} → {now ?? None}");
    }

    private static void Sets(List<string> lines, string what, IEnumerable<string> before, IEnumerable<string> now)
    {
        var (old, young) = (before.ToList(), now.ToList());
        lines.AddRange(old.Except(young).Select(gone => $"{what}去掉：{gone}"));
        lines.AddRange(young.Except(old).Select(added => $"{what}增加：{added}"));
    }
}

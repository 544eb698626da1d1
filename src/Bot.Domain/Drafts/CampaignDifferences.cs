using Bot.Domain.Campaigns;

namespace Bot.Domain.Drafts;

/// <summary>What differs between two versions of a campaign, in Chinese, item by item.</summary>
public static class CampaignDifferences
{
    private const string None = "（无）";

    /// <summary>The differences from the first to the second; none: they ask for the same.</summary>
    /// <param name="former">The version before.</param>
    /// <param name="changed">The version after it, its blanks under the former names.</param>
    /// <param name="booked">How many bookings stand on the former's blanks; null: it was not looked up.</param>
    public static IReadOnlyList<string> Of(Campaign former, Campaign changed, IReadOnlyDictionary<SlotId, int>? booked = null)
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
        Forms(lines, former, changed, booked ?? new Dictionary<SlotId, int>());
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

    private static void Forms(List<string> lines, Campaign former, Campaign changed, IReadOnlyDictionary<SlotId, int> booked)
    {
        foreach (var form in former.Forms)
        {
            var now = changed.Forms.FirstOrDefault(f => f.Id == form.Id);
            if (now is null)
            {
                lines.Add($"不再有表：{form.Name}{Booked(form.Slots.Where(slot => !IsAskedIn(changed, slot)), booked)}");
                continue;
            }

            Changed(lines, "表名", form.Name, now.Name);
            Blanks(lines, form, now, booked);
        }

        lines.AddRange(changed.Forms.Where(f => former.Forms.All(old => old.Id != f.Id)).Select(f => $"新的表：{f.Name}（{f.Slots.Count()}个填报项）"));
    }

    // Blanks by their lasting names: those of two rows may be called the same.
    private static void Blanks(List<string> lines, Form former, Form now, IReadOnlyDictionary<SlotId, int> booked)
    {
        var (before, after) = (Asked(former).ToList(), Asked(now).ToList());
        lines.AddRange(before.Where(old => !after.Exists(one => IsSame(one.Slot, old.Slot))).Select(old => $"{now.Name}的填报项去掉：{Blank(old, before)}{Booked([old.Slot], booked)}"));
        lines.AddRange(after.Where(one => !before.Exists(old => IsSame(one.Slot, old.Slot))).Select(one => $"{now.Name}的填报项增加：{Blank(one, after)}"));
    }

    private static IEnumerable<(FormRow Row, Slot Slot)> Asked(Form form) => form.Rows.SelectMany(row => row.Slots, (row, slot) => (row, slot)).Where(blank => !blank.slot.Retired);

    private static bool IsSame(Slot one, Slot other) => one.Id == other.Id && one.Phrase == other.Phrase && one.Measure == other.Measure;

    private static bool IsAskedIn(Campaign campaign, Slot slot) => campaign.Slots.Any(s => s.Id == slot.Id && !s.Retired);

    private static string Blank((FormRow Row, Slot Slot) blank, List<(FormRow Row, Slot Slot)> all) =>
        (all.Count(other => other.Slot.Phrase == blank.Slot.Phrase && other.Slot.Measure == blank.Slot.Measure) > 1 ? $"{blank.Row.Name}·" : "") + $"{blank.Slot.Phrase}（{blank.Slot.Measure}）";

    private static string Booked(IEnumerable<Slot> slots, IReadOnlyDictionary<SlotId, int> booked) =>
        slots.Sum(slot => booked.GetValueOrDefault(slot.Id)) is > 0 and var count ? $"，已记{count}笔数，留在台账里" : "";

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

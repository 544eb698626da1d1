using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Returns;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>What a unit's liaison is sent in advance: the own form and draft, and how to hand them in by one word.</summary>
public static class PrefillText
{
    /// <summary>The plain word.</summary>
    public const string Confirm = "确认";

    private const int MostChanges = 12;
    private const string NothingYet = "（还没有记到数字）";

    /// <summary>The message. Several hand-ins of a unit are one.</summary>
    /// <param name="offers">What is offered, by campaign.</param>
    /// <param name="mayConfirm">Whether its reader may confirm.</param>
    public static string Compose(IReadOnlyList<PrefillOffer> offers, bool mayConfirm)
    {
        ArgumentNullException.ThrowIfNull(offers);
        return string.Join("\n\n", offers.Select(Body)) + "\n\n" + (mayConfirm
            ? "没有问题就点“确认”（回复“确认”也行），就算报送了。数不对请直接发“更正：……”，改好后再请您确认。"
            : "请核对，数不对直接发“更正：……”。确认要由有确认权限的联络员来做，还没有指定的请告诉管理员。");
    }

    /// <summary>To somebody who said 确认 about figures that changed since they were shown.</summary>
    public static string AskAgain(Campaign campaign, IReadOnlyList<FigureChange> changes) =>
        $"发给您之后台账有变化，所以还没有确认：{Changes(campaign, changes)}\n现在的数没有问题，请再点一次“确认”。";

    /// <summary>Confirmed.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="what">What was confirmed.</param>
    /// <param name="handsIn">Whether it is handed in by that; it may have been before.</param>
    public static string Confirmed(string unit, string what, bool handsIn) => $"{unit}的{what}已确认{(handsIn ? "，算报送了" : "")}，谢谢！";

    /// <summary>Confirmed before.</summary>
    public static string Already(DateOnly day) => $"已经确认过了（{SpokenDays.Of(day)}），不用再点。";

    /// <summary>Somebody who may not confirm for the unit.</summary>
    public static string NotEntitled(string unit) => $"这份要由{unit}有确认权限的联络员来确认。";

    /// <summary>Several are open.</summary>
    public const string Which = "您有几份等着确认，是哪一份？点一下就行。";

    /// <summary>What hand-ins are called together: 安全生产月统计表、总结.</summary>
    public static string What(IEnumerable<Obligation> obligations) => string.Join('、', obligations
        .GroupBy(o => o.Subject, StringComparer.Ordinal).Select(s => s.Key + string.Join('、', s.Select(o => ScheduleText.Name(o.Kind)).Distinct(StringComparer.Ordinal))));

    private static string Body(PrefillOffer offer)
    {
        var due = offer.Parts.Select(p => p.Deadline).Distinct().Count() == 1 ? $"（{ReminderText.Day(offer.Parts[0].Deadline)}截止）" : "";
        var text = new StringBuilder($"{offer.Unit}的{What(offer.Parts.Select(p => p.Filled.Obligation))}{due}已按台账填好");
        text.Append(offer.Changed is { Count: > 0 } changes ? $"，和上次发您的比：{Changes(offer.Campaign, changes)}" : "，请您看一下。");
        var forms = offer.Forms;
        foreach (var form in forms)
        {
            text.Append(forms.Count == 1 ? "\n【统计表】" : $"\n【{form.Form.Name}{Days(form)}】");
            var lines = RollupText.Lines(offer.Campaign, form);
            text.Append('\n').Append(lines.Count == 0 ? NothingYet : string.Join('\n', lines));
            if (form.Cells.Any(c => c.PendingPart != 0)) text.Append("\n* 含待核的数。");
        }

        foreach (var draft in offer.Parts.Select(p => p.Filled.Draft).OfType<string>()) text.Append("\n【总结草稿】\n").Append(draft);
        return text.ToString();
    }

    private static string Days(Rollup form) => form.Period is { } days ? $"（{SpokenDays.Of([days])}）" : "";

    private static string Changes(Campaign campaign, IReadOnlyList<FigureChange> changes)
    {
        var lines = changes.Take(MostChanges).Select(c => $"\n{SlotLabels.Of(campaign, c.Slot.Id).Whole}：{Value(c.Slot, c.Before)}→{Value(c.Slot, c.After)}");
        return string.Concat(lines) + (changes.Count > MostChanges ? $"\n另有{changes.Count - MostChanges}项，见附件。" : "");
    }

    private static string Value(Slot slot, RollupCell cell) => cell.Value is { } value ? SlotLabels.Figure(slot, value, cell.Bound) : "空";
}

/// <summary>What a unit is offered of one campaign.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Parts">The hand-ins, in order of deadline.</param>
/// <param name="Changed">What differs from the version offered before; null: none was.</param>
public sealed record PrefillOffer(Campaign Campaign, string Unit, IReadOnlyList<PrefillPart> Parts, IReadOnlyList<FigureChange>? Changed)
{
    /// <summary>The forms of all hand-ins, each once.</summary>
    public IReadOnlyList<Rollup> Forms => [.. Parts.SelectMany(p => p.Filled.Forms).DistinctBy(f => (f.Form.Id, f.Period))];
}

/// <summary>A hand-in with its deadline.</summary>
public sealed record PrefillPart(FilledReturn Filled, DateOnly Deadline);

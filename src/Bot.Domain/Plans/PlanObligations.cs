using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>Names the hand-ins and joins them with their forms.</summary>
internal sealed class PlanObligations(IReadOnlyList<PlanForm> forms, AttachedParts attached)
{
    private static readonly (string Word, Asked Part)[] Parts =
    [
        ("文字", Asked.Words), ("图文", Asked.Words | Asked.Photos), ("信息", Asked.Words), ("照片", Asked.Photos), ("图片", Asked.Photos), ("截图", Asked.Photos), ("视频", Asked.Video), ("录像", Asked.Video), ("纸质", Asked.Paper),
        ("盖章扫描", Asked.StampedScan), ("扫描件", Asked.StampedScan),
    ];

    // What a kind of unit is called at its end.
    private static readonly string[] Units =
    [
        "单位", "企业", "社区", "村", "居", "镇", "乡", "街道", "县", "区", "市", "州", "旗", "部门", "科室", "处室", "部室", "局", "办", "委", "所", "站", "队", "组", "班", "级", "校", "园", "学院", "医院", "中心", "公司", "集团", "厂", "场", "矿",
        "项目部", "事业部", "部", "科", "处", "股", "室", "工会", "网格", "户", "合作社", "机构", "基地", "商户", "管护站", "服务处", "街", "苏木", "嘎查村", "院", "店", "会", "法人", "承包商", "建设单位", "分局", "支行",
    ];

    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>The obligations; doubts are added as they are found.</summary>
    public List<PlanObligation> Of(List<PlacedDuty> placed, List<PlanDoubt> doubts)
    {
        var made = new List<PlanObligation>();
        foreach (var duty in placed)
        {
            if (duty.Doubt is { } reason)
                doubts.Add(new PlanDoubt(FormattableString.Invariant($"obligations[{made.Count}]"), duty.Duty.Sentence, reason));
            else if (duty.Schedule is Schedule.Unspecified)
                doubts.Add(new PlanDoubt(FormattableString.Invariant($"obligations[{made.Count}]"), duty.Duty.Sentence, "方案要求报送，但没有写明哪一天"));
            made.Add(new PlanObligation
            {
                Id = Name(duty),
                Kind = duty.Duty.Kind,
                Thing = Tidy(duty.Duty.Thing),
                Schedule = duty.Schedule,
                Time = duty.Hour,
                Subject = duty.Subject,
                Asks = Asks(duty.Duty),
                Addressees = Addressees(duty.Duty.Actor),
                Where = Place(duty.Duty.Where),
                Form = Form(duty.Duty),
                Sentence = duty.Duty.Sentence,
            });
        }

        return made;
    }

    private string Name(PlacedDuty duty)
    {
        var rhythm = duty.Schedule switch
        {
            Schedule.Daily => "daily-",
            Schedule.Weekly => "weekly-",
            Schedule.Biweekly => "biweekly-",
            Schedule.Monthly => "monthly-",
            Schedule.Quarterly => "quarterly-",
            Schedule.PerActivity => "activity-",
            _ => "",
        };
        var name = rhythm + duty.Duty.Kind.ToString().ToLowerInvariant();
        var unique = name;
        for (var nth = 2; !used.Add(unique); nth++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{nth}");
        return unique;
    }

    private static Asked Asks(Duty duty)
    {
        if (duty.Kind is not (ObligationKind.Material or ObligationKind.Summary or ObligationKind.Statistics or ObligationKind.Plan))
            return Asked.Nothing;
        var asked = Asked.Nothing;
        foreach (var (word, part) in Parts)
        {
            if (duty.Words.Contains(word, StringComparison.Ordinal) && (duty.Kind == ObligationKind.Material || part is Asked.Paper or Asked.StampedScan))
                asked |= part;
        }

        return asked;
    }

    // The phrase without what only leads up to it, its quotation marks in pairs.
    private static string Tidy(string thing)
    {
        var words = thing.Trim();
        foreach (var lead in (ReadOnlySpan<string>)["填写好的", "填写", "形成", "本单位的", "连同", "同", "一次"])
        {
            if (words.StartsWith(lead, StringComparison.Ordinal) && words.Length > lead.Length + 1)
                words = words[lead.Length..];
        }

        if (words.Contains('《', StringComparison.Ordinal) && !words.Contains('》', StringComparison.Ordinal))
            words = words.Replace("《", "", StringComparison.Ordinal);
        return words.Count(c => c == '“') > words.Count(c => c == '”') ? words.TrimStart('“') : words;
    }

    // 每月25日前仍发各社区安全员联络群: only the place.
    private static string? Place(string? where)
    {
        if (where is null)
            return null;
        var place = where[(where.LastIndexOf('前') + 1)..].TrimStart('仍', '均', '发', '报', '传', '交', '送', '至', '到', '在', '于', ' ');
        return place.Length > 1 ? place : null;
    }

    // 各社区（村）、各相关科室: the types of units.
    private static List<string> Addressees(string actor)
    {
        var made = new List<string>();
        foreach (var part in actor.Split('、', '和', '及', '与', ' ', '(', ')'))
        {
            var type = UnitWords.Bare(part);
            if (type.Length is > 1 and <= 12 && Units.Any(type.EndsWith) && type is not ("单位" or "部门" or "地" or "有关单位" or "活动期间") && actor.IndexOfAny(['各', '每']) >= 0)
                made.Add(type);
        }

        return made;
    }

    private int? Form(Duty duty)
    {
        if (duty.Kind is not (ObligationKind.Statistics or ObligationKind.Liaison or ObligationKind.Other or ObligationKind.Progress))
            return null;
        if (duty.Attachment > 0 && Index(form => form.Attachment == duty.Attachment) is { } named)
            return named;
        if (duty.Kind == ObligationKind.Liaison)
            return Index(form => form.IsLiaison);
        if (duty.Kind == ObligationKind.Statistics)
        {
            var same = Index(form => !form.IsLiaison && PlanLine.Of(form.Name).Words.EndsWith(duty.Thing.Trim('“', '《', '》'), StringComparison.Ordinal));
            return same ?? Index(form => !form.IsLiaison && form.Slots.Any()) ?? Index(form => !form.IsLiaison && AttachedForms.KindOf(form.Name) == ObligationKind.Statistics && attached.Names.Count > 0);
        }

        return null;
    }

    private int? Index(Func<PlanForm, bool> fits)
    {
        for (var nth = 0; nth < forms.Count; nth++)
        {
            if (fits(forms[nth]))
                return nth;
        }

        return null;
    }
}

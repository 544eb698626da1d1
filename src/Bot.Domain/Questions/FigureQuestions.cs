using Bot.Domain.Campaigns;
using Bot.Domain.GroupWords;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Questions;

/// <summary>
/// Questions for a figure: 演练一共多少场, 本周发了多少份宣传单. The blank is found as a report's would be: a number stands in
/// for what is asked, and the campaign's own reader tells where it belongs.
/// </summary>
internal sealed class FigureQuestions(IReadOnlyList<ActiveCampaign> campaigns, IReadOnlyList<Unit> units)
{
    private const int Longest = 40;
    private const int StandIn = 37;
    private const string Written = "37";

    // 几场 is also said of several; then one of these tells that it is asked.
    private static readonly string[] Asking = ["?", "一共", "总共", "共", "合计", "请问", "到底", "累计"];

    // What is to be done, how to fill the form, what others have: none of it is in the ledger.
    private static readonly string[] Otherwise =
    [
        "你", "您", "他们", "她们", "要多少", "要几", "要报", "要写", "要搞", "要办", "需要", "应该", "应当", "得有", "得搞", "至少", "最少", "最多", "规定", "要求", "每", "可以", "能", "填", "怎么", "咋", "如何", "为什么", "计划", "打算", "准备", "预计", "明天", "下周",
        "多少钱", "几点", "几号", "好几", "十几", "几十", "几百", "不管", "无论", "大家",
    ];

    private static readonly string[] Leads = ["请问", "想问一下", "想问下", "问一下", "问下", "咨询一下", "查一下", "到底", "麻烦"];
    private static readonly string[] WholeWords =
        ["我们街道", "咱们街道", "咱街道", "全街道", "本街道", "我街道", "街道", "我们镇", "咱们镇", "咱镇", "全镇", "本镇", "全区", "全县", "全市", "全部单位", "所有单位", "各单位", "各社区", "各村"];

    private static readonly string[] OwnWords = ["我们社区", "我们村", "我们单位", "我们公司", "我们", "我社区", "我村", "我单位", "我公司", "本社区", "本村", "本单位", "咱们", "咱社区", "咱村"];

    /// <summary>The question; null: it asks for no figure.</summary>
    public FreeQuestion.Figure? Read(string text, DateTime saidAt)
    {
        if (text.Length > Longest || text.Contains('\n', StringComparison.Ordinal)) return null;
        var folded = SourceText.Fold(text).Text.ToString().Trim();
        if (!IsAsked(folded) || Otherwise.Any(w => folded.Contains(w, StringComparison.Ordinal))) return null;
        var (whose, about) = Whose(folded);
        var stated = Stated(about);
        var context = new ReadingContext { SaidAt = saidAt };
        foreach (var campaign in campaigns)
        {
            var reading = campaign.Reader.Read(stated, context);
            var slots = reading.Metrics().Where(m => m is { Value: StandIn, Implied: false }).Select(m => m.Slot).ToList();
            if (slots.Count > 0) return new FreeQuestion.Figure(campaign.Campaign, slots, "", Period(folded, saidAt), whose);
        }

        foreach (var campaign in campaigns)
        {
            var extra = campaign.Reader.Read(stated, context).Extras.FirstOrDefault(e => e.Value == StandIn);
            if (extra is not null) return new FreeQuestion.Figure(campaign.Campaign, [], extra.Label, Period(folded, saidAt), whose);
        }

        return null;
    }

    /// <summary>Whether some words report figures of any campaign.</summary>
    public bool Tells(string text, DateTime saidAt) => campaigns.Any(c => c.Reader.Read(text, new ReadingContext { SaidAt = saidAt }) is { Activities.Count: > 0 } or { Extras.Count: > 0 });

    private static bool IsAsked(string text)
    {
        var many = Count(text, "多少");
        var several = Count(text, "几");
        if (many + several != 1 || text.Any(char.IsAsciiDigit) && !HasOnlyDays(text)) return false;
        var at = many == 1 ? text.IndexOf("多少", StringComparison.Ordinal) + 2 : text.IndexOf('几', StringComparison.Ordinal) + 1;
        var isCounted = Measures.Shared.At(text, at, out _) is { Class: MeasureClass.Session or MeasureClass.People or MeasureClass.Thing };
        return isCounted && (many == 1 || Asking.Any(w => text.Contains(w, StringComparison.Ordinal)));
    }

    // 6月13日: figures that are days.
    private static bool HasOnlyDays(string text)
    {
        var days = new NamedDays(new DateTime(2000, 1, 3));
        for (var at = 0; at < text.Length; at++)
        {
            if (days.TryRead(text, at, out _, out var end)) at = end - 1;
            else if (char.IsAsciiDigit(text[at])) return false;
        }

        return true;
    }

    private (FigureOf Whose, string About) Whose(string text)
    {
        var named = units.SelectMany(u => u.Aliases.Prepend(u.Name).Select(n => (Unit: u, Name: SourceText.Fold(n).Text.ToString())))
            .Where(n => n.Name.Length >= 2 && text.Contains(n.Name, StringComparison.Ordinal)).OrderByDescending(n => n.Name.Length).FirstOrDefault();
        if (named.Unit is not null) return (new FigureOf.One(named.Unit), text.Replace(named.Name, "", StringComparison.Ordinal));
        if (WholeWords.FirstOrDefault(w => text.Contains(w, StringComparison.Ordinal)) is { } whole) return (new FigureOf.All(), text.Replace(whole, "", StringComparison.Ordinal));
        var own = OwnWords.FirstOrDefault(w => text.Contains(w, StringComparison.Ordinal));
        return own is null ? (new FigureOf.All(), text) : (new FigureOf.Own(), text.Replace(own, "", StringComparison.Ordinal));
    }

    private static string Stated(string text)
    {
        var stated = Leads.Aggregate(text, (words, lead) => words.Replace(lead, "", StringComparison.Ordinal)).TrimEnd('?', '!', '。', '~', ' ', '吗', '呢', '啊', '呀', '哦');
        return stated.Replace("多少", Written, StringComparison.Ordinal).Replace("几", Written, StringComparison.Ordinal).Trim('，', ',', ' ');
    }

    private static NamedSpan? Period(string text, DateTime saidAt)
    {
        var days = new NamedDays(saidAt);
        for (var at = 0; at < text.Length; at++)
        {
            if (days.TryRead(text, at, out var span, out var end)) return new NamedSpan(span, text[at..end]);
        }

        return null;
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}

using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>
/// Gives blanks readable names (<c>training.drill.sessions</c>) out of their row, phrase and measure. The same plan gives the
/// same names; a name is used once in a campaign.
/// </summary>
internal sealed class SlotNames
{
    private static readonly (string Word, string Name)[] Known =
        [.. PlanData.Words("slotnames.txt").Select(word => word.Split('=')).Select(pair => (pair[0], pair[1]))];

    private static readonly Dictionary<string, string> Measures = new(StringComparer.Ordinal)
    {
        ["场"] = "sessions", ["场次"] = "sessions", ["次"] = "times", ["期"] = "sessions", ["堂"] = "lessons", ["节"] = "lessons", ["人次"] = "attendance", ["人"] = "people", ["名"] = "people", ["位"] = "people",
        ["个"] = "count", ["条"] = "items", ["项"] = "items", ["处"] = "places", ["家"] = "firms", ["户"] = "homes", ["份"] = "copies", ["册"] = "copies", ["本"] = "copies", ["张"] = "sheets", ["块"] = "count", ["幅"] = "count",
        ["件"] = "count", ["篇"] = "articles", ["部"] = "count", ["辆"] = "vehicles", ["元"] = "yuan", ["万元"] = "yuan_10k", ["小时"] = "hours", ["天"] = "days", ["起"] = "cases", ["支"] = "teams", ["批"] = "groups", ["栋"] = "buildings",
        ["是否"] = "done", ["秒"] = "seconds", ["分钟"] = "minutes", ["%"] = "percent", ["篇次"] = "articles", ["辆次"] = "vehicles", ["台"] = "count", ["封"] = "letters", ["队"] = "teams",
    };

    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Row, string Head)> families = new(StringComparer.Ordinal);

    /// <summary>A name for a blank.</summary>
    /// <param name="row">The name of its row.</param>
    /// <param name="rowNumber">The row's place in its form, from 1.</param>
    /// <param name="phrase">What is printed before it.</param>
    /// <param name="measure">Its measure word.</param>
    public SlotId Next(string row, int rowNumber, string phrase, string measure)
    {
        var activity = Word(row) ?? string.Create(CultureInfo.InvariantCulture, $"row{rowNumber}");
        var dot = phrase.IndexOf(" · ", StringComparison.Ordinal);
        var head = dot < 0 ? phrase : phrase[..dot];
        var thing = Word(head) ?? "item";
        if (dot >= 0 && Word(phrase[(dot + 3)..]) is { } own && own != thing)
            (thing, head) = (Word(head) is { } first ? first + "_" + own : own, phrase);
        var kind = Measures.GetValueOrDefault(PlanLine.Of(measure).Words, "count");
        for (var nth = 1; ; nth++)
        {
            var family = nth == 1 ? $"{activity}.{thing}" : string.Create(CultureInfo.InvariantCulture, $"{activity}.{thing}_{nth}");
            if (IsOf(family, (row, head)) && used.Add($"{family}.{kind}"))
                return new SlotId($"{family}.{kind}");
        }
    }

    // 场 and 人次 of one activity are a family; another activity's (清退电焊工, 电焊工培训) are none of it.
    private bool IsOf(string family, (string Row, string Head) activity) => families.TryAdd(family, activity) || families[family] == activity;

    private static string? Word(string printed)
    {
        var words = PlanLine.Of(printed).Words;
        (string? name, var longest, var last) = (null, 0, -1);
        foreach (var (word, called) in Known)
        {
            var at = words.LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (word.Length > longest || (word.Length == longest && at > last)))
                (name, longest, last) = (called, word.Length, at);
        }

        return name;
    }
}

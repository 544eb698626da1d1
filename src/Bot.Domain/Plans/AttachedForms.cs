using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>What an attachment is by its name.</summary>
internal static class AttachedForms
{
    private static readonly string[] Tables = ["表", "回执", "清单", "台账", "底册", "登记册", "花名册", "单", "名册"];

    /// <summary>Whether it is something to fill in.</summary>
    public static bool IsForm(string name) => Tables.Any(Bare(name).EndsWith);

    /// <summary>What handing it in is; null: the name does not tell.</summary>
    public static ObligationKind? KindOf(string name)
    {
        var bare = Bare(name);
        if (bare.Contains("联络", StringComparison.Ordinal) || bare.Contains("联系人", StringComparison.Ordinal) || bare.Contains("信息员", StringComparison.Ordinal))
            return ObligationKind.Liaison;
        foreach (var (word, kind) in HandInWords.Things)
        {
            if (bare.EndsWith(word, StringComparison.Ordinal) && word.Length > 1)
                return kind;
        }

        return null;
    }

    private static string Bare(string name)
    {
        var words = PlanLine.Of(name).Words;
        var open = words.LastIndexOf('(');
        return (words.EndsWith(')') && open > 2 ? words[..open] : words).TrimEnd('》', '”', ' ', '。');
    }
}

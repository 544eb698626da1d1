using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Dues;

/// <summary>Which hand-in of another kind (清单, 作品, 承诺书) something is, by the name it bears.</summary>
internal static class OtherThings
{
    private static readonly string[] Usual = ["summary", "progress", "statistics", "plan", "liaison", "material", "tail", "register"];

    /// <summary>The obligation whose name is borne; of several the one of which most is borne, then the first; null: none.</summary>
    /// <param name="campaign">What is asked for.</param>
    /// <param name="bears">Whether a folded noun is borne.</param>
    public static Obligation? Of(Campaign campaign, Func<string, bool> bears)
    {
        (Obligation? found, var most) = (null, 0);
        foreach (var obligation in campaign.Obligations.Where(o => o.Kind == ObligationKind.Other))
        {
            var longest = Nouns(campaign, obligation).Where(bears).Select(noun => noun.Length).DefaultIfEmpty().Max();
            if (longest > most)
                (found, most) = (obligation, longest);
        }

        return found;
    }

    /// <summary>The obligations whose things the words of a message hand over, each with the end of the noun; of one noun only the one it says most of.</summary>
    public static IReadOnlyList<(Obligation Obligation, int End)> HandedOver(Campaign campaign, Handover words)
    {
        var found = new Dictionary<int, (Obligation Obligation, int Length)>();
        foreach (var obligation in campaign.Obligations.Where(o => o.Kind == ObligationKind.Other))
        {
            foreach (var (noun, end) in Nouns(campaign, obligation).SelectMany(n => words.EndsOf(n, alone: false).Select(end => (n, end)))
                .Concat(Heads(obligation).SelectMany(n => words.EndsOf(n, alone: true).Select(end => (n, end)))))
            {
                if (!found.TryGetValue(end, out var known) || known.Length < noun.Length) found[end] = (obligation, noun.Length);
            }
        }

        return [.. found.OrderBy(f => f.Key).Select(f => (f.Value.Obligation, f.Key)).DistinctBy(f => f.Obligation.Id)];
    }

    // 竞赛成绩单 is 成绩单 too, where a word begins there; but 自查报告 is not any 报告.
    private static IEnumerable<string> Heads(Obligation obligation)
    {
        if (obligation.Thing is not { } thing) yield break;
        var name = Bare(thing);
        for (var length = name.Length - 1; length >= 2; length--)
        {
            var head = name[^length..];
            if (!Usual.Any(line => HandInWords.Shared[line].Contains(head, StringComparer.Ordinal))) yield return head;
        }
    }

    // Its own name, subject and form; else what is usually asked for so.
    private static IEnumerable<string> Nouns(Campaign campaign, Obligation obligation)
    {
        var own = new List<string>();
        if (obligation.Thing is { } thing)
            own.AddRange(Endings(Bare(thing)));
        else if (obligation.Subject != campaign.Subject)
            own.Add(Folded(obligation.Subject));
        if (campaign.Forms.FirstOrDefault(f => f.Id == obligation.Form) is { } form)
            own.Add(Folded(form.Name));
        return own.Count > 0 ? own : HandInWords.Shared[ObligationKind.Other];
    }

    // 重大事故隐患排查清单 is handed in as 隐患排查清单 and as 清单 too; what is no usual thing, by its whole name only.
    private static IEnumerable<string> Endings(string thing)
    {
        var usual = HandInWords.Shared[ObligationKind.Other].Where(word => thing.EndsWith(word, StringComparison.Ordinal)).Select(word => word.Length).DefaultIfEmpty(thing.Length).Min();
        for (var length = thing.Length; length >= usual; length--)
            yield return thing[^length..];
    }

    // “避险转移一张图” is named without its quotation marks too.
    private static string Bare(string thing) => Folded(thing).Trim('“', '”', '"', '《', '》', ' ');

    private static string Folded(string words) => SourceText.Fold(words).Text.ToString();
}

using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reading;

namespace Bot.Domain.GroupWords;

/// <summary>
/// Reads what somebody calls a thing that is owed: by its kind (图文, 总结, 统计表), how often (周报), its subject (沈阳行),
/// its day (6月20日, 周四, 上周). Compiled for the campaigns of a place.
/// </summary>
public sealed class TopicReader
{
    private static readonly Dictionary<string, string> Names = DataFile.Entries("dues.txt")
        .SelectMany(e => e.Words.Select(w => (Word: w, e.Name))).ToDictionary(w => w.Word, w => w.Name, StringComparer.Ordinal);

    private const string Aside = "aside";

    private static readonly string[] Alls = ["全部", "所有"];
    private static readonly WordTrie Trie = Compile();
    private static readonly List<string> Words = [.. Names.Keys, .. Alls];

    private readonly List<(ObligationKey Key, Obligation Obligation, Campaign Campaign)> obligations;
    private readonly List<(string Word, string Subject)> subjects;

    /// <summary>Compiles the campaigns' obligations.</summary>
    public TopicReader(IEnumerable<Campaign> campaigns)
    {
        ArgumentNullException.ThrowIfNull(campaigns);
        obligations = [.. campaigns.SelectMany(c => c.Obligations.Select(o => (new ObligationKey(c.Id, o.Id), o, c)))];
        subjects =
        [
            .. obligations.SelectMany(o => new[] { o.Obligation.Subject, o.Campaign.Subject }).Distinct(StringComparer.Ordinal)
                .SelectMany(s => Called(s).Select(word => (word, s))).OrderByDescending(s => s.word.Length),
        ];
    }

    /// <summary>
    /// What an argument names; null: something in it is no name of ours, or what it names is not asked for here. Nothing at all
    /// means everything.
    /// </summary>
    public DueTopic? Read(string text, DateTime saidAt)
    {
        var folded = SourceText.Fold(text).Text;
        var found = new Found();
        var days = new NamedDays(saidAt);
        for (var at = 0; at < folded.Length;)
        {
            if (TryRead(folded, at, days, found, out var end)) at = end;
            else if (folded[at] is ' ' or '的' or '、' or '，' or ',' or '和') at++;
            else return null;
        }

        return found.IsEmpty ? DueTopic.All : Topic(found);
    }

    /// <summary>Reads a name from a position of the folded text on.</summary>
    internal bool TryRead(ReadOnlySpan<char> text, int at, NamedDays days, Found found, out int end)
    {
        foreach (var (word, subject) in subjects)
        {
            end = at + word.Length;
            if (!text[at..].StartsWith(word, StringComparison.Ordinal)) continue;
            found.Subject = subject;
            return true;
        }

        var named = Trie.Longest(text, at, out end);
        if (named >= 0)
        {
            found.Everything |= named >= Names.Count;
            if (Names.GetValueOrDefault(Words[named]) is { } name && name != Aside) found.Kind ??= name;
            return true;
        }

        if (!days.TryRead(text, at, out var span, out end)) return false;
        found.Days = span;
        return true;
    }

    /// <summary>The obligations that fit what was found; null: none does.</summary>
    internal DueTopic? Topic(Found found)
    {
        if (found.Kind is null && found.Subject is null) return new DueTopic { Days = found.Days, Everything = found.Everything };
        var fitting = obligations.Where(o => found.Subject is null || o.Obligation.Subject == found.Subject).ToList();
        if (found.Kind is { } kind) fitting = OfKind(fitting, kind);
        return fitting.Count == 0 ? null : new DueTopic { Obligations = [.. fitting.Select(o => o.Key)], Days = found.Days, Everything = found.Everything };
    }

    private static List<(ObligationKey Key, Obligation Obligation, Campaign Campaign)> OfKind(
        List<(ObligationKey Key, Obligation Obligation, Campaign Campaign)> among, string kind)
    {
        var fitting = among.Where(o => IsCalled(o.Obligation, kind)).ToList();
        if (fitting.Count > 0) return fitting;

        // The plan may ask for a form with the progress, or for weekly material only.
        return kind switch
        {
            "statistics" => [.. among.Where(o => o.Obligation.Form is not null)],
            "weekly" or "monthly" or "daily" => [.. among.Where(o => o.Obligation.Kind == ObligationKind.Progress)],
            _ => [],
        };
    }

    private static bool IsCalled(Obligation obligation, string name) => name switch
    {
        "daily" => obligation.Schedule is Schedule.Daily,
        "weekly" => obligation.Schedule is Schedule.Weekly or Schedule.Biweekly || obligation is { Schedule: Schedule.Unspecified, Kind: ObligationKind.Material },
        "monthly" => obligation.Schedule is Schedule.Monthly,
        _ => string.Equals(obligation.Kind.ToString(), name, StringComparison.OrdinalIgnoreCase),
    };

    // 安全生产沈阳行 is called 沈阳行, too; 安全生产月 is 安全月.
    private static IEnumerable<string> Called(string subject)
    {
        const string Prefix = "安全生产";
        var folded = SourceText.Fold(subject).Text.ToString();
        yield return folded;
        if (!folded.StartsWith(Prefix, StringComparison.Ordinal)) yield break;
        if (folded.Length - Prefix.Length >= 2) yield return folded[Prefix.Length..];
        else yield return "安全" + folded[Prefix.Length..];
    }

    private static WordTrie Compile()
    {
        var trie = new WordTrie();
        foreach (var word in Names.Keys.Concat(Alls)) trie.Add(word);
        trie.Seal();
        return trie;
    }

    /// <summary>What was found so far.</summary>
    internal sealed class Found
    {
        public string? Kind { get; set; }

        public string? Subject { get; set; }

        public DaySpan? Days { get; set; }

        public bool Everything { get; set; }

        public bool IsEmpty => Kind is null && Subject is null && Days is null && !Everything;
    }
}

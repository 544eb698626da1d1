using System.Buffers;

namespace Bot.Domain.Reading;

/// <summary>Tells what took place from what is intended, cancelled, past or background (Data/status.txt).</summary>
internal sealed class Negations
{
    private const int AttributeReach = 10;
    private const int LongStory = 150;
    private const int SentenceReach = 2000; // as long as a sentence is read (Clauses)
    private static readonly SearchValues<char> Touching = SearchValues.Create("把将以对就从");
    private static readonly SearchValues<char> InKeeping = SearchValues.Create("按照据依执落遵符");
    private readonly WordTrie trie = new();
    private readonly List<Cue> cues = [];

    private Negations()
    {
        foreach (var entry in DataFile.Entries("status.txt"))
        {
            var cue = entry.Name switch
            {
                "plan" => Cue.Plan,
                "not" => Cue.Not,
                "instead" => Cue.Instead,
                "earlier" => Cue.Earlier,
                "background" => Cue.Background,
                "stock" => Cue.Stock,
                "aside" => Cue.Aside,
                "aim" => Cue.Aim,
                _ => Cue.Nothing,
            };
            foreach (var word in entry.Words)
            {
                if (trie.Add(word) == cues.Count)
                    cues.Add(cue);
                else if (cue != Cue.Aim)
                    cues[trie.Add(word)] = cue;
            }
        }

        trie.Seal();
    }

    private enum Cue
    {
        Nothing, Plan, Not, Instead, Earlier, Background, Stock, Aside, Aim,
    }

    /// <summary>All words of the data file.</summary>
    public static Negations Shared { get; } = new();

    /// <summary>Sets the status of every clause; the hits are needed on the way.</summary>
    public void Mark(SourceText source, List<Clause> clauses, List<WordHit> hits)
    {
        hits.Clear();
        trie.ScanLongest(source.Text, hits);
        var next = 0;
        var (sentence, standing) = (-1, ClauseStatus.Done);
        foreach (var clause in clauses)
        {
            if (clause.Sentence != sentence)
                (sentence, standing) = (clause.Sentence, ClauseStatus.Done);
            if (standing == ClauseStatus.Earlier && KindWords.Shared.Any("now", source.Text[clause.From..clause.To]))
                standing = ClauseStatus.Done;
            if (StockFacts.Is(source.Text, clause))
                standing = ClauseStatus.Background;
            var own = standing;
            for (; next < hits.Count && hits[next].From < clause.To; next++)
            {
                if (hits[next].From >= clause.From)
                    Apply(source.Text, cues[hits[next].Word], hits[next], clause, ref own, ref standing);
            }

            clause.Status = own == ClauseStatus.Background && Comes(source.Text, clause) ? ClauseStatus.Done : own;
        }

        SetQuestionsAside(source.Text, clauses);
        CancelBackwards(source, clauses);
        MarkSpeech(source.Text, clauses);
    }

    private static void Apply(ReadOnlySpan<char> text, Cue cue, WordHit hit, Clause clause, ref ClauseStatus own, ref ClauseStatus standing)
    {
        if (cue != Cue.Aim && IsInQuotes(text, hit, clause))
            return;
        switch (cue)
        {
            case Cue.Plan when !clause.Aim && !IsManner(text, hit, clause):
                own = standing = ClauseStatus.Planned;
                break;
            case Cue.Background when !clause.Aim && !Attends(text, hit):
                own = standing = standing == ClauseStatus.Planned ? standing : ClauseStatus.Background;
                break;
            case Cue.Stock when !clause.Aim && StockFacts.IsCounted(text, hit.To, clause):
                own = standing = standing == ClauseStatus.Planned ? standing : ClauseStatus.Background;
                break;
            case Cue.Not when own != ClauseStatus.Planned && !IsOfWhatFollows(text, hit, clause) && !IsAttribute(text, hit, clause) && !IsOfQuote(text, hit, clause):
                own = ClauseStatus.NotDone;
                break;
            case Cue.Aside when own == ClauseStatus.Done:
                own = ClauseStatus.Background;
                break;
            case Cue.Earlier when !IsMatter(text, hit, clause):
                own = ClauseStatus.Earlier;
                if ((hit.From == clause.From || clause.To - hit.To <= 1 && hit.From - clause.From <= 2) && own != standing)
                    standing = ClauseStatus.Earlier; // 近三年来，……; 去年6月，社区办了3场讲座，参与居民……: said of what follows
                break;
            case Cue.Instead when own is ClauseStatus.Planned or ClauseStatus.NotDone && hit.From == clause.From:
                own = standing = ClauseStatus.Done;
                break;
            case Cue.Aim when hit.From <= clause.From + 1:
                clause.Aim = true;
                break;
        }
    }

    // 按“四个能力”要求分头行动: how it was done.
    private static bool IsManner(ReadOnlySpan<char> text, WordHit hit, Clause clause) => text[hit.From..hit.To] is "要求"
        && text[clause.From..hit.From].IndexOfAny(InKeeping) >= 0;

    // 围绕“如果没有监护人会怎样”展开讨论: what is quoted tells nothing of the clause.
    private static bool IsInQuotes(ReadOnlySpan<char> text, WordHit hit, Clause clause)
    {
        var open = text[clause.From..hit.From].LastIndexOfAny('“', '”');
        return open >= 0 && text[clause.From + open] == '“' && text[hit.To..clause.To].IndexOf('”') >= 0;
    }

    // 一场没有领导讲稿的大家谈: what is denied only describes the noun behind 的.
    private static bool IsAttribute(ReadOnlySpan<char> text, WordHit hit, Clause clause)
    {
        if (text[hit.From] is not ('没' or '未' or '无') || hit.From == clause.From)
            return false;
        var behind = text[hit.To..Math.Min(clause.To, hit.To + AttributeReach)];
        var at = behind.IndexOf('的');
        return at >= 1 && hit.To + at + 2 < clause.To && !behind[..at].Contains("参加", StringComparison.Ordinal) && !behind[..at].Contains("到", StringComparison.Ordinal) && !behind[..at].Contains("来", StringComparison.Ordinal);
    }

    // 没有“一讲了之”：公司紧接着组织演练1场: what is denied is quoted, and the rest tells what was done instead.
    private static bool IsOfQuote(ReadOnlySpan<char> text, WordHit hit, Clause clause)
    {
        if (hit.To >= clause.To || text[hit.To] is not ('“' or '"'))
            return false;
        var close = text[(hit.To + 1)..clause.To].IndexOfAny('”', '"');
        var behind = hit.To + close + 2;
        return close >= 0 && behind < clause.To && text[behind] == ':';
    }

    // 把去年外省一处加油站闪爆的警示片放了一遍, 结合去年的事故: a year gone by in what the clause is about, not the clause's own.
    private static bool IsMatter(ReadOnlySpan<char> text, WordHit hit, Clause clause) => hit.From > clause.From
        && text[clause.From..hit.From].LastIndexOfAny(Touching) is >= 0 and var at && hit.From - clause.From - at <= 4;

    // 四十五名工人敞开了讲：有的说月台没防滑垫: what is denied behind the colon leaves the figure before it.
    private static bool IsOfWhatFollows(ReadOnlySpan<char> text, WordHit hit, Clause clause)
    {
        var colon = text[clause.From..hit.From].LastIndexOf(':');
        if (colon < 0)
            return false;
        var before = text.Slice(clause.From, colon);
        for (var at = 1; at < before.Length; at++)
        {
            if (before[at] is '人' or '名' or '位' or '场' or '次' or '户' or '家' && NumeralWords.Starts(before[at - 1]))
                return true;
        }

        return false;
    }

    // 公司现有职工310人，当天到场听讲的有58人: beside what there is, who came.
    private static bool Comes(ReadOnlySpan<char> text, Clause clause)
    {
        var words = text[clause.From..clause.To];
        return (words.Contains("当天", StringComparison.Ordinal) || words.Contains("当日", StringComparison.Ordinal) || words.Contains("现场", StringComparison.Ordinal) || words.Contains("此次", StringComparison.Ordinal) || words.Contains("本次", StringComparison.Ordinal))
            && (words.Contains("到场", StringComparison.Ordinal) || words.Contains("听讲", StringComparison.Ordinal) || words.Contains("参加", StringComparison.Ordinal) || words.Contains("参与", StringComparison.Ordinal) || words.Contains("参训", StringComparison.Ordinal));
    }

    // 据了解，公司共有一百六十四人参演: hearsay all the same tells what was done.
    private static bool Attends(ReadOnlySpan<char> text, WordHit hit)
    {
        if (text[hit.From] != '据')
            return false;
        var rest = text.Slice(hit.To, Math.Min(SentenceReach, text.Length - hit.To));
        if (rest.IndexOfAny("。!?\n") is >= 0 and var end)
            rest = rest[..end];
        return rest.Contains("参演", StringComparison.Ordinal) || rest.Contains("参加", StringComparison.Ordinal) || rest.Contains("参与", StringComparison.Ordinal) || rest.Contains("参训", StringComparison.Ordinal);
    }

    // 夜班为何只有1名巡检工？ what a long story asks tells nothing.
    private static void SetQuestionsAside(ReadOnlySpan<char> text, List<Clause> clauses)
    {
        if (text.Length < LongStory)
            return;
        foreach (var clause in clauses)
        {
            if (clause.Status == ClauseStatus.Done && clause.To < text.Length && text[clause.To] == '?')
                clause.Status = ClauseStatus.Background;
        }
    }

    // 演练1场，因雨取消: the reason in a clause of its own takes back the clause before.
    private static void CancelBackwards(SourceText source, List<Clause> clauses)
    {
        for (var i = 1; i < clauses.Count; i++)
        {
            var (before, clause) = (clauses[i - 1], clauses[i]);
            if (clause.Status == ClauseStatus.NotDone && before.Sentence == clause.Sentence && before.Status == ClauseStatus.Done
                && IsCancellation(source.Text[clause.From..clause.To]))
                before.Status = ClauseStatus.NotDone;
        }
    }

    private static bool IsCancellation(ReadOnlySpan<char> words)
    {
        foreach (var word in (ReadOnlySpan<string>)["取消", "推迟", "延期", "改期", "延后", "暂停", "暂缓", "未能", "作罢"])
        {
            if (words.Contains(word, StringComparison.Ordinal) && (words[0] is '因' or '由' or '受' || words.StartsWith(word, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    // “住了20年楼，头一回……”: speech is a quotation with a comma or a stop in it.
    private static void MarkSpeech(ReadOnlySpan<char> text, List<Clause> clauses)
    {
        var (open, index) = (-1, 0);
        for (int at = 0, next; at < text.Length && (next = text[at..].IndexOfAny('“', '”')) >= 0; at++)
        {
            at += next;
            if (text[at] == '“')
                open = at;
            if (text[at] != '”' || open < 0)
                continue;
            var inside = text[open..at];
            if (at - open > 6 && (inside.Contains('。') || (inside.Contains('，') && at - open > 10 && IsSaid(text, open))))
                Quote(clauses, open, at, ref index);
            open = -1;
        }
    }

    private static bool IsSaid(ReadOnlySpan<char> text, int open) =>
        open == 0 || text[open - 1] is ':' or '说' or '道' or '\n' or '，' or '。' || text[..open].EndsWith("表示");

    private static void Quote(List<Clause> clauses, int open, int close, ref int index)
    {
        for (; index < clauses.Count && clauses[index].From <= close; index++)
        {
            if (clauses[index].From >= open && clauses[index].From < close)
                clauses[index].Quoted = true;
        }
    }
}

using System.Buffers;

namespace Bot.Domain.Reading;

/// <summary>Finds names of units: those of the office, and words that by their ending show that they are such names.</summary>
internal sealed class UnitNames
{
    private const int LongestUnknown = 14;
    private const int LongestByEnding = 12;
    private const int ShortName = 8;
    private const int MostOfThem = 9;
    private static readonly string[] Endings = ["社区", "村委会", "居委会", "村", "公司", "街道", "学校", "驾校", "技校", "职校", "党校", "小学", "中学", "幼儿园", "医院", "工厂", "厂", "局", "所", "处", "办", "集团", "分公司", "中心", "学院", "大队", "支队", "中队", "车间", "矿", "店", "站", "场", "屯", "镇", "乡", "区", "县", "市", "科", "园区", "商会", "合作社", "物业", "项目部"];
    private static readonly string[] Shortened = ["社区", "村", "街道", "镇", "乡", "屯"]; // 白塔、桃仙都没活动
    private static readonly string[] Joins = ["、", "以及", "和", "与", "及", "跟"];
    private static readonly SearchValues<char> NoName = SearchValues.Create("我本各该几替将把不了没都就还要被让的一二三四五六七八九十0123456789");
    private readonly MarkedText text;
    private readonly ulong endings; // a bit for each that the message may hold
    private readonly KnownUnits known;
    private readonly IReadOnlyList<string> charged;
    private readonly string? own;
    private SentenceNames? sentences; // looked for in a round-up only

    public UnitNames(MarkedText text, ReadingContext context)
    {
        this.text = text;
        for (var i = 0; i < Endings.Length; i++)
            endings |= text.MayHold(Endings[i]) ? 1UL << i : 0;
        (charged, own) = (context.ReportsFor, context.Unit);
        known = KnownUnits.Of(context, Shorter);
    }

    /// <summary>Whether a name by its ending can be nothing else (白塔社区, not 收市 or 现场).</summary>
    public static bool IsPlain(string name) => Array.Exists(Endings, ending => (ending.Length > 1 || ending is "村" or "屯" or "镇" or "乡") && name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whether any name is known.</summary>
    public bool KnowsAny => known.Any;

    /// <summary>The unit named at a position, or the units named together (青松社区、红砖里社区各…); null: none.</summary>
    /// <param name="from">The position.</param>
    /// <param name="to">The end of the clause.</param>
    /// <param name="strict">Whether words that only may be a name are none.</param>
    public UnitName? At(int from, int to, bool strict)
    {
        if (AllAt(from, to) is { } all)
            return all;
        if (One(from, to, strict) is not { } first)
            return null;
        var (names, end, isKnown) = (new List<string>(), from, true);
        for (UnitName? next = first; next is { } one;)
        {
            if (strict && names.Count > 0 && one.Known != isKnown)
                break; // 白塔社区和消防站
            names.Add(one.Name);
            (end, isKnown) = (one.To, isKnown && one.Known);
            var join = JoinAt(end, to);
            if (join is null)
                break;
            next = One(end + join.Length, to, strict);
        }

        return new UnitName(names.Count == 1 ? names[0] : string.Join(UnitShares.Mark, names.Distinct(StringComparer.Ordinal)), from, end, isKnown);
    }

    /// <summary>
    /// Whether every line with a figure, the first left out, begins with a name and a blank, behind which it tells something:
    /// ◆百川涂料 应急演练1场.
    /// </summary>
    public bool BeginLines()
    {
        var begun = 0;
        for (var at = text.Source.Text.IndexOf('\n'); at >= 0 && at < text.Source.Length;)
        {
            var next = text.Source.Text[(at + 1)..].IndexOf('\n');
            var end = next < 0 ? text.Source.Length : at + 1 + next;
            var from = LineMarks.Behind(text.Source, at + 1, end);
            if (text.QuantitiesIn(from, end).Any())
            {
                var blank = text.Source.Text[from..end].IndexOf(' ');
                if (blank is < 2 or > ShortName || !IsName(text.Source.Text[from..(from + blank)]) || IsOwn(text.Source.Text[from..(from + blank)]) || !IsToldAt(from + blank + 1, end))
                    return false;
                begun++;
            }

            at = next < 0 ? -1 : end;
        }

        return begun >= 2;
    }

    // In a chain one line is the sender's own.
    private bool IsOwn(ReadOnlySpan<char> name) => own is not null && own.AsSpan().IndexOf(name) >= 0;

    private bool IsToldAt(int at, int to) => text.ConceptHits(at, to).Any(hit => hit.From - at <= ShortName) || text.RoleHits(at, to).Any(hit => hit.From == at);

    private string? JoinAt(int at, int to)
    {
        foreach (var word in Joins)
        {
            if (text.Source.Text[at..to].StartsWith(word, StringComparison.Ordinal))
                return word;
        }

        return null;
    }

    /// <summary>Whether the words right behind a name make a longer name of it: 桃仙社区小学.</summary>
    public bool IsLonger(int end)
    {
        var behind = text.Source.Text[end..];
        foreach (var ending in Endings)
        {
            if (ending.Length > 1 && ending is not ("村委会" or "居委会") && behind.StartsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // 两个社区 said by somebody with two.
    private UnitName? AllAt(int from, int to)
    {
        if (charged.Count is < 2 or > MostOfThem)
            return null;
        var words = text.Source.Text[from..to];
        foreach (var word in KindWords.Shared["all-units"])
        {
            if (words.StartsWith(word, StringComparison.Ordinal))
                return All(from, from + word.Length);
        }

        var at = words.StartsWith("这") ? 1 : 0;
        if (at >= words.Length || Count(words[at]) != charged.Count)
            return null;
        at += words[(at + 1)..].StartsWith("个") || words[(at + 1)..].StartsWith("家") ? 2 : 1;
        foreach (var word in (ReadOnlySpan<string>)["社区", "村", "单位", "公司", "企业", "街道", "屯"])
        {
            if (at < words.Length && words[at..].StartsWith(word, StringComparison.Ordinal))
                return All(from, from + at + word.Length);
        }

        return null;
    }

    private UnitName All(int from, int to) => new(string.Join(UnitShares.Mark, charged), from, to, Known: true);

    private static int Count(char c) => char.IsAsciiDigit(c) ? c - '0' : NumeralWords.Digit(c);

    // 人才公寓二标, 科创谷三期: a name with a numeral in it.
    private static bool IsNameBut(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (NoName.Contains(c) && NumeralWords.Digit(c) < 0 && c != '十')
                return false;
        }

        return true;
    }

    // 一小, 三幼, 二车间.
    private static bool IsNumbered(ReadOnlySpan<char> words) => words.Length is 2 or 3 && NumeralWords.Digit(words[0]) > 0
        && (words[1] is '小' or '中' or '幼' or '厂' or '矿' or '队' or '组' or '班' or '标' || words[1..] is "车间" or "分厂" or "工区" or "支队");

    private UnitName? One(int from, int to, bool strict)
    {
        var words = text.Source.Text[from..Math.Max(from, to)];
        if (words.Length > 1)
        {
            foreach (var (folded, name) in known.StartingWith(words[0]))
            {
                if (words.StartsWith(folded, StringComparison.Ordinal))
                    return new UnitName(name, from, from + folded.Length, Known: true);
            }
        }

        if (!strict && (sentences ??= SentenceNames.Of(text, (at, end) => IsName(text.Source.Text[at..end]) && !IsOwn(text.Source.Text[at..end]))).EndAt(from) is { } named)
            return new UnitName(text.Source.Words(from, named), from, named, Known: false);
        var colon = words.IndexOf(':') is >= 0 and var mark ? mark : words.IndexOf("--") is >= 0 and var dash ? dash : words.IndexOf('|');
        if (colon is >= 2 and <= LongestUnknown && (IsName(words[..colon]) || !strict && words[colon] != ':' && NumeralWords.Digit(words[0]) < 0 && IsNameBut(words[..colon])) && (!strict || EndsWithAny(words[..colon])) && !text.PieceHits(from, from + colon).Any(piece => piece.To - piece.From > 2))
            return new UnitName(text.Source.Words(from, from + colon), from, from + colon, Known: false);
        if (!strict && LineMarks.Before(text.Source, from) && text.Source[to] == ' ' && words.Length is >= 2 and <= 8 && (IsName(words) || IsNumbered(words)))
            return new UnitName(text.Source.Words(from, to), from, to, Known: false);
        if (!strict && LineMarks.Before(text.Source, from) && words.IndexOf(' ') is >= 2 and <= 8 and var blank && (IsName(words[..blank]) || IsNumbered(words[..blank])))
            return new UnitName(text.Source.Words(from, from + blank), from, from + blank, Known: false);
        var near = words[..Math.Min(words.Length, LongestByEnding)];
        for (var left = endings; left != 0; left &= left - 1)
        {
            var ending = Endings[System.Numerics.BitOperations.TrailingZeroCount(left)];
            var at = near.IndexOf(ending, StringComparison.Ordinal);
            if (at >= 1 && at + ending.Length > 2 && IsName(words[..(at + ending.Length)]) && EndsWithAny(words[..(at + ending.Length)]))
                return new UnitName(text.Source.Words(from, from + at + ending.Length), from, from + at + ending.Length, Known: false);
        }

        return null;
    }

    private static string? Shorter(string folded) =>
        Array.Find(Shortened, ending => folded.EndsWith(ending, StringComparison.Ordinal)) is { } ending && folded.Length - ending.Length >= 2 ? folded[..^ending.Length] : null;

    private static bool EndsWithAny(ReadOnlySpan<char> name)
    {
        foreach (var ending in Endings)
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // A name is letters only, without a word for an activity, a thing or a verb in it.
    private bool IsName(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('(' or ')'))
                return false;
        }

        return text.Vocabulary.Concepts.Find(words).Count == 0 && Lexicon.Shared.Find(words).Count(hit => hit.To - hit.From > 1) <= 1
            && !words.ContainsAny(NoName);
    }
}

/// <summary>A unit named in a message, or several together (folded positions).</summary>
/// <param name="Name">The office's name for it, of an unknown one the words; several are parted by <see cref="UnitShares.Mark"/>.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends, exclusive.</param>
/// <param name="Known">Whether the office knows it.</param>
internal readonly record struct UnitName(string Name, int From, int To, bool Known)
{
    /// <summary>The names, one by one.</summary>
    public string[] Each => Name.Split(UnitShares.Mark);
}

namespace Bot.Domain.Reading;

/// <summary>Tells what a message is meant as: first by its words, then by what was found in it.</summary>
internal sealed class Kinds(MarkedText text)
{
    private const int OpeningLength = 30;
    private const int LongestChange = 120;
    private const int PraiseReach = 9;
    private const int MobileLength = 11;
    private const int DeniedReach = 64; // a figure with its measure word is no longer
    private ulong said; // of the words for kinds the lines any word of which is spoken

    /// <summary>The kind the words alone speak for; null: what is found decides.</summary>
    public ReadingKind? ByWords()
    {
        var words = text.Source.Text.Trim().TrimStart(" ，,。!:~"); // what a salutation leaves
        if (words.IsEmpty)
            return ReadingKind.Other;
        var spoken = Spoken().TrimStart(" ，");
        said = KindWords.Shared.LinesIn(spoken);
        if (Asks(words))
            return ReadingKind.Query;
        if (KindWords.Shared.Any("retraction", text.Source.Length <= LongestChange ? spoken : Opening(spoken)) && !Says("anew"))
            return ReadingKind.Retraction;
        if (IsQuery(words, spoken))
            return ReadingKind.Query;
        if (IsCorrection(spoken))
            return ReadingKind.Correction;
        if (IsRegistration(spoken))
            return ReadingKind.Registration;
        return IsOther(words, spoken) ? ReadingKind.Other : null;
    }

    /// <summary>Whether it is a zero report, once nothing was found to report.</summary>
    public bool IsNil() => KindWords.Shared.Any("nil", Spoken()) || EndsWithNone();

    // …活动情况：无。
    private bool EndsWithNone()
    {
        var words = text.Source.Text.TrimEnd(" 。!\n");
        return words.Length > 4 && words[^1] == '无' && words[..^1].TrimEnd() is [.., ':' or ',' or '，' or '-' or '报' or '况' or '均' or '为' or '皆' or '暂'];
    }

    // The text without quoted speech: questions asked in a news story are none.
    private ReadOnlySpan<char> Spoken()
    {
        if (!text.Clauses.Exists(static clause => clause.Quoted))
            return text.Source.Text;
        var (kept, length) = (new char[text.Source.Length + text.Clauses.Count], 0);
        foreach (var clause in text.Clauses)
        {
            if (clause.Quoted)
                continue;
            if (length > 0)
                kept[length++] = '，';
            text.Source.Text[clause.From..clause.To].CopyTo(kept.AsSpan(length));
            length += clause.To - clause.From;
        }

        return kept.AsSpan(0, length);
    }

    private static ReadOnlySpan<char> Opening(ReadOnlySpan<char> spoken) => spoken[..Math.Min(spoken.Length, OpeningLength)];

    private static ReadOnlySpan<char> FirstSentence(ReadOnlySpan<char> words) => words.IndexOf('。') is > 0 and var stop ? words[..stop] : words;

    // Of the words for a kind, those that are spoken at all.
    private bool Says(string name) => KindWords.Shared.IsAmong(said, name);

    // 算人头还是算次数啊？我按啥往里填: a short text with a question in it that tells no deeds.
    private bool Asks(ReadOnlySpan<char> words)
    {
        if (text.Source.Length > LongestChange)
            return false;
        for (var at = words.IndexOf('?'); at >= 0; at = words[(at + 1)..].IndexOf('?') is >= 0 and var next ? at + 1 + next : -1)
        {
            var from = words[..at].LastIndexOfAny("。;!\n?") + 1;
            if (words[from..at].IndexOf('“') < 0 && words[..at].LastIndexOf('“') <= words[..at].LastIndexOf('”') && KindWords.Shared.Any("asking", words[from..at]))
                return true;
        }

        return words.TrimEnd(" ~。!").EndsWith('?') && words.IndexOf('“') < 0;
    }

    private bool IsCorrection(ReadOnlySpan<char> spoken)
    {
        if (text.MayHold("不是") && text.Quantities.Exists(IsDenied) || text.Quantities.Exists(IsChangedTo))
            return true;
        if (!Says("correction"))
            return false;
        // In a long story 有误, 不对, 纠正 are said of other things; a correction says so at once, or is short.
        return text.Source.Length <= LongestChange || KindWords.Shared.Any("correction", Opening(spoken));
    }

    // 改为3场, 由120册改为210册: a figure put in another's place, near the beginning.
    private bool IsChangedTo(Quantity quantity)
    {
        if (quantity.From > 3 * OpeningLength || text.ClauseAt(quantity.From).Status != ClauseStatus.Done)
            return false;
        var before = text.Source.Text[..quantity.From].TrimEnd(" :");
        return KindWords.Shared.Ends("changed-to", before);
    }

    // 是2期不是1期.
    private bool IsDenied(Quantity quantity) => text.Source.Text[..quantity.From].EndsWith("不是")
        && text.QuantitiesIn(quantity.From - DeniedReach, quantity.To + DeniedReach).Any(other => other != quantity && other.Measure == quantity.Measure && (other.To <= quantity.From ? quantity.From - other.To : other.From - quantity.To) <= 8);

    private bool IsQuery(ReadOnlySpan<char> words, ReadOnlySpan<char> spoken)
    {
        if (words.Length <= 8 && KindWords.Shared.Starts("query-short", words.TrimStart("@/#")))
            return true;
        if (Says("query") && (text.Source.Length <= 140 || !text.Source.Text[..(2 * OpeningLength)].Contains('“') && KindWords.Shared.Any("query", Opening(spoken))))
            return true;
        var end = words.TrimEnd(" @~。!").TrimEnd(')');
        var asks = end.EndsWith('?') || end.EndsWith("吗", StringComparison.Ordinal) || end.EndsWith("呢", StringComparison.Ordinal);
        return asks && text.Source.Length <= 200;
    }

    private bool IsRegistration(ReadOnlySpan<char> spoken)
    {
        if (!Says("registration") || !(Says("contact") || HasNumber(spoken)))
            return false;
        var figures = text.Quantities.Count(quantity => quantity.Class is MeasureClass.Session or MeasureClass.People && quantity.Value > 2);
        return figures == 0 && FormBlanks.Find(text.Source.Text).Count == 0 && !Says("instruct");
    }

    // A mobile number, masked or not: 138****0000.
    private static bool HasNumber(ReadOnlySpan<char> spoken)
    {
        var run = 0;
        foreach (var c in spoken)
        {
            run = char.IsAsciiDigit(c) || (c == '*' && run > 0) ? run + 1 : 0;
            if (run >= MobileLength)
                return true;
        }

        return false;
    }

    private bool IsOther(ReadOnlySpan<char> words, ReadOnlySpan<char> spoken)
    {
        var start = words.TrimStart("#*- ");
        if (IsAcknowledgement(start))
            return true;
        if (Says("praise") || IsPraise(spoken) || Says("reporting"))
            return true;
        var instructs = Says("instruct");
        if (instructs && IsTally())
            return true;
        if (start.StartsWith("[") && start[..Math.Min(start.Length, PraiseReach)].Contains("表扬", StringComparison.Ordinal))
            return true;
        if (instructs && start.StartsWith("[") && Says("everybody") && KindWords.Shared.Any("bulletin", start[..Math.Min(start.Length, OpeningLength)]))
            return true;
        if (KindWords.Shared.Starts("other-start", start))
            return instructs || !OwnDeeds() || IsForwarded(spoken) || start.StartsWith("转") || start.StartsWith("[转") || start.StartsWith("[通知");
        return instructs && !OwnDeeds() || IsForwarded(FirstSentence(Opening(spoken)));
    }

    // 据市气象台消息, not 根据市、区部署.
    private bool IsForwarded(ReadOnlySpan<char> words)
    {
        if (!Says("forward"))
            return false;
        foreach (var word in KindWords.Shared["forward"])
        {
            for (var (from, next) = (0, 0); (next = words[from..].IndexOf(word)) >= 0; from += next + 1)
            {
                if (from + next == 0 || words[from + next - 1] is not ('根' or '依' or '数'))
                    return true;
            }
        }

        return false;
    }

    // 已有19家单位报送，还差5家: how many have reported, told by an office.
    private bool IsTally() => text.Quantities.Exists(quantity => quantity.Measure is "家" or "个" && text.ClauseAt(quantity.From) is var clause
        && KindWords.Shared.Any("tally", text.Source.Text[clause.From..clause.To]));

    // 为上河湾村点赞, 值得各村学习: somebody else's deeds are praised.
    private static bool IsPraise(ReadOnlySpan<char> spoken) =>
        Follows(spoken, "值得", "学习") || Follows(spoken, "值得", "借鉴") || Follows(spoken, "为", "点赞") || Follows(spoken, "给", "点赞")
        || Follows(spoken, "为", "点个赞") || Follows(spoken, "给", "点个赞");

    private static bool Follows(ReadOnlySpan<char> words, string first, string second)
    {
        for (var at = words.IndexOf(second); at >= 0;)
        {
            if (words[Math.Max(0, at - PraiseReach)..at].IndexOf(first) is >= 0 and var begin && words[Math.Max(0, at - PraiseReach)..at][begin..].IndexOfAny("，。") < 0)
                return true;
            var next = words[(at + 1)..].IndexOf(second);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    // 收到, 好的，马上落实: but not 收到职工反映问题5项.
    private static bool IsAcknowledgement(ReadOnlySpan<char> words)
    {
        foreach (var word in KindWords.Shared["acknowledge"])
        {
            if (words.StartsWith(word, StringComparison.Ordinal) && (words.Length == word.Length || !char.IsLetterOrDigit(words[word.Length])))
                return true;
        }

        return false;
    }

    // Something done is told, whatever is asked for besides.
    private bool OwnDeeds() => Deeds(MeasureClass.Session, MeasureClass.People) > 0 || Deeds(MeasureClass.Thing, MeasureClass.Thing) > 2;

    private int Deeds(MeasureClass one, MeasureClass other) => text.Clauses.Count(clause => clause.Status == ClauseStatus.Done
        && text.QuantitiesIn(clause.From, clause.To).Any(q => q.Class == one || q.Class == other)
        && (text.ConceptHits(clause.From, clause.To).Any() || text.PieceHits(clause.From, clause.To).Any() || text.RolesIn(clause.From, clause.To).HasFlag(Role.Attend))
        && !KindWords.Shared.Any("instruct", text.Source.Text[clause.From..clause.To]));
}

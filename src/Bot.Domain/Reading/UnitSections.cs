namespace Bot.Domain.Reading;

/// <summary>
/// Which unit each part of a message speaks of: a round-up's parts (白塔社区：…；桃仙社区：…), and those of somebody who
/// reports for several units (白塔社区演练1场；桃仙社区零报告). A report of one's own has one part.
/// </summary>
internal sealed class UnitSections
{
    private readonly List<(int From, string? Unit)> parts = [(0, null)];

    /// <summary>The units of which the message says that there was nothing to report, each once.</summary>
    public List<string> Nil { get; } = [];

    /// <summary>The unit spoken of at a position; null: the sender's own.</summary>
    public string? At(int at)
    {
        var (low, high) = (0, parts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (parts[middle].From <= at)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : parts[low - 1].Unit;
    }

    /// <summary>Finds the parts: at least two that begin with different units' names, in a list or parted by stops.</summary>
    public static UnitSections Of(MarkedText text, ReadingContext context)
    {
        var sections = new UnitSections();
        var names = new UnitNames(text, context);
        var finder = new Finder(text, context, names, new UnitSubjects(text, names));
        var found = finder.Find();
        if (!finder.Counts(found))
            return sections;
        foreach (var (from, name) in found)
        {
            sections.parts.Add((Math.Max(from, sections.parts[^1].From), name.Name));
            if (text.QuantitiesIn(name.From, name.To).Any())
                text.Quantities.RemoveAll(quantity => quantity.From >= name.From && quantity.To <= name.To); // 两个社区
        }

        sections.Nil.AddRange(finder.Nil(found));
        return sections;
    }

    private const int RoundupReach = 60;

    private sealed class Finder(MarkedText text, ReadingContext context, UnitNames names, UnitSubjects subjects)
    {
        private readonly bool said = KindWords.Shared.Any("roundup", text.Source.Text[..Math.Min(text.Source.Length, RoundupReach)]) || IsDashed(text) || names.BeginLines(); // else only names that show what they are
        private readonly bool several = context.ReportsFor.Count > 1;

        // 榆林湾——进企业3场 in line after line.
        private static bool IsDashed(MarkedText text)
        {
            var lines = 0;
            var words = text.Source.Text;
            foreach (var line in words.Split('\n'))
            {
                var (from, to) = (line.Start.GetOffset(words.Length), line.End.GetOffset(words.Length));
                lines += words[from..to].IndexOf("--") is >= 2 and <= 10 and var dash && !text.ConceptHits(from, from + dash).Any() && !text.PieceHits(from, from + dash).Any() ? 1 : 0; // 灭火器实操——1场 names no unit
            }

            return lines >= 2;
        }

        public List<(int From, UnitName Name)> Find()
        {
            var found = new List<(int From, UnitName Name)>();
            foreach (var clause in text.Clauses)
            {
                if (clause.Quoted || clause.Depth > 0 && !IsLabel(clause))
                    continue;
                if (Sum(clause, found) is { } sum)
                    found.Add((clause.From, sum));
                FindIn(clause, found);
            }

            return found;
        }

        private void FindIn(Clause clause, List<(int From, UnitName Name)> found)
        {
            var first = First(clause);
            var (behind, begun) = (clause.From, found.Count);
            foreach (var at in first)
                Consider(at);
            for (var at = clause.From; at + 1 < clause.To; at++)
            {
                if (text.Source[at] is '、' or ':' || text.Source[at] is '.' or ')' or ' ' && at > clause.From && IsMark(text.Source[at - 1]))
                    Consider(LineMarks.Behind(text.Source, at + 1, clause.To)); // between enumeration marks a part begins
            }

            void Consider(int from)
            {
                if (from >= clause.To || from < behind || names.At(from, clause.To, !said) is not { } name)
                    return;
                if (IsMeant(name, clause))
                    found.Add((first.Contains(from) ? clause.From : from, name));
                if (IsSeveral(name) || IsAmong(found, begun, name))
                    behind = name.To;
            }
        }

        private static bool IsSeveral(UnitName name) => name.Name.Contains(UnitShares.Mark, StringComparison.Ordinal);

        private static bool IsAmong(List<(int From, UnitName Name)> found, int from, UnitName name)
        {
            for (var i = from; i < found.Count; i++)
            {
                if (found[i].Name == name)
                    return true;
            }

            return false;
        }

        // (白塔社区)演练1场: a name in brackets that a line begins with.
        private bool IsLabel(Clause clause) => clause.Depth == 1 && clause.From > 0 && text.Source[clause.From - 1] == '(' && (clause.From == 1 || text.Source[clause.From - 2] == '\n')
            && names.At(clause.From, clause.To, strict: true) is { } name && name.To == clause.To;

        // 合计2场112人: said of all that were told before, where it is their sum. 演练2场，共计80人 is one unit's.
        private UnitName? Sum(Clause clause, List<(int From, UnitName Name)> found)
        {
            if (found.Count == 0 || !KindWords.Shared.Starts("unit-total", text.Source.Text[clause.From..clause.To]))
                return null;
            var units = found.SelectMany(part => part.Name.Each).Distinct(StringComparer.Ordinal).ToList();
            return units.Count > 1 && text.QuantitiesIn(clause.From, clause.To).Any(quantity => quantity.Value == SumOf(quantity.Class, found[0].Name.To, clause.From))
                ? new UnitName(string.Join(UnitShares.Mark, units), clause.From, clause.From, found.TrueForAll(part => part.Name.Known)) : null;
        }

        private decimal SumOf(MeasureClass figures, int from, int to) => figures is MeasureClass.Session or MeasureClass.People
            ? text.QuantitiesIn(from, to).Where(quantity => quantity.Class == figures).Sum(quantity => quantity.Value) : -1;

        // Where a clause begins: behind a number, before one of the office's names behind the day too.
        private int[] First(Clause clause)
        {
            var mark = LineMarks.Behind(text.Source, clause.From, clause.To);
            return names.KnowsAny ? [.. new[] { mark, subjects.PastLead(clause.From, clause.To), subjects.PastLead(mark, clause.To) }.Distinct().Order()] : [mark];
        }

        public bool Counts(List<(int From, UnitName Name)> found)
        {
            // Who reports for several units speaks of those they name; without a word that says so, anybody else of others only.
            if (several && found.TrueForAll(part => part.Name.Known))
                return Listed(found) > 0;
            var own = !said && found.Exists(part => IsOwn(part.Name.Name, context.Unit));
            if (own && !found.TrueForAll(part => part.Name.Known && (part.Name.Each.Length == 1 || IsDivided(part.Name))) || context.Unit is null && !said)
                return false;
            return found.SelectMany(part => part.Name.Each).Distinct(StringComparer.Ordinal).Count() >= 2 && Listed(found) >= 2;
        }

        // Of every unit that there was nothing, as far as its part says so.
        public IEnumerable<string> Nil(List<(int From, UnitName Name)> found) => found
            .Where((part, i) => !text.QuantitiesIn(part.Name.To, EndOf(found, i)).Any(IsFigure) && subjects.IsNil(part.Name.To, EndOf(found, i)))
            .SelectMany(part => part.Name.Each).Distinct(StringComparer.Ordinal);

        private bool IsMeant(UnitName name, Clause clause)
        {
            if (KindWords.Shared.Any("roundup", name.Name))
                return false;
            if (text.Source[name.To] is '来' or '到' or '赴')
                return false; // 派出所来校: a guest
            if (said && !several)
                return UnitNames.IsPlain(name.Each[^1]) && LineMarks.Before(text.Source, name.From) || IsFollowed(name.To, clause.To, name.Known);
            var opens = Opens(clause, name.From);
            if (name.Known)
                return (opens || several) && subjects.Speaks(name, clause, opens);
            return said ? UnitNames.IsPlain(name.Each[^1]) && LineMarks.Before(text.Source, name.From) || IsFollowed(name.To, clause.To, known: false) : opens && (text.Source[name.To] is ':' or '|' || text.Source[name.To] == '-' && text.Source[name.To + 1] == '-'
                || (IsSeveral(name) || name.From > 0 && text.Source[name.From - 1] is '\n' or ';' or ':') && UnitNames.IsPlain(name.Each[^1]) && IsFollowed(name.To, clause.To, known: false));
        }

        // Behind the name its report begins: a colon, an activity, a thing, a verb, a day. Behind the name of one of the office's
        // units the activity may have words of its own before it (应急疏散演练).
        private bool IsFollowed(int at, int to, bool known) => at >= to || text.Source[at] is ':' or ' ' or '-' or '|'
            || text.ConceptHits(at, Math.Min(to, at + 12)).Any(hit => known || hit.From == at) || text.RoleHits(at, Math.Min(to, at + 8)).Any(hit => hit.From == at)
            || text.DatesIn(at, int.MaxValue).FirstOrDefault()?.From == at || (said && text.Source[at] is '把' or '说' or '也' or '又' or '还' or '共' or '已' or '因' or '今' or '昨' or '这' or '上' or '本' or '主' or '一' or '由' or '带');

        // A name that opens a sentence, behind no more than the day or a greeting, or what stands behind a colon or a number.
        private bool Opens(Clause clause, int from)
        {
            if (from > clause.From && (text.Source[from - 1] == ':' || IsMark(text.Source[Math.Max(0, from - 2)])))
                return true;
            return First(clause).Contains(from) && IsFirst(clause);
        }

        private bool IsFirst(Clause clause)
        {
            for (var i = clause.Index - 1; i >= 0 && text.Clauses[i].Sentence == clause.Sentence; i--)
            {
                var before = text.Clauses[i];
                if (!several || text.QuantitiesIn(before.From, before.To).Any() || text.ConceptHits(before.From, before.To).Any())
                    return false;
            }

            return true;
        }

        private bool IsDivided(UnitName name) => text.HasAny(name.To, text.ClauseAt(name.From).To, "各", "均", "分别", "都", "每");

        private static bool IsOwn(string name, string? own) => own is null || own.Contains(name, StringComparison.Ordinal) || name.Contains(own, StringComparison.Ordinal);

        // How many units something is told of.
        private int Listed(List<(int From, UnitName Name)> found)
        {
            var listed = 0;
            for (var i = 0; i < found.Count; i++)
            {
                if (text.QuantitiesIn(found[i].Name.To, EndOf(found, i)).Any() || several && subjects.IsNil(found[i].Name.To, EndOf(found, i)))
                    listed += found[i].Name.Each.Length;
            }

            return listed;
        }

        private int EndOf(List<(int From, UnitName Name)> found, int at) => at + 1 < found.Count ? found[at + 1].From : text.Source.Length;

        // 附照片3张 is none.
        private bool IsFigure(Quantity quantity) => quantity.Class is MeasureClass.Session or MeasureClass.People or MeasureClass.Thing && quantity.Value != 0
            && !text.RolesIn(text.ClauseAt(quantity.From).From, text.ClauseAt(quantity.From).To).HasFlag(Role.Attached);
    }

    private static bool IsMark(char c) => char.IsAsciiDigit(c) || c is >= '①' and <= '⑳';
}

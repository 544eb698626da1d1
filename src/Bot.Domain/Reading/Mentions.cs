using System.Buffers;

namespace Bot.Domain.Reading;

/// <summary>Finds the activities a clause names and the group of blanks each belongs to.</summary>
internal sealed class Mentions(MarkedText text)
{
    private const int SentenceReach = 80;
    private readonly List<ConceptHit> concepts = [];
    private readonly List<PieceHit> pieces = [];
    private static readonly SearchValues<char> Joining = SearchValues.Create("、和及并暨与");

    /// <summary>The activities of a clause, in the order of the text.</summary>
    public List<Mention> In(Clause clause)
    {
        concepts.Clear();
        foreach (var hit in text.ConceptHits(clause.From, clause.To))
        {
            if (!hit.Concept.IsThing)
                concepts.Add(hit);
        }

        pieces.Clear();
        foreach (var hit in text.PieceHits(clause.From, clause.To))
            pieces.Add(hit);
        return concepts.Count + pieces.Count == 0 ? [] : Found(clause);
    }

    private List<Mention> Found(Clause clause)
    {
        var found = new List<Mention>();
        concepts.RemoveAll(hit => IsCovered(hit, pieces) || IsMade(hit, clause));
        Prefer(concepts, clause);
        foreach (var hit in concepts)
        {
            if (Best(hit, hit.Concept, clause, pieces) is { } group)
                Add(found, clause, group, hit.From, hit.To, hit.Concept);
        }

        AddPieces(found, clause, pieces);
        found.Sort(static (a, b) => a.To != b.To ? a.To.CompareTo(b.To) : a.From.CompareTo(b.From));
        return found;
    }

    // 居民自拍警示片, 制作宣传片3部: made, not watched.
    private bool IsMade(ConceptHit hit, Clause clause) => !hit.Paired && !hit.Concept.Generic
        && (text.ConceptHits(Math.Max(clause.From, hit.From - 16), hit.To).Any(other => other.Concept.IsThing && other.Paired && other.To == hit.To && other.From < hit.From
            && text.RolesIn(other.From, hit.From).HasFlag(Role.Make)) || IsMadeBeside(hit, clause));

    private bool IsMadeBeside(ConceptHit hit, Clause clause) => text.RoleHits(Math.Max(clause.From, hit.From - 6), hit.From).Any(role => role.Roles.HasFlag(Role.Make) && role.To >= hit.From - 2
        && (!role.Roles.HasFlag(Role.Do) || hit.Concept.Name == "观影")); // 做了消防演练: held

    // 集中学习观看《…》: the form's longer words say more than the plain 集中学习 in them.
    private static bool IsCovered(ConceptHit hit, List<PieceHit> pieces) => pieces.Count > 0
        && pieces.Exists(piece => piece.From <= hit.From && hit.To <= piece.To && piece.To - piece.From >= hit.To - hit.From + 2
            && piece.Group.IsActivity && !pieces.Exists(same => same.From == piece.From && same.To == piece.To && same.Group.Activities.Any(hit.Concept.Is)) && !piece.Group.Activities.Any(activity => hit.Concept.Is(activity) || activity.Is(hit.Concept)));

    // 走进学校宣讲 is 进学校, wherever the form has it; a kind of an activity is not the activity besides.
    private void Prefer(List<ConceptHit> concepts, Clause clause)
    {
        if (concepts.Count == 0)
            return;
        var replacing = concepts.Exists(hit => hit.Concept.Replaces && text.Vocabulary.GroupsOf(hit.Concept).Count > 0) || ReplacedBefore(clause);
        if (replacing)
            concepts.RemoveAll(hit => !hit.Concept.Replaces && !hit.Concept.OnlyCounted && !HasOwnFigure(hit, concepts, clause));
        concepts.RemoveAll(hit => hit.Concept.Generic && concepts.Exists(other => !other.Concept.Generic && IsBeside(other, hit)));
        concepts.RemoveAll(hit => concepts.Exists(other => other.Concept != hit.Concept && other.Concept.Is(hit.Concept) && !hit.Concept.Is(other.Concept)
            && !text.QuantitiesIn(Math.Min(hit.To, other.To), Math.Max(hit.From, other.From)).Any(q => q.Class == MeasureClass.Session)));
    }

    // “以案普法”专题学习: two words for one activity.
    private bool IsBeside(ConceptHit other, ConceptHit hit) =>
        other.To <= hit.From && hit.From - other.To <= 3 && text.Source.Text[other.To..hit.From].IndexOfAny(Joining) < 0;

    // An activity with a number of its own beside 走进… is one of its own, unless nothing else carries the number.
    private bool HasOwnFigure(ConceptHit hit, List<ConceptHit> concepts, Clause clause) =>
        clause.Depth > 0 || (concepts.Exists(other => other.Concept.Replaces && text.QuantitiesIn(other.From, hit.From).Any(q => q.Class == MeasureClass.Session)));

    private bool ReplacedBefore(Clause clause)
    {
        for (var i = clause.Index - 1; i >= 0 && i >= clause.Index - 2 && text.Clauses[i].Sentence == clause.Sentence; i--)
        {
            var before = text.Clauses[i];
            if (text.QuantitiesIn(before.From, before.To).Any(q => q.Class is MeasureClass.Session or MeasureClass.People))
                return false;
            if (text.ConceptHits(before.From, before.To).Any(hit => hit.Concept.Replaces && text.Vocabulary.GroupsOf(hit.Concept).Count > 0))
                return true;
        }

        return false;
    }

    // The group whose words are said most; with nothing to tell them apart the earlier one. Groups whose proper name is
    // missing are left out; then the wider activity's blank is taken, if there is one.
    private SlotGroup? Best(ConceptHit hit, Concept activity, Clause clause, List<PieceHit> pieces, int steps = 0)
    {
        SlotGroup? best = null;
        var most = -1;
        foreach (var group in text.Vocabulary.GroupsOf(activity))
        {
            if (IsUnnamed(group, activity, hit, clause) || IsOtherMeasure(group, activity, hit, clause))
                continue;
            var named = IsNamed(group, hit, clause) ? 4 : 0;
            var covered = named;
            foreach (var piece in pieces)
                covered += piece.Group == group ? piece.To - piece.From : 0;
            covered += BesideIn(group, hit, clause) + (group.Sessions is not null && IsHeld(hit, clause) ? 1 : 0);
            if (covered > most)
                (best, most) = (group, covered);
        }

        return best is not null || activity.Wider is null || steps > 3 ? best : Best(hit, activity.Wider, clause, pieces, steps + 1);
    }

    // 自行演练1次: of a group that asks how often.
    private bool IsHeld(ConceptHit hit, Clause clause) => text.QuantitiesIn(hit.To, clause.To).FirstOrDefault() is { Class: MeasureClass.Session } held && held.Number.Core - hit.To <= 2;

    // 焊工培训, where the form has training of 电焊工等危险作业人员 beside other training: the word right before is the group's own.
    private int BesideIn(SlotGroup group, ConceptHit hit, Clause clause)
    {
        if (hit.Paired || hit.From - clause.From < 2)
            return 0;
        var before = text.Source.Text[(hit.From - 2)..hit.From];
        return char.IsLetter(before[0]) && char.IsLetter(before[1]) && !StopWords.Shared.Words.Contains(before.ToString()) && group.Head.AsSpan().Contains(before, StringComparison.Ordinal) ? 2 : 0;
    }

    // 大屏幕播放警示片2场: held, where the form counts showings in 次 and held ones in 场.
    private bool IsOtherMeasure(SlotGroup group, Concept activity, ConceptHit hit, Clause clause) => activity.Wider is { } wider && group.Attendance is null
        && text.QuantitiesIn(hit.To, clause.To).FirstOrDefault() is { Class: MeasureClass.Session, Measure: "场" or "场次" } held && !group.Slots.Exists(slot => slot.Measures.Contains(held.Measure, StringComparer.Ordinal))
        && text.Vocabulary.GroupsOf(wider).Any(other => other.Sessions is { } sessions && sessions.Measures.Contains("场", StringComparer.Ordinal) && other.Attendance is not null);

    private bool IsUnnamed(SlotGroup group, Concept activity, ConceptHit hit, Clause clause) =>
        group.Named.Count > 0 && group.Named.Any(activity.Is) && !IsNamed(group, hit, clause);

    private bool IsNamed(SlotGroup group, ConceptHit hit, Clause clause)
    {
        foreach (var name in group.Names)
        {
            if (Names(name, hit, clause))
                return true;
        }

        return false;
    }

    // Whether a proper name of the group (or the beginning of it) is said near the activity, not as somebody's theme.
    private bool Names(string name, ConceptHit hit, Clause clause)
    {
        var from = Math.Max(SentenceStart(clause, hit.From - SentenceReach), hit.From - SentenceReach);
        var to = Math.Min(clause.To, hit.To + 12);
        var window = text.Source.Text[from..to];
        for (var length = Math.Min(name.Length, 6); length >= Math.Min(name.Length, 2); length--)
        {
            var at = window.IndexOf(name.AsSpan(0, length), StringComparison.Ordinal);
            if (at < 0 && length >= 4)
                at = window.IndexOf(name.AsSpan(name.Length - length), StringComparison.Ordinal);
            if (at < 0)
                continue;
            var behind = window[(at + length)..];
            return behind[..Math.Min(behind.Length, 8)].IndexOf("主题", StringComparison.Ordinal) < 0;
        }

        return false;
    }

    private int SentenceStart(Clause clause, int reach)
    {
        var first = clause.Index;
        while (first > 0 && text.Clauses[first - 1].Sentence == clause.Sentence && text.Clauses[first].From > reach)
            first--;
        return text.Clauses[first].From;
    }

    // A long enough piece of a form's phrase names its activity by itself.
    private void AddPieces(List<Mention> found, Clause clause, List<PieceHit> pieces)
    {
        foreach (var piece in pieces)
        {
            if (!piece.Group.IsActivity || !SpeaksAlone(piece) || found.Exists(known => known.Group == piece.Group && known.From - 8 < piece.To && piece.From - 8 < known.To))
                continue;
            var rival = found.Exists(known => known.From < piece.To && piece.From < known.To);
            if (!rival && piece.To - piece.From >= (IsWhole(piece) ? 2 : 4) && !text.HasAny(Math.Max(0, clause.From - 8), clause.To, "主题") && pieces.FindIndex(other => other.From == piece.From && other.To == piece.To) is var first && pieces[first] == piece)
                Add(found, clause, piece.Group, piece.From, piece.To, concept: null);
        }
    }

    // Where the activity has a common name too, only the beginning of its proper name does without it.
    private bool SpeaksAlone(PieceHit piece) => piece.Group.Activities.Count == 0 || piece.Group.ByRow
        || IsWhole(piece)
        || piece.Group.Names.Exists(name => name.AsSpan().Contains(text.Source.Text[piece.From..piece.To], StringComparison.Ordinal));

    // A whole part of the phrase that no common activity explains: 专题展.
    private bool IsWhole(PieceHit piece) =>
        piece.Group.HasPiece(text.Source.Text[piece.From..piece.To])
        && !text.Vocabulary.Concepts.Find(text.Source.Text[piece.From..piece.To]).Exists(hit => !hit.Concept.IsThing);

    private void Add(List<Mention> found, Clause clause, SlotGroup group, int from, int to, Concept? concept)
    {
        if (found.Exists(known => known.Group == group && text.QuantitiesIn(known.To, from).All(q => q.Class is MeasureClass.Thing)
            && !text.Has(known.To, Math.Max(known.To, from), "、")))
            return;
        foreach (var quantity in text.QuantitiesIn(from, to))
            to = Math.Min(to, Math.Max(from + 1, quantity.From)); // 讲解安全知识3次: the figure is not part of the words
        found.Add(new Mention { Group = group, From = from, To = to, Clause = clause, Concept = concept, Reference = concept is not { OnlyCounted: true } && IsReference(clause, to) });
    }

    private bool IsReference(Clause clause, int to)
    {
        var words = text.Source.Text;
        if (to >= 3 && words[to - 1] == '组' && words[..to].EndsWith("中心组"))
            return false; // 中心组围绕……开展学习: a body, and what it did
        var end = to;
        if (words[end..].StartsWith("现场活动"))
            end += 4;
        else if (words[end..].StartsWith("活动"))
            end += 2;
        var quoted = end;
        while (end < clause.To && words[end] is '”' or '》')
            end++;
        if (end > quoted && end < clause.To && words[end] == '前')
            return false; // 在“……倡议书”前承诺: a place, no time
        foreach (var hit in text.RoleHits(end, clause.To))
        {
            if (hit.From > end)
                break;
            if (hit.Roles.HasFlag(Role.Reference))
                return !(hit.To == clause.To && words[hit.From..hit.To] is "开始"); // 疏散演练开始，…
        }

        return false;
    }
}

using System.Collections.Frozen;

namespace Bot.Domain.Reading;

/// <summary>
/// Places figures of what was put right (发现隐患4处，已整改4处): the noun is the hazard before, the blank the form's own for
/// what was mended (Data/mended.txt).
/// </summary>
internal sealed class Rectification(MarkedText text, Draft draft)
{
    private readonly Twins twins = new(text);
    private static readonly FrozenDictionary<string, Said> Meanings = Read();
    private static readonly FrozenDictionary<string, Said>.AlternateLookup<ReadOnlySpan<char>> Known = Meanings.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = Meanings.Keys.Max(static word => word.Length);

    [Flags]
    private enum Said
    {
        Nothing = 0, Mend = 1, Hazard = 2, Manner = 4, Undone = 8, Other = 16, Repair = 32,
    }

    /// <summary>Whether it counts what was put right without naming it: 立即整改4处, 3处已整改.</summary>
    public bool IsBare(Surroundings around) => Of(around) is var said && (said.HasFlag(Said.Mend) || said.HasFlag(Said.Repair) && IsOfFound(around)) && (said & (Said.Hazard | Said.Undone | Said.Other)) == Said.Nothing;

    /// <summary>Whether it counts what is still to be put right: 限期整改2处, 3处正在整改.</summary>
    public bool IsUndone(Surroundings around) => Of(around) is var said && said.HasFlag(Said.Mend) && said.HasFlag(Said.Undone) && !said.HasFlag(Said.Other);

    /// <summary>Whether it counts hazards put right: 完成整改隐患4处.</summary>
    public bool IsOfHazards(Surroundings around) => Of(around) is var said && said.HasFlag(Said.Mend) && (said & (Said.Undone | Said.Other)) == Said.Nothing;

    /// <summary>Puts it into the blank for what was mended, or asks where several want it; false where the form has none.</summary>
    public bool TryPlace(Surroundings around, string? unit)
    {
        var quantity = around.Quantity;
        var start = text.SentenceStart(around.Clause);
        var score = 0.0;
        var wanted = text.Vocabulary.Things.All.FindAll(slot => slot.End == Role.Fix && slot.Role != SlotRole.Persons && MeasureFit.Of(slot, quantity, ref score) && IsSaid(slot, start, around.Behind));
        if (wanted.Count > 1 && wanted.FindAll(slot => IsTold(slot.Group, around.Clause, unit)) is { Count: > 0 } told)
            wanted = told;
        if (wanted.Count > 1 && twins.Of(wanted[0]) is { } alike && alike.Count == wanted.Count && twins.Meant(alike, quantity.From) is { } meant)
            wanted = [meant];
        if (wanted.Count > 1 && wanted.FindAll(slot => MeasureFit.IsCountedIn(slot, quantity.Measure)) is { Count: > 0 } same)
            wanted = same;
        if (wanted.Count == 0)
            return false;
        if (quantity.Open)
            draft.Asks.Add((wanted[0], quantity.From, quantity.To, "vague", unit));
        else if (wanted.Count > 1)
            wanted.ForEach(slot => draft.Asks.Add((slot, quantity.From, quantity.To, "several", unit)));
        else if (around.RolesBefore.HasFlag(Role.Subset) && draft.Things.Exists(thing => thing.Figure.Slot == wanted[0] && thing.Unit == unit && text.ClauseAt(thing.Figure.From).Sentence == around.Clause.Sentence))
            draft.LeftOver.Add(quantity); // 整改5处，其中当场整改2处
        else
            draft.Things.Add((new Placed(wanted[0], quantity.Value, quantity.Bound, quantity.From, quantity.To, "mended"), unit));
        return true;
    }

    // 发现灭火器过期等隐患6处，当场更换4处.
    private bool IsOfFound(Surroundings around) => draft.Things.Exists(thing => thing.Figure.Slot.End == Role.Find && thing.Figure.Value >= around.Quantity.Value && text.ClauseAt(thing.Figure.From).Sentence == around.Clause.Sentence);

    // The words right before the figure, else those right behind it.
    private Said Of(Surroundings around)
    {
        var before = Read(around.Before, around.Quantity.From);
        if ((before & (Said.Mend | Said.Repair)) != Said.Nothing || (before & ~(Said.Manner | Said.Undone)) != Said.Nothing)
            return before;
        return before | Read(around.Quantity.To, around.Behind);
    }

    private Said Read(int from, int to)
    {
        var said = Said.Nothing;
        foreach (var date in text.DatesIn(from, to))
        {
            if (date.From <= from + 1)
                from = Math.Min(to, date.To); // 6月23日完成整改2处
        }

        var words = text.Source.Text[from..to];
        for (var at = 0; at < words.Length;)
        {
            var length = Math.Min(Longest, words.Length - at);
            while (length > 0 && !Known.ContainsKey(words.Slice(at, length)))
                length--;
            if (length > 0)
                said |= Known[words.Slice(at, length)];
            else if (char.IsLetterOrDigit(words[at]))
                return said | Said.Other;
            at += Math.Max(1, length);
        }

        return said;
    }

    // 整改通道隐患: the blank's own words, where it has any, are said too.
    private bool IsSaid(GroupSlot slot, int from, int to)
    {
        var phrase = slot.Own;
        var rest = phrase;
        foreach (var word in Meanings.Keys.Where(word => word.Length > 1).OrderByDescending(static word => word.Length))
            rest = rest.Replace(word, " ", StringComparison.Ordinal);
        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => word.Length < 2 || text.Has(from, to, word));
    }

    private bool IsTold(SlotGroup group, Clause clause, string? unit) => draft.Things.Exists(thing => thing.Unit == unit && thing.Figure.Slot.Group == group
        && clause.Sentence - text.ClauseAt(thing.Figure.From).Sentence is >= 0 and <= 1);

    private static FrozenDictionary<string, Said> Read()
    {
        var meanings = new Dictionary<string, Said>(StringComparer.Ordinal);
        foreach (var entry in DataFile.Entries("mended.txt"))
        {
            foreach (var word in entry.Words)
                meanings[word] = meanings.GetValueOrDefault(word) | Enum.Parse<Said>(entry.Name, ignoreCase: true);
        }

        return meanings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

namespace Bot.Domain.Reading;

/// <summary>How much speaks for each blank for things, by the blank's number.</summary>
internal sealed class SlotScores
{
    private double[] scores = [];
    private bool[] scored = [];

    /// <summary>Makes room for so many blanks, of which nothing is said yet.</summary>
    public SlotScores Of(int slots)
    {
        if (scores.Length < slots)
            (scores, scored) = (new double[slots], new bool[slots]);
        Clear();
        return this;
    }

    /// <summary>What speaks for a blank; 0 where nothing does.</summary>
    public double this[GroupSlot slot] => scores[slot.Thing];

    /// <summary>Whether anything was said of a blank.</summary>
    public bool Has(GroupSlot slot) => scored[slot.Thing];

    /// <summary>Adds to what speaks for a blank.</summary>
    public void Add(GroupSlot slot, double score)
    {
        scores[slot.Thing] += score;
        scored[slot.Thing] = true;
    }

    /// <summary>Lifts what speaks for a blank to at least so much.</summary>
    public void Lift(GroupSlot slot, double score)
    {
        scores[slot.Thing] = Math.Max(scores[slot.Thing], score);
        scored[slot.Thing] = true;
    }

    /// <summary>Forgets a blank.</summary>
    public void Remove(GroupSlot slot)
    {
        scores[slot.Thing] = 0;
        scored[slot.Thing] = false;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(scores);
        Array.Clear(scored);
    }

    /// <summary>Takes over what another one holds.</summary>
    public void Take(SlotScores other)
    {
        var count = Math.Min(scores.Length, other.scores.Length); // both have room for all, and nothing is said behind them
        Array.Copy(other.scores, scores, count);
        Array.Copy(other.scored, scored, count);
    }
}

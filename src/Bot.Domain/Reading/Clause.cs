namespace Bot.Domain.Reading;

/// <summary>A clause of the message: what stands between commas (folded positions).</summary>
internal sealed class Clause
{
    /// <summary>Its number from the beginning of the message.</summary>
    public int Index { get; private set; }

    /// <summary>Where it begins.</summary>
    public int From { get; set; }

    /// <summary>Where it ends, exclusive.</summary>
    public int To { get; private set; }

    /// <summary>The sentence it belongs to, from 0.</summary>
    public int Sentence { get; private set; }

    /// <summary>The line it belongs to, from 0.</summary>
    public int Line { get; private set; }

    /// <summary>How deep in brackets it stands.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether it took place.</summary>
    public ClauseStatus Status { get; set; }

    /// <summary>Whether it tells what the rest is for (为落实…, 围绕…).</summary>
    public bool Aim { get; set; }

    /// <summary>Whether it stands in quoted speech.</summary>
    public bool Quoted { get; set; }

    /// <summary>Makes it a clause that nothing is known about but its place.</summary>
    public Clause Begin(int index, int from, int to, int sentence, int line, int depth)
    {
        (Index, From, To, Sentence, Line, Depth) = (index, from, to, sentence, line, depth);
        (Status, Aim, Quoted) = (ClauseStatus.Done, false, false);
        return this;
    }
}

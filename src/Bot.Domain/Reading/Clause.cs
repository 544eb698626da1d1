namespace Bot.Domain.Reading;

/// <summary>A clause of the message: what stands between commas (folded positions).</summary>
internal sealed class Clause
{
    /// <summary>Its number from the beginning of the message.</summary>
    public required int Index { get; init; }

    /// <summary>Where it begins.</summary>
    public required int From { get; set; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int To { get; init; }

    /// <summary>The sentence it belongs to, from 0.</summary>
    public required int Sentence { get; init; }

    /// <summary>The line it belongs to, from 0.</summary>
    public required int Line { get; init; }

    /// <summary>How deep in brackets it stands.</summary>
    public required int Depth { get; init; }

    /// <summary>Whether it took place.</summary>
    public ClauseStatus Status { get; set; }

    /// <summary>Whether it tells what the rest is for (为落实…, 围绕…).</summary>
    public bool Aim { get; set; }

    /// <summary>Whether it stands in quoted speech.</summary>
    public bool Quoted { get; set; }
}

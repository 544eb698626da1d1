using Bot.Domain.Campaigns;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>What a person says is handed in, read as a plan's sentence would be: 总结, 隐患排查清单.</summary>
public static class SaidThing
{
    private const int Longest = 40;

    /// <summary>A hand-in of the thing said; null: the words name nothing that can be handed in.</summary>
    /// <param name="handIn">The hand-in as it stands.</param>
    /// <param name="words">What.</param>
    /// <param name="reading">The plan.</param>
    public static PlanObligation? Changed(PlanObligation handIn, string words, PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(handIn);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(reading);
        var thing = PlainText.Of(words.Trim().Trim('“', '”', '《', '》', '"'));
        if (thing.Length is 0 or > Longest || HandInThings.All(PlanLine.Of(thing).Words) is not [.., { Kind: var kind }]) return null;
        return handIn with { Kind = kind, Thing = thing, Form = kind == handIn.Kind ? handIn.Form : kind == ObligationKind.Statistics ? Table(reading) : null };
    }

    // A statistics table is the plan's own where it prints one with figures.
    private static int? Table(PlanReading reading)
    {
        var tables = Enumerable.Range(0, reading.Forms.Count).Where(at => !reading.Forms[at].IsLiaison && reading.Forms[at].Slots.Any()).ToList();
        return tables is [var only] ? only : null;
    }
}

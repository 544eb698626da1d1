namespace Bot.Domain.Plans;

/// <summary>The campaign's subject and those of its companions (安全生产沈阳行).</summary>
/// <param name="main">The campaign's.</param>
/// <param name="companions">What hand-ins are about beside it.</param>
internal sealed class CompanionSubjects(string main, IReadOnlyList<string> companions)
{
    /// <summary>The campaign's.</summary>
    public string Main => main;

    /// <summary>What something is about by its name: a companion it names alone, else the campaign.</summary>
    public string Of(string name)
    {
        var words = PlanLine.Of(name).Words;
        var named = companions.Where(companion => companion != main && words.Contains(PlanLine.Of(companion).Words, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 1 && !words.Contains(PlanLine.Of(main).Words, StringComparison.Ordinal) ? named[0] : main;
    }
}

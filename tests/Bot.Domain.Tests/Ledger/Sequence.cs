using Xunit;

namespace Bot.Domain.Tests.Ledger;

/// <summary>Messages in order, each with the totals that must stand after it.</summary>
internal sealed class Sequence(string label)
{
    private readonly List<(Saying Said, string Totals, string Outcomes)> _steps = [];

    /// <summary>One message, the totals after it, and the names of what was decided (empty: not looked at).</summary>
    public Sequence Then(Saying said, string totals, string outcomes = "")
    {
        _steps.Add((said, totals, outcomes));
        return this;
    }

    public void Run()
    {
        var ledger = new LedgerReplay();
        for (var i = 0; i < _steps.Count; i++)
        {
            var (said, totals, outcomes) = _steps[i];
            var decision = ledger.Say(said);
            Assert.True(totals == ledger.Totals(), $"{label}, message {i + 1} ({said.Kind} {said.Activities}): expected {totals}, found {ledger.Totals()}");
            if (outcomes.Length == 0) continue;
            var names = string.Join(' ', decision.Outcomes.Select(o => o.GetType().Name));
            Assert.True(outcomes == names, $"{label}, message {i + 1}: expected {outcomes}, found {names}");
        }
    }

    public override string ToString() => label;
}

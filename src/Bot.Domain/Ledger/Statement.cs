using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>A figure as the message at hand states it: components of one slot folded.</summary>
internal sealed record Statement(SlotId Slot, decimal Value, Bound Bound, bool Implied, TextSpan Span, string Rule, decimal? Replaces = null)
{
    /// <summary>A component as it stands.</summary>
    public static Statement Of(Component part) => new(part.Slot, part.Value, part.Bound, part.Implied, part.Span, part.Rule, part.Replaces);

    /// <summary>The same as a component.</summary>
    public Component ToComponent() => new() { Slot = Slot, Value = Value, Bound = Bound, Implied = Implied, Span = Span, Rule = Rule };

    /// <summary>Components folded by slot, in the order of first mention.</summary>
    public static IReadOnlyList<Statement> Fold(IEnumerable<Component> parts)
    {
        var folded = new List<Statement>();
        foreach (var part in parts)
        {
            var at = folded.FindIndex(s => s.Slot == part.Slot);
            if (at < 0) folded.Add(Of(part));
            else
            {
                var known = folded[at];
                folded[at] = known with
                {
                    Value = known.Value + part.Value,
                    Bound = Bounds.Sum(known.Bound, part.Bound),
                    Implied = known.Implied && part.Implied,
                    Replaces = known.Replaces is { } old && part.Replaces is { } more ? old + more : null,
                };
            }
        }

        return folded;
    }
}

using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>What a message is taken to say, for one campaign. (Not "Reading": that is the namespace.)</summary>
public sealed record ReportReading
{
    /// <summary>A reading that leaves no record.</summary>
    public static ReportReading Nothing { get; } = new() { Kind = ReadingKind.Other };

    /// <summary>What it is meant as.</summary>
    public required ReadingKind Kind { get; init; }

    /// <summary>Whether it is a zero report.</summary>
    public bool Nil { get; init; }

    /// <summary>
    /// The units it says had nothing to report, where it speaks of several (白塔社区演练1场，桃仙社区零报告); empty with
    /// <see cref="Nil"/>: the sender's own.
    /// </summary>
    public IReadOnlyList<string> NilUnits { get; init; } = [];

    /// <summary>New numbers, or totals so far.</summary>
    public Basis Basis { get; init; }

    /// <summary>The subject it names or whose form alone it fills (安全生产月, 沈阳行); null: none in particular.</summary>
    public string? Subject { get; init; }

    /// <summary>The form it is, filled in, as a whole or in most of its blanks; null: it is told, or only a line or two of a form.</summary>
    public FormId? FilledForm { get; init; }

    /// <summary>Whether it is a form filled in that is none of this campaign's: its figures are asked about, never booked unasked.</summary>
    public bool IsForeign { get; init; }

    /// <summary>The days on which the reported activities took place, sorted.</summary>
    public IReadOnlyList<DaySpan> Days { get; init; } = [];

    /// <summary>The activities, in the order of the text. A correction's activities hold the corrected values only.</summary>
    public IReadOnlyList<ReportedActivity> Activities { get; init; } = [];

    /// <summary>Numbers without a slot.</summary>
    public IReadOnlyList<Extra> Extras { get; init; } = [];

    /// <summary>What must be asked back.</summary>
    public IReadOnlyList<Ask> Asks { get; init; } = [];

    /// <summary>Pieces with a quantity that was taken for nothing of the above; shown, never booked.</summary>
    public IReadOnlyList<TextSpan> LeftOver { get; init; } = [];

    /// <summary>The components folded per slot and unit, in the order of first mention.</summary>
    public IReadOnlyList<Metric> Metrics()
    {
        var folded = new List<Metric>();
        foreach (var activity in Activities)
        {
            foreach (var part in activity.Components)
            {
                var at = folded.FindIndex(m => m.Slot == part.Slot && m.Unit == activity.Unit);
                if (at < 0)
                {
                    folded.Add(new Metric
                    {
                        Slot = part.Slot, Value = part.Value, Bound = part.Bound, Implied = part.Implied, Unit = activity.Unit, Span = part.Span,
                    });
                    continue;
                }

                var known = folded[at];
                folded[at] = known with
                {
                    Value = known.Value + part.Value, Bound = Bounds.Sum(known.Bound, part.Bound), Implied = known.Implied && part.Implied,
                };
            }
        }

        return folded;
    }
}

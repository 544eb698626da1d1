using Bot.Domain.Reading;

namespace Bot.Adapters.Tests.Reading;

/// <summary>How much of the forms pasted came out, and what came out wrong.</summary>
internal sealed class PastedFormScore
{
    private readonly List<string> faults = [];

    public int Filled { get; private set; }
    public int Right { get; private set; }

    /// <summary>Figures in a blank where they do not stand.</summary>
    public int Wrong { get; private set; }

    /// <summary>Blanks asked back or left over instead of booked.</summary>
    public int Asked { get; private set; }

    /// <summary>Numbers told as without a blank.</summary>
    public int Extras { get; private set; }

    public double Recovered => Filled == 0 ? 1 : (double)Right / Filled;
    public double Misplaced => Filled == 0 ? 0 : (double)Wrong / Filled;
    public IReadOnlyList<string> Faults => faults;

    public void Add(PastedForm form, ReportReading reading)
    {
        var metrics = reading.Metrics();
        var read = metrics.DistinctBy(m => m.Slot).ToDictionary(m => m.Slot.Value, m => (m.Value, m.Bound), StringComparer.Ordinal);
        Filled += form.Says.Count;
        Right += form.Says.Count(said => read.TryGetValue(said.Key, out var found) && found == said.Value);
        Asked += reading.Asks.Count;
        Extras += reading.Extras.Count;
        var wrong = read.Where(found => !form.Says.TryGetValue(found.Key, out var said) || said != found.Value).ToList();
        Wrong += wrong.Count + metrics.Count - read.Count;
        var missing = form.Says.Where(said => !read.ContainsKey(said.Key)).ToList();
        if (wrong.Count + missing.Count + reading.Extras.Count > 0)
        {
            faults.Insert(wrong.Count > 0 ? 0 : faults.Count, $"wrong {string.Join(' ', wrong.Select(w => $"{w.Key}={w.Value}"))}; missing {string.Join(' ', missing.Select(m => $"{m.Key}={m.Value}"))}; "
                + $"extras {string.Join(' ', reading.Extras.Select(e => e.Label + e.Value))}; asks {string.Join(' ', reading.Asks.Select(a => a.Slot))}; {reading.Kind}\n{form.Text}\n");
        }
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Recovered:0.0000} of {Filled} recovered, {Misplaced:0.0000} wrong, asked {Asked}, extras {Extras}");
}

using System.Buffers;

namespace Bot.Domain.Reading;

/// <summary>
/// Finds which printed blank each written one is, all together: the words before a blank count, and that forms are filled
/// in order. A written blank for which another printed one would do nearly as well is left open.
/// </summary>
internal sealed class FormPath
{
    private const double Enough = 0.75;
    private const double Apart = 0.12;
    private const double First = 0.1;
    private const double Closest = 0.5;
    private const double Never = double.NegativeInfinity;
    private readonly FormText form;
    private readonly FormCandidates candidates;
    private readonly int states;

    private FormPath(FormText form, FormCandidates candidates)
    {
        (this.form, this.candidates) = (form, candidates);
        states = form.Blanks.Count + 1;
    }

    /// <summary>The printed blank of each written one; null: none, or not to be told which.</summary>
    /// <param name="form">The forms as printed.</param>
    /// <param name="candidates">For each written blank the printed ones it may be, with how well it fits.</param>
    public static List<FormMatch?> Of(FormText form, FormCandidates candidates) => new FormPath(form, candidates).Run();

    private List<FormMatch?> Run()
    {
        var count = candidates.Count;
        var matches = new List<FormMatch?>(count);
        if (!MayMatch())
        {
            System.Runtime.InteropServices.CollectionsMarshal.SetCount(matches, count);
            return matches;
        }

        // What is best before each blank, by the printed one last met (0: none yet), and what is best behind it.
        var room = ArrayPool<double>.Shared.Rent(2 * (count + 1) * states);
        var scores = room.AsSpan(0, 2 * (count + 1) * states);
        Before(scores, 0).Fill(Never);
        scores[0] = 0;
        for (var at = 0; at < count; at++)
            Forward(Before(scores, at), candidates[at], Before(scores, at + 1));
        Behind(scores, count).Clear();
        for (var at = count - 1; at >= 0; at--)
            Backward(Behind(scores, at + 1), candidates[at], Behind(scores, at));
        for (var at = 0; at < count; at++)
            matches.Add(Match(Before(scores, at), Behind(scores, at + 1), candidates[at]));
        ArrayPool<double>.Shared.Return(room);
        return matches;
    }

    private Span<double> Before(Span<double> scores, int at) => scores.Slice(at * states, states);

    private Span<double> Behind(Span<double> scores, int at) => scores.Slice((candidates.Count + 1 + at) * states, states);

    // Every blank on a path adds its likeness and at most the closest neighbourhood, the first one less: where that comes to
    // nothing, no path is better than none.
    private bool MayMatch()
    {
        var gain = First - Closest;
        for (var at = 0; at < candidates.Count; at++)
        {
            var most = 0.0;
            foreach (var (_, likeness) in candidates[at])
                most = Math.Max(most, likeness - Enough + Closest);
            gain += most;
        }

        return gain > -1e-9;
    }

    private void Forward(ReadOnlySpan<double> last, ReadOnlySpan<(FormBlank Blank, double Likeness)> here, Span<double> next)
    {
        last.CopyTo(next);
        if (here.IsEmpty)
            return;
        var two = Two(last);
        foreach (var (blank, likeness) in here)
            next[blank.Order + 1] = Math.Max(next[blank.Order + 1], Reached(last, two, blank) + likeness - Enough);
    }

    private void Backward(ReadOnlySpan<double> next, ReadOnlySpan<(FormBlank Blank, double Likeness)> here, Span<double> best)
    {
        next.CopyTo(best);
        if (here.IsEmpty)
            return;
        var (first, second) = ((Slot: (GroupSlot?)null, Score: Never), Never);
        foreach (var (blank, likeness) in here)
        {
            var score = likeness - Enough + next[blank.Order + 1];
            (first, second) = score > first.Score ? ((blank.Slot, score), blank.Slot == first.Slot ? second : first.Score)
                : (first, blank.Slot == first.Slot ? second : Math.Max(second, score));
            foreach (var state in form.Near(blank))
                best[state + 1] = Math.Max(best[state + 1], score + Continuity(form.Blanks[state], blank));
        }

        best[0] = Math.Max(best[0], first.Score + Continuity(null, form.Blanks[0]));
        for (var state = 1; state < states; state++)
            best[state] = Math.Max(best[state], form.Blanks[state - 1].Slot == first.Slot ? second : first.Score);
    }

    // What is best before a blank, with what its place behind the last one adds. Only near ones add anything.
    private double Reached(ReadOnlySpan<double> last, (int First, int Second) two, FormBlank blank)
    {
        var far = two.First > 0 && form.Blanks[two.First - 1].Slot == blank.Slot ? two.Second : two.First;
        var score = Math.Max(last[far], last[0] + Continuity(null, blank));
        foreach (var state in form.Near(blank))
            score = Math.Max(score, last[state + 1] + Continuity(form.Blanks[state], blank));
        return score;
    }

    private (int First, int Second) Two(ReadOnlySpan<double> scores)
    {
        var (first, second) = (0, 0);
        for (var state = 1; state < states; state++)
        {
            if (scores[state] > scores[first])
                (first, second) = (state, first);
            else if (second == first || scores[state] > scores[second])
                second = state;
        }

        return (first, second);
    }

    private FormMatch? Match(ReadOnlySpan<double> before, ReadOnlySpan<double> behind, ReadOnlySpan<(FormBlank Blank, double Likeness)> here)
    {
        if (here.IsEmpty)
            return null;
        var none = Never;
        for (var state = 0; state < states; state++)
            none = Math.Max(none, before[state] + behind[state]);
        var two = Two(before);
        var (best, most, other, likeness) = ((FormBlank?)null, none, Never, 0.0);
        foreach (var (blank, like) in here)
        {
            var score = Reached(before, two, blank) + like - Enough + behind[blank.Order + 1];
            if (score > most)
                (other, best, most, likeness) = (best is null || best.Slot == blank.Slot ? other : most, blank, score, like);
            else if (best is null || best.Slot != blank.Slot)
                other = Math.Max(other, score);
        }

        return best is null ? null : new FormMatch(best, likeness, most - other < Apart);
    }

    private static double Continuity(FormBlank? last, FormBlank blank)
    {
        if (last is null)
            return First;
        if (blank.Slot == last.Slot)
            return -0.2;
        var next = blank.Order == last.Order + 1 ? 0.2 : 0;
        return next + (blank.Slot.Group == last.Slot.Group ? 0.3 : blank.Order > last.Order && blank.Order <= last.Order + 3 ? 0.15 : 0);
    }
}

/// <summary>Which printed blank a written one is.</summary>
/// <param name="Blank">The printed blank.</param>
/// <param name="Likeness">How well it fits by itself.</param>
/// <param name="Doubtful">Whether another one would do nearly as well.</param>
internal sealed record FormMatch(FormBlank Blank, double Likeness, bool Doubtful);

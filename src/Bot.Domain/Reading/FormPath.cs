namespace Bot.Domain.Reading;

/// <summary>
/// Finds which printed blank each written one is, all together: the words before a blank count, and that forms are filled
/// in order. A written blank for which another printed one would do nearly as well is left open.
/// </summary>
internal sealed class FormPath
{
    private const double Enough = 0.75;
    private const double Apart = 0.12;
    private const double Never = double.NegativeInfinity;
    private readonly FormText form;
    private readonly List<List<(FormBlank Blank, double Likeness)>> candidates;
    private readonly int states;

    private FormPath(FormText form, List<List<(FormBlank Blank, double Likeness)>> candidates)
    {
        (this.form, this.candidates) = (form, candidates);
        states = form.Blanks.Count + 1;
    }

    /// <summary>The printed blank of each written one; null: none, or not to be told which.</summary>
    /// <param name="form">The forms as printed.</param>
    /// <param name="candidates">For each written blank the printed ones it may be, with how well it fits.</param>
    public static List<FormMatch?> Of(FormText form, List<List<(FormBlank Blank, double Likeness)>> candidates) => new FormPath(form, candidates).Run();

    private List<FormMatch?> Run()
    {
        // What is best before each blank, by the printed one last met (0: none yet), and what is best behind it.
        var before = new double[candidates.Count + 1][];
        before[0] = new double[states];
        Array.Fill(before[0], Never);
        before[0][0] = 0;
        for (var at = 0; at < candidates.Count; at++)
            before[at + 1] = Forward(before[at], candidates[at]);
        var behind = new double[candidates.Count + 1][];
        behind[^1] = new double[states];
        for (var at = candidates.Count - 1; at >= 0; at--)
            behind[at] = Backward(behind[at + 1], candidates[at]);
        var matches = new List<FormMatch?>(candidates.Count);
        for (var at = 0; at < candidates.Count; at++)
            matches.Add(Match(before[at], behind[at + 1], candidates[at]));
        return matches;
    }

    private double[] Forward(double[] last, List<(FormBlank Blank, double Likeness)> here)
    {
        var next = (double[])last.Clone();
        foreach (var (blank, likeness) in here)
        {
            for (var state = 0; state < states; state++)
            {
                if (last[state] > Never)
                    next[blank.Order + 1] = Math.Max(next[blank.Order + 1], last[state] + Step(state, blank, likeness));
            }
        }

        return next;
    }

    private double[] Backward(double[] next, List<(FormBlank Blank, double Likeness)> here)
    {
        var best = (double[])next.Clone();
        foreach (var (blank, likeness) in here)
        {
            for (var state = 0; state < states; state++)
                best[state] = Math.Max(best[state], Step(state, blank, likeness) + next[blank.Order + 1]);
        }

        return best;
    }

    private FormMatch? Match(double[] before, double[] behind, List<(FormBlank Blank, double Likeness)> here)
    {
        var none = Never;
        for (var state = 0; state < states; state++)
            none = Math.Max(none, before[state] + behind[state]);
        var (best, most, other, likeness) = ((FormBlank?)null, none, Never, 0.0);
        foreach (var (blank, like) in here)
        {
            var score = Never;
            for (var state = 0; state < states; state++)
            {
                if (before[state] > Never)
                    score = Math.Max(score, before[state] + Step(state, blank, like) + behind[blank.Order + 1]);
            }

            if (score > most)
                (other, best, most, likeness) = (best is null || best.Slot == blank.Slot ? other : most, blank, score, like);
            else if (best is null || best.Slot != blank.Slot)
                other = Math.Max(other, score);
        }

        return best is null ? null : new FormMatch(best, likeness, most - other < Apart);
    }

    private double Step(int state, FormBlank blank, double likeness) =>
        likeness - Enough + Continuity(state == 0 ? null : form.Blanks[state - 1], blank);

    private static double Continuity(FormBlank? last, FormBlank blank)
    {
        if (last is null)
            return 0.1;
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

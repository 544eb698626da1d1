using System.Runtime.InteropServices;

namespace Bot.Domain.Reading;

/// <summary>For each written blank of a message the printed ones it may be, with how well it fits.</summary>
internal sealed class FormCandidates
{
    private readonly List<(FormBlank Blank, double Likeness)> all = [];
    private readonly List<int> begins = [];

    /// <summary>How many written blanks.</summary>
    public int Count => begins.Count;

    /// <summary>The candidates of a written blank.</summary>
    public ReadOnlySpan<(FormBlank Blank, double Likeness)> this[int at] =>
        CollectionsMarshal.AsSpan(all)[begins[at]..(at + 1 < begins.Count ? begins[at + 1] : all.Count)];

    /// <summary>Begins the next written blank.</summary>
    public void Begin() => begins.Add(all.Count);

    /// <summary>Adds a candidate of the written blank begun last.</summary>
    public void Add(FormBlank blank, double likeness) => all.Add((blank, likeness));

    /// <summary>Keeps only so many of the written blank begun last, the most alike first.</summary>
    public void Keep(int most)
    {
        var own = all.GetRange(begins[^1], all.Count - begins[^1]);
        all.RemoveRange(begins[^1], own.Count);
        all.AddRange(own.OrderByDescending(candidate => candidate.Likeness).Take(most));
    }
}

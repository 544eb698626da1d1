using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Rollups;

/// <summary>The figures that are posted about one occurrence, in one chat.</summary>
public sealed record RollupPost
{
    /// <summary>The campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>What was handed in.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>The days it covers; from <see cref="HandInDays.Beginning"/>: everything so far.</summary>
    public required DaySpan Days { get; init; }

    /// <summary>The day that counts.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>How many of how many units have handed in, and who has not.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The main figures of the period; none where it covers everything so far.</summary>
    public required IReadOnlyList<MainFigure> OfPeriod { get; init; }

    /// <summary>The main figures up to the last day covered.</summary>
    public required IReadOnlyList<MainFigure> SoFar { get; init; }

    /// <summary>Whether it corrects what was posted before.</summary>
    public bool Corrects { get; init; }

    /// <summary>
    /// A hash of the posted figures of the days covered: while it stays the same, nothing posted has become untrue. How everything
    /// stands goes on growing, so beside a period's figures it is no part of it.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (slot, cell) in HandInDays.FromBeginning(Days) ? SoFar : OfPeriod)
            {
                text.Append(CultureInfo.InvariantCulture, $"{slot.Id}={FigureText.Number(cell.Value ?? 0)}{FigureText.Word(cell.Bound)};");
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
        }
    }
}

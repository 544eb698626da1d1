using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Dues;

/// <summary>An occurrence a bot message speaks of, for those who read its output by program (design §10).</summary>
/// <param name="Id">The occurrence: see <see cref="IdOf"/>.</param>
/// <param name="Obligation">The obligation's kind.</param>
/// <param name="Deadline">The day that counts.</param>
/// <param name="Units">The units it names, in official order.</param>
public sealed record MentionedDue(string Id, ObligationKind Obligation, DateOnly Deadline, IReadOnlyList<string> Units)
{
    /// <summary>An occurrence in one word: campaign, obligation and the plan's day.</summary>
    public static string IdOf(OccurrenceKey of) => string.Create(CultureInfo.InvariantCulture, $"{of.Campaign}/{of.Obligation}/{of.Day:yyyy-MM-dd}");
}

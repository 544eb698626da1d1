using Bot.Domain.Campaigns;
using Bot.Domain.Dues;

namespace Bot.Domain.Rollups;

/// <summary>The days whose activities belong to what is handed in at one occurrence.</summary>
public static class HandInDays
{
    /// <summary>Before this day nothing was reported: where a span begins that leaves nothing out.</summary>
    public static readonly DateOnly Beginning = new(2000, 1, 1);

    /// <summary>
    /// A recurring hand-in covers its window. A closing summary, and a table that is asked for once, cover everything up to the
    /// cut-off (数据截止), else the deadline; from <see cref="Beginning"/>.
    /// </summary>
    public static DaySpan Of(RunningCampaign running, Obligation obligation, Occurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(occurrence);
        var settings = running.SettingsOf(obligation);
        var once = Occurrences.Effective(obligation, settings, running.Campaign.Period) is Schedule.Once;
        return once || obligation.Kind == ObligationKind.Summary
            ? new DaySpan(Beginning, (once ? settings.CutOff : null) ?? occurrence.Deadline)
            : new DaySpan(occurrence.WindowFrom, occurrence.Deadline);
    }

    /// <summary>Whether a span leaves nothing out before its end.</summary>
    public static bool FromBeginning(DaySpan days) => days.From <= Beginning;

    /// <summary>The forms a hand-in is about: the one it names, else those of its subject.</summary>
    public static IReadOnlyList<Form> Forms(Campaign campaign, Obligation obligation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(obligation);
        return [.. campaign.Forms.Where(f => obligation.Form is { } named ? f.Id == named : f.Subject == obligation.Subject)];
    }
}

using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Replies;
using Bot.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>What units said in their reports, sentence by sentence, for the draft of a 总结: the newest first, of units in official order.</summary>
internal sealed class SaidSentences(Store store)
{
    private const int MostReports = 2000;

    /// <summary>The sentences that may be taken over.</summary>
    public Task<IReadOnlyList<SaidSentence>> ReadAsync(OfficeId office, CampaignId campaign, IReadOnlyList<Unit> units, DaySpan? period, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<SaidSentence>>(
        async db =>
        {
            var known = units.ToDictionary(u => u.Id.Value);
            var ids = known.Keys.ToList();
            var reports = db.Submissions.Where(s => s.OfficeId == office.Value && s.CampaignId == campaign.Value && s.State == SubmissionState.Handled && s.Kind == ReadingKind.Report
                && s.UnitId != null && ids.Contains(s.UnitId.Value));
            if (period is { } days) reports = reports.Where(s => s.SaidOn >= days.From && s.SaidOn <= days.To);
            var texts = await (
                from s in reports
                join t in db.MessageTexts on s.TextMessageId equals (Guid?)t.MessageId
                orderby s.SaidAt descending
                select new { s.UnitId, t.Text }).Take(MostReports).ToListAsync(cancel);
            return
            [
                .. texts.OrderBy(t => known[t.UnitId!.Value].Order)
                    .SelectMany(t => SummaryWords.Sentences(PrivateNumbers.Mask(t.Text)).Where(SummaryWords.MayBeQuoted).Select(s => new SaidSentence(known[t.UnitId!.Value].Name, s))),
            ];
        },
        cancel);
}

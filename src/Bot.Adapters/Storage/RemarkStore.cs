using Bot.Adapters.Storage.Rows;
using Bot.Domain.Checking;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The read side of remarks.</summary>
internal sealed class RemarkStore(Store store) : IRemarks
{
    public Task<IReadOnlyList<Remark>> WithAsync(OfficeId office, Guid remark, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<Remark>>(
        async db =>
        {
            var row = await Open(db, office).SingleOrDefaultAsync(r => r.Id == remark, cancel);
            return row is null ? [] : await OfAsync(db, office, row.SubmissionId, cancel);
        },
        cancel);

    public Task<IReadOnlyList<Remark>> OfSubmissionAsync(OfficeId office, SubmissionId submission, CancellationToken cancel) =>
        store.ReadAsync(db => OfAsync(db, office, submission.Value, cancel), cancel);

    public Task<IReadOnlyList<Remark>> NewestOfAsync(OfficeId office, AccountKey account, DateTimeOffset after, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<Remark>>(
            async db =>
            {
                var submission = await (
                    from r in Open(db, office)
                    where r.At > after
                    join s in db.Submissions on r.SubmissionId equals s.Id
                    where s.Platform == account.Platform && s.SenderId == account.Id
                    orderby r.At descending
                    select (Guid?)s.Id).FirstOrDefaultAsync(cancel);
                return submission is { } id ? await OfAsync(db, office, id, cancel) : [];
            },
            cancel);

    private static IQueryable<RemarkRow> Open(BotDb db, OfficeId office) => db.Remarks.Where(r => r.OfficeId == office.Value && r.SettledAt == null);

    private static async Task<IReadOnlyList<Remark>> OfAsync(BotDb db, OfficeId office, Guid submission, CancellationToken cancel)
    {
        var rows = await Open(db, office).Where(r => r.SubmissionId == submission).ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.Id).Select(LedgerMapping.Remark)];
    }
}

using Bot.Adapters.Console;
using Bot.Adapters.Tests.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reading;

namespace Bot.Adapters.Tests.Documents;

/// <summary>A matrix of the baita campaign's weekly material for the three units of <see cref="FilledForm"/>.</summary>
internal static class Dues
{
    /// <summary>Two deadlines: of the first the units' marks, the second still waits; null: the unit owes nothing.</summary>
    public static DueMatrix Weekly(params DueMark?[] first)
    {
        var campaign = ShippedCampaignsTests.Load("baita-2024");
        var obligation = campaign.Obligations.First(o => o.Kind == ObligationKind.Material);
        var lines = FilledForm.Units.Zip(first, (unit, mark) => new DueLine(unit, 0, [mark is { } m ? Cell(m) : null, mark is null ? null : Cell(DueMark.Waiting)])).ToList();
        return new DueMatrix
        {
            Campaign = new OfficeCampaign
            {
                Active = new ActiveCampaign(new RevisionId(campaign.Id, 1), campaign, new ReportReader(campaign, OwnWords.None)), Revisions = [], Bindings = [], Runs = true,
            },
            Obligation = obligation, Columns = [Column(6), Column(13)], Lines = [.. lines.Where(l => l.Cells.Any(c => c is not null))],
        }.For(FilledForm.Units.Select(u => u.Id).ToHashSet());
    }

    private static DueCell Cell(DueMark mark) => new() { Id = new DueId(Guid.Empty), Mark = mark, MetBy = null, MetAt = null, Because = null, CanReopen = false };

    private static DueColumn Column(int day) => new()
    {
        Day = new DateOnly(2024, 6, day), WindowFrom = new DateOnly(2024, 6, day - 5), Deadline = new DateOnly(2024, 6, day),
        ClosesAt = new DateTimeOffset(2024, 6, day, 16, 0, 0, TimeSpan.Zero), Move = null, Stands = new DueRates(0, 0, 0, 0),
    };
}

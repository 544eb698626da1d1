using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Adapters.Plans;
using Bot.Domain.Organisation;

namespace Bot.Host.Files;

/// <summary>Filled forms as files that may be large: written to disk as they are made, not held.</summary>
internal sealed class FormBooks(OwnForms own, RecordLines records, DueMatrices dues)
{
    /// <summary>Every unit's form in one zip.</summary>
    public Task<Stream> ZipAsync(OfficeId office, FormFigures figures, FormDocxOptions options, CancellationToken cancel) =>
        SpooledFile.MakeAsync(file => new FormZip(own).WriteAsync(office, figures, options, file, cancel));

    /// <summary>The workbook: figures, every record behind them, and who owed what when.</summary>
    public async Task<Stream> XlsxAsync(OfficeId office, FormFigures figures, CancellationToken cancel)
    {
        var book = new RollupBook
        {
            Rollups = figures.Filled().Rollups, Records = rollup => records.ReadAsync(office, rollup.Sources, cancel), Dues = await DuesAsync(office, figures, cancel),
        };
        return await SpooledFile.MakeAsync(file => RollupXlsx.WriteAsync(file, book, cancel));
    }

    // Of the units asked for only: a liaison learns nothing of the neighbours.
    private async Task<IReadOnlyList<DueMatrix>> DuesAsync(OfficeId office, FormFigures figures, CancellationToken cancel)
    {
        var chosen = figures.Chosen.Select(u => u.Id).ToHashSet();
        var campaign = figures.Campaign.Active.Campaign;
        var matrices = new List<DueMatrix>();
        foreach (var obligation in campaign.Obligations)
        {
            if (await dues.ReadAsync(office, campaign.Id, obligation.Id, figures.Ask.Today, cancel) is { Columns.Count: > 0 } matrix)
                matrices.Add(matrix.For(chosen));
        }

        return [.. matrices.Where(m => m.Lines.Count > 0)];
    }
}

using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Tests.Reading;

/// <summary>Campaigns made of the corpus's slot lists; their forms have no printed lines, only phrases.</summary>
internal static class CorpusCampaigns
{
    private static readonly Dictionary<string, IReportReader> Readers = new(StringComparer.Ordinal);

    public static IReportReader Reader(string id)
    {
        lock (Readers)
        {
            if (!Readers.TryGetValue(id, out var reader))
                Readers.Add(id, reader = ReportReader.Compile(Load(id)));
            return reader;
        }
    }

    public static Campaign Load(string id)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Corpus", id + ".slots.csv")).Skip(1).Where(line => line.Length > 0).Select(Cells).ToList();
        return Of([.. rows.Select(cells => (cells[0], cells[1], cells[2], cells[3], cells[4]))]);
    }

    /// <summary>A campaign with these blanks: slot, form, row, phrase, measure.</summary>
    public static Campaign Of(IReadOnlyList<(string Slot, string Form, string Row, string Phrase, string Measure)> blanks) => new()
    {
        Id = new CampaignId("corpus"),
        Title = "“安全生产月”活动方案",
        Subject = "安全生产月",
        Year = 2024,
        Period = new DaySpan(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)),
        Obligations = [],
        Forms = [.. blanks.GroupBy(blank => blank.Form).Select(form => new Form
        {
            Id = new FormId("form" + form.Key), Attachment = 1, Name = "统计表", Subject = form.Key == "2" ? "沈阳行" : "安全生产月", Origin = FormOrigin.Plan, Columns = [],
            Rows = [.. form.GroupBy(blank => blank.Row).Select(row => new FormRow
            {
                Name = row.Key,
                Lines = [],
                Slots = [.. row.Select(blank => new Slot
                {
                    Id = new SlotId(blank.Slot), Phrase = blank.Phrase, Measure = blank.Measure,
                    Aggregate = blank.Measure == Slot.YesNo ? Aggregate.Any : Aggregate.Sum,
                })],
            })],
        })],
    };

    private static string[] Cells(string line)
    {
        var cells = new List<string> { string.Empty };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                cells.Add(string.Empty);
            else
                cells[^1] += c;
        }

        return [.. cells];
    }
}

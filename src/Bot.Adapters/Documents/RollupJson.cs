using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>Rollups as JSON for other programs. A blank nobody filled has no value; missing units are listed.</summary>
internal static class RollupJson
{
    /// <summary>The content type of the file.</summary>
    public const string ContentType = "application/json";

    private static readonly RollupJsonContext Json = new(new JsonSerializerOptions(RollupJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>The document, UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<Rollup> rollups) =>
        JsonSerializer.SerializeToUtf8Bytes(new RollupFileJson([.. rollups.Select(Form)]), Json.RollupFileJson);

    private static RollupFormJson Form(Rollup rollup) => new()
    {
        Campaign = rollup.Campaign.Value,
        Title = rollup.CampaignTitle,
        Form = rollup.Form.Id.Value,
        Name = rollup.Form.Name,
        Unit = rollup.UnitName,
        From = rollup.Period?.From,
        To = rollup.Period?.To,
        Reported = rollup.Coverage.Reported,
        Expected = rollup.Coverage.Expected,
        Missing = [.. rollup.Coverage.Missing.Select(unit => unit.Name)],
        Figures = [.. rollup.Form.Rows.SelectMany(row => row.Slots, (row, slot) => Figure(rollup[slot.Id]) with { Row = row.Name, Phrase = slot.Phrase, Measure = slot.Measure })],
        Units = [.. rollup.Units.Select(unit => new RollupUnitJson(unit.Unit.Name, unit.Reported, [.. unit.Cells.Where(cell => cell.Value is not null).Select(Figure)]))],
        Sources = [.. rollup.Sources.Select(Source)],
    };

    private static RollupFigureJson Figure(RollupCell cell) => new()
    {
        Slot = cell.Slot.Value,
        Value = cell.Value,
        Bound = cell.Value is null ? null : Word(cell.Bound),
        Implied = Part(cell.ImpliedPart),
        Cumulative = Part(cell.CumulativePart),
        Pending = Part(cell.PendingPart),
    };

    private static RollupSourceJson Source(RollupSource source) => new()
    {
        Unit = source.Unit.Name,
        Slot = source.Figure.Slot.Value,
        Days = (source.Figure.Days ?? DaySpan.On(source.Figure.Day)).ToString(),
        Delta = source.Figure.Delta,
        Bound = Word(source.Figure.Bound),
        Cause = Word(source.Figure.Cause),
        Implied = source.Figure.Implied ? true : null,
        Pending = source.Figure.Pending ? true : null,
        SaidAt = source.Figure.SaidAt.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        Who = source.Figure.Who,
        Excerpt = source.Figure.Excerpt,
        Message = source.Figure.Message.Value.ToString(),
        Span = [source.Figure.Span.From, source.Figure.Span.To],
    };

    private static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static decimal? Part(decimal value) => value == 0 ? null : value;
}

internal sealed record RollupFileJson(IReadOnlyList<RollupFormJson> Forms);

internal sealed record RollupFormJson
{
    public required string Campaign { get; init; }
    public required string Title { get; init; }
    public required string Form { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public required int Reported { get; init; }
    public required int Expected { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }
    public required IReadOnlyList<RollupFigureJson> Figures { get; init; }
    public required IReadOnlyList<RollupUnitJson> Units { get; init; }
    public required IReadOnlyList<RollupSourceJson> Sources { get; init; }
}

internal sealed record RollupFigureJson
{
    public required string Slot { get; init; }
    public string? Row { get; init; }
    public string? Phrase { get; init; }
    public string? Measure { get; init; }
    public decimal? Value { get; init; }
    public string? Bound { get; init; }
    public decimal? Implied { get; init; }
    public decimal? Cumulative { get; init; }
    public decimal? Pending { get; init; }
}

internal sealed record RollupUnitJson(string Unit, bool Reported, IReadOnlyList<RollupFigureJson> Figures);

internal sealed record RollupSourceJson
{
    public required string Unit { get; init; }
    public required string Slot { get; init; }
    public required string Days { get; init; }
    public required decimal Delta { get; init; }
    public required string Bound { get; init; }
    public required string Cause { get; init; }
    public bool? Implied { get; init; }
    public bool? Pending { get; init; }
    public required string SaidAt { get; init; }
    public required string Who { get; init; }
    public string? Excerpt { get; init; }
    public required string Message { get; init; }
    public required IReadOnlyList<int> Span { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(RollupFileJson))]
internal sealed partial class RollupJsonContext : JsonSerializerContext;

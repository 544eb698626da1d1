using System.Globalization;
using System.Text;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>
/// Writes a campaign as its YAML file, in the form of those that ship. <see cref="CampaignYaml"/> reads the same campaign
/// back; the same campaign gives the same text. What a reader would take for granted (the campaign's subject, a slot's
/// usual aggregate) is not written.
/// </summary>
internal sealed class CampaignYamlWriter
{
    private readonly StringBuilder _text = new();
    private readonly Campaign _campaign;

    private CampaignYamlWriter(Campaign campaign) => _campaign = campaign;

    /// <summary>The file's text, lines parted by <c>\n</c>. Texts stand on one line: line breaks in them become spaces.</summary>
    public static string Write(Campaign campaign)
    {
        var writer = new CampaignYamlWriter(campaign);
        writer.Head();
        writer.Obligations();
        writer.Forms();
        return writer._text.ToString();
    }

    private void Head()
    {
        Key("", "id", _campaign.Id.Value);
        Key("", "title", _campaign.Title);
        Key("", "subject", _campaign.Subject);
        Line($"year: {_campaign.Year}");
        if (_campaign.Edition is { } edition)
            Line($"edition: {edition}");
        Key("", "document_number", _campaign.DocumentNumber);
        Key("", "theme", _campaign.Theme);
        Line($"period: {{ from: {Day(_campaign.Period.From)}, to: {Day(_campaign.Period.To)} }}");
        List("events", _campaign.Events, e => $"{{ date: {Day(e.Day)}, name: {YamlText.Flow(e.Name)} }}");
        List("activities", _campaign.Activities, YamlText.Block);
    }

    private void Obligations()
    {
        Line($"");
        Line($"obligations:{(_campaign.Obligations.Count == 0 ? " []" : "")}");
        var first = true;
        foreach (var owed in _campaign.Obligations)
        {
            Parted(ref first);
            Line($"  - id: {YamlText.Block(owed.Id)}");
            Line($"    kind: {Word(owed.Kind)}");
            Key("    ", "thing", owed.Thing);
            OwnSubject("    ", owed.Subject);
            foreach (var part in ScheduleYaml.Keys(owed.Schedule))
                Line($"    {part.Key}: {part.Value}");
            if (owed.Time is { } time)
                Line($"    time: \"{time.ToString("HH:mm", CultureInfo.InvariantCulture)}\"");
            Key("    ", "form", owed.Form?.Value);
            if (owed.Asks != Asked.Nothing)
                Line($"    asks: [{string.Join(", ", Enum.GetValues<Asked>().Where(part => part != Asked.Nothing && owed.Asks.HasFlag(part)).Select(Word))}]");
            if (owed.Addressees.Count > 0)
                Line($"    addressees: {YamlText.List(owed.Addressees)}");
            Key("    ", "where", owed.Where);
        }
    }

    private void Forms()
    {
        Line($"");
        Line($"forms:{(_campaign.Forms.Count == 0 ? " []" : "")}");
        var first = true;
        foreach (var form in _campaign.Forms)
        {
            Parted(ref first);
            Line($"  - id: {YamlText.Block(form.Id.Value)}");
            Line($"    attachment: {form.Attachment}");
            Key("    ", "name", form.Name);
            OwnSubject("    ", form.Subject);
            Line($"    origin: {Word(form.Origin)}");
            Line($"    columns: {YamlText.List(form.Columns)}");
            Line($"    rows:{(form.Rows.Count == 0 ? " []" : "")}");
            var firstRow = true;
            foreach (var row in form.Rows)
            {
                Parted(ref firstRow);
                Row(row);
            }
        }
    }

    private void Row(FormRow row)
    {
        Line($"      - name: {YamlText.Block(row.Name)}");
        Key("        ", "requirement", row.Requirement);
        Line($"        lines:{(row.Lines.Count == 0 ? " []" : "")}");
        foreach (var line in row.Lines)
            Line($"          - {YamlText.Block(line)}");
        Line($"        slots:{(row.Slots.Count == 0 ? " []" : "")}");
        foreach (var slot in row.Slots)
            Line($"          - {Flow(slot)}");
    }

    private static string Flow(Slot slot)
    {
        var text = new StringBuilder($"{{ slot: {slot.Id}, phrase: {YamlText.Flow(slot.Phrase)}, measure: {YamlText.Flow(slot.Measure)}");
        if (slot.Aggregate != (slot.Measure == Slot.YesNo ? Aggregate.Any : Aggregate.Sum))
            text.Append(", aggregate: ").Append(Word(slot.Aggregate));
        if (slot.NeedsEvidence)
            text.Append(", evidence: true");
        if (slot.UnitTypes.Count > 0)
            text.Append(", unit_types: ").Append(YamlText.List(slot.UnitTypes));
        if (slot.Retired)
            text.Append(", retired: true");
        return text.Append(" }").ToString();
    }

    private void OwnSubject(string indent, string subject)
    {
        if (subject != _campaign.Subject)
            Key(indent, "subject", subject);
    }

    private void List<T>(string key, IReadOnlyList<T> items, Func<T, string> write)
    {
        if (items.Count == 0)
            return;
        Line($"");
        Line($"{key}:");
        foreach (var item in items)
            Line($"  - {write(item)}");
    }

    /// <summary>A key with its text; nothing where there is none.</summary>
    private void Key(string indent, string key, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            Line($"{indent}{key}: {YamlText.Block(text)}");
    }

    private void Parted(ref bool first)
    {
        if (!first)
            Line($"");
        first = false;
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Word<T>(T value)
        where T : struct, Enum => Words.Of<T>()[Array.IndexOf(Enum.GetValues<T>(), value)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

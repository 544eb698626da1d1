using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>Reads the forms and holds each printed line against the slots of its row.</summary>
internal sealed class FormReader(YamlFaults faults, string subject)
{
    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);
    private readonly HashSet<SlotId> _slots = [];

    /// <summary>All forms in the order of the file.</summary>
    public IReadOnlyList<Form> Read(IReadOnlyList<Section> sections) => [.. sections.Select(Read)];

    private Form Read(Section section)
    {
        var id = section.Named("id", Names.IsWord, Names.Word);
        if (id.Length > 0 && !_forms.Add(id))
            faults.Add(section.Place("id"), $"the form {YamlNode.Quote(id)} again", "a name used once");
        return new Form
        {
            Id = new FormId(id),
            Attachment = section.Number("attachment", 0, 99) ?? 0,
            Name = section.Needed("name"),
            Subject = section.Text("subject") ?? subject,
            Origin = section.Word<FormOrigin>("origin") ?? FormOrigin.Ours,
            Columns = AtLeastOne(section, "columns", section.Texts("columns"), "a list of column headings"),
            Rows = AtLeastOne(section, "rows", [.. section.Sections("rows").Select(Row)], "a list of rows"),
        };
    }

    private IReadOnlyList<T> AtLeastOne<T>(Section section, string key, IReadOnlyList<T> items, string expected)
    {
        if (section.Find(key) is YamlNode.Sequence { Items.Count: 0 } node)
            faults.Add(node.At, "an empty list", expected);
        return items;
    }

    private FormRow Row(Section section)
    {
        var slots = section.Sections("slots").Select(inner => (Slot: Slot(inner), Section: inner)).ToList();
        var lines = section.List("lines", "a list of printed lines");
        new LineCheck(faults).Compare(lines, [.. slots.Select(s => (s.Slot, s.Section.Place("slot")))]);
        return new FormRow
        {
            Name = section.Needed("name"),
            Requirement = section.Text("requirement"),
            Lines = AtLeastOne(section, "lines", section.Texts("lines"), "a list of printed lines"),
            Slots = [.. slots.Select(s => s.Slot)],
        };
    }

    private Slot Slot(Section section)
    {
        var id = new SlotId(section.Named("slot", Names.IsSlot, Names.Slot));
        if (id.Value.Length > 0 && !_slots.Add(id))
            faults.Add(section.Place("slot"), $"the slot {YamlNode.Quote(id.Value)} again", "a name used once in the campaign");
        var measure = section.Needed("measure", "a measure word");
        return new Slot
        {
            Id = id,
            Phrase = section.Needed("phrase"),
            Measure = measure,
            Aggregate = Aggregate(section, measure),
            NeedsEvidence = section.Yes("evidence"),
            UnitTypes = section.Texts("unit_types"),
            Retired = section.Yes("retired"),
        };
    }

    private Aggregate Aggregate(Section section, string measure)
    {
        var usual = measure == Domain.Campaigns.Slot.YesNo ? Domain.Campaigns.Aggregate.Any : Domain.Campaigns.Aggregate.Sum;
        if (section.Word<Aggregate>("aggregate") is not { } said)
            return usual;
        var yesNo = said == Domain.Campaigns.Aggregate.Any;
        if (measure.Length > 0 && yesNo != (usual == Domain.Campaigns.Aggregate.Any))
        {
            faults.Add(section.Place("aggregate"), $"{section.Word("aggregate")} with the measure {YamlNode.Quote(measure)}",
                yesNo ? $"sum or latest (any is for {Domain.Campaigns.Slot.YesNo})" : "any");
        }

        return said;
    }
}

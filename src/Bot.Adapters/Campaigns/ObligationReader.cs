using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>Reads what must be handed in.</summary>
internal sealed class ObligationReader(YamlFaults faults, string subject, IReadOnlyList<Form> forms)
{
    private static readonly IReadOnlyList<string> AskedWords = [.. Words.Of<Asked>().Where(word => word != "nothing")];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly ScheduleReader _schedules = new(faults);

    /// <summary>All obligations in the order of the file.</summary>
    public IReadOnlyList<Obligation> Read(IReadOnlyList<Section> sections) => [.. sections.Select(Read)];

    private Obligation Read(Section section)
    {
        var id = section.Named("id", Names.IsWord, Names.Word);
        if (id.Length > 0 && !_ids.Add(id))
            faults.Add(section.Place("id"), $"the obligation {YamlNode.Quote(id)} again", "a name used once");
        return new Obligation
        {
            Id = id,
            Kind = section.Word<ObligationKind>("kind") ?? ObligationKind.Other,
            Thing = section.Text("thing"),
            Subject = section.Text("subject") ?? subject,
            Schedule = _schedules.Read(section) ?? new Schedule.Unspecified(),
            Time = Time(section),
            Form = Form(section),
            Asks = Asks(section),
            Addressees = section.Texts("addressees"),
            Where = section.Text("where"),
        };
    }

    private FormId? Form(Section section)
    {
        if (section.Text("form") is not { } name)
            return null;
        if (forms.Any(form => form.Id.Value == name))
            return new FormId(name);
        var known = forms.Count == 0 ? "no form, as the file has none" : Words.Or(forms.Select(form => form.Id.Value));
        faults.Add(section.Place("form"), $"the unknown form {YamlNode.Quote(name)}", known);
        return null;
    }

    private TimeOnly? Time(Section section)
    {
        // 24:00 is the end of the day, which is what no time at all means.
        if (section.Find("time") is not { } node || node is YamlNode.Text { Value: "24:00" })
            return null;
        if (node is YamlNode.Text { Value: var text } && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        faults.Add(node, "an hour such as 17:30");
        return null;
    }

    private Asked Asks(Section section)
    {
        var asked = Asked.Nothing;
        foreach (var node in section.List("asks", $"a list of {Words.Or(AskedWords)}"))
        {
            if (node is YamlNode.Text { Value: var word } && AskedWords.Contains(word, StringComparer.Ordinal))
                asked |= Words.Value<Asked>(word)!.Value;
            else
                faults.Add(node, Words.Or(AskedWords));
        }

        return asked;
    }
}

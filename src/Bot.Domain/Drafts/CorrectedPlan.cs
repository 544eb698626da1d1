using System.Text.RegularExpressions;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>
/// A plan's reading with what people said otherwise. Doubts follow what they are about; what a person set is in doubt no more,
/// and what a clerk would want to be told is found anew.
/// </summary>
public sealed partial class CorrectedPlan
{
    private readonly PlanReading read;
    private readonly List<(PlanObligation Obligation, int? From)> handIns;
    private readonly List<(PlanForm Form, int From, List<int> Slots)> forms;
    private readonly HashSet<string> settled = new(StringComparer.Ordinal);
    private PlanReading head;

    private CorrectedPlan(PlanReading read)
    {
        this.read = head = read;
        handIns = [.. read.Obligations.Select((obligation, at) => (obligation, (int?)at))];
        forms = [.. read.Forms.Select((form, at) => (form, at, Enumerable.Range(0, form.Slots.Count()).ToList()))];
    }

    /// <summary>The reading with the corrections in their order.</summary>
    /// <param name="read">As the program read it.</param>
    /// <param name="corrections">What people said otherwise.</param>
    /// <param name="working">Working days.</param>
    public static PlanReading Of(PlanReading read, IReadOnlyList<PlanCorrection> corrections, WorkingDays working)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(working);
        if (corrections.Count == 0) return read;
        var plan = new CorrectedPlan(read);
        foreach (var correction in corrections) plan.Apply(correction);
        return plan.Reading(working);
    }

    private void Apply(PlanCorrection correction)
    {
        switch (correction)
        {
            case PlanCorrection.Head said:
                if (said.Title != head.Title) settled.Add("title");
                if (said.Theme != head.Theme) settled.Add("theme");
                head = head with { Title = said.Title, Subject = said.Subject, Theme = said.Theme, DocumentNumber = said.DocumentNumber, Edition = said.Edition };
                break;
            case PlanCorrection.Period said:
                head = head with { Period = said.Days, Year = said.Days.From.Year };
                settled.UnionWith(["period", "year"]);
                break;
            case PlanCorrection.Events said:
                head = head with { Events = said.All };
                break;
            case PlanCorrection.Activities said:
                head = head with { Activities = said.All };
                break;
            case PlanCorrection.HandIn said:
                var at = handIns.FindIndex(h => h.Obligation.Id == said.Obligation.Id);
                if (at < 0) handIns.Add((said.Obligation, null));
                else handIns[at] = (said.Obligation, null);
                break;
            case PlanCorrection.NoHandIn said:
                handIns.RemoveAll(h => h.Obligation.Id == said.Id);
                break;
            case PlanCorrection.Blank said:
                Change(said.Slot.Id, row => row with { Slots = [.. row.Slots.Select(slot => slot.Id == said.Slot.Id ? said.Slot : slot)] }, gone: false);
                break;
            case PlanCorrection.NoBlank said:
                Change(said.Slot, row => Without(row, said.Slot), gone: true);
                break;
            case PlanCorrection.NoForm said:
                forms.RemoveAll(f => f.Form.Name == said.Name);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Change(SlotId slot, Func<FormRow, FormRow> change, bool gone)
    {
        var at = forms.FindIndex(f => f.Form.Slots.Any(s => s.Id == slot));
        if (at < 0) return;
        var (form, from, slots) = forms[at];
        var place = form.Slots.TakeWhile(s => s.Id != slot).Count();
        // A set blank is in doubt no more: it comes from no place of the reading.
        List<int> left = gone ? [.. slots[..place], .. slots[(place + 1)..]] : [.. slots[..place], -1, .. slots[(place + 1)..]];
        forms[at] = (form with { Rows = [.. form.Rows.Select(row => row.Slots.Any(s => s.Id == slot) ? change(row) : row)] }, from, left);
    }

    private static FormRow Without(FormRow row, SlotId slot) => row with
    {
        Slots = [.. row.Slots.Where(s => s.Id != slot)],
        Lines = [.. row.Lines.Select(line => string.Concat(FormPiece.Of(line).Select(piece => piece.Slot == slot ? "\u3000" : piece.Text)))],
    };

    private PlanReading Reading(WorkingDays working)
    {
        var places = forms.Select(f => f.From).ToList();
        var reading = head with
        {
            Obligations = [.. handIns.Select(h => h.Obligation with { Form = h.Obligation.Form is { } form && places.IndexOf(form) is var now and >= 0 ? now : null })],
            Forms = [.. forms.Select(f => f.Form)],
            Sentences = Sentences(),
        };
        var known = PlanChecks.Of(read, working).ToHashSet();
        var doubts = read.Unsure.Where(doubt => !known.Contains(doubt)).Select(Follow).OfType<PlanDoubt>();
        return reading with { Unsure = [.. doubts, .. PlanChecks.Of(reading, working)] };
    }

    private Dictionary<string, string> Sentences()
    {
        var sentences = read.Sentences.Where(s => !s.Key.StartsWith("events[", StringComparison.Ordinal) && !settled.Contains(s.Key)).ToDictionary(StringComparer.Ordinal);
        for (var at = 0; at < head.Events.Count; at++)
        {
            var before = read.Events.ToList().IndexOf(head.Events[at]);
            if (before >= 0 && read.Sentences.TryGetValue(FormattableString.Invariant($"events[{before}]"), out var sentence))
                sentences[FormattableString.Invariant($"events[{at}]")] = sentence;
        }

        return sentences;
    }

    // A doubt whose thing is gone or was set by a person is gone with it.
    private PlanDoubt? Follow(PlanDoubt doubt)
    {
        if (settled.Contains(doubt.Path)) return null;
        var match = Place().Match(doubt.Path);
        if (!match.Success) return doubt;
        var at = int.Parse(match.Groups["at"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var rest = match.Groups["rest"].Value;
        switch (match.Groups["what"].Value)
        {
            case "obligations":
                var now = handIns.FindIndex(h => h.From == at);
                return now < 0 ? null : doubt with { Path = FormattableString.Invariant($"obligations[{now}]{rest}") };
            case "forms":
                var form = forms.FindIndex(f => f.From == at);
                return form < 0 ? null : InForm(doubt, form, rest);
            default:
                return head.Events.Count == read.Events.Count && head.Events.SequenceEqual(read.Events) ? doubt : null;
        }
    }

    private PlanDoubt? InForm(PlanDoubt doubt, int form, string rest)
    {
        var match = Slot().Match(rest);
        if (!match.Success) return doubt with { Path = FormattableString.Invariant($"forms[{form}]{rest}") };
        var slot = forms[form].Slots.IndexOf(int.Parse(match.Groups["at"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        return slot < 0 ? null : doubt with { Path = FormattableString.Invariant($"forms[{form}].slots[{slot}]") };
    }

    [GeneratedRegex(@"^(?<what>obligations|forms|events)\[(?<at>[0-9]{1,6})\](?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\.slots\[(?<at>[0-9]{1,6})\]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}

using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Drafts;

/// <summary>
/// Brings a changed plan under the names of the one before: a blank with the same row, words and measure is the same blank;
/// one that is gone is retired; a name is never given to another.
/// </summary>
public static class Succession
{
    /// <summary>Whether two campaigns are versions of one plan: the same document number, or the same title in the same year.</summary>
    public static bool IsSamePlan(Campaign former, Campaign draft)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(draft);
        return former.Year == draft.Year
            && (Plain(former.Title) == Plain(draft.Title) || (former.DocumentNumber is { } number && draft.DocumentNumber is { } other && Plain(number) == Plain(other)));
    }

    /// <summary>The changed campaign as the next revision of the former one.</summary>
    public static Campaign Carry(Campaign former, Campaign changed)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(changed);
        var (ids, retired) = Match(former, changed);
        var forms = new Dictionary<FormId, FormId>();
        var free = former.Forms.ToList();
        foreach (var form in changed.Forms)
        {
            var same = free.Find(f => Plain(f.Name) == Plain(form.Name));
            if (same is not null) free.Remove(same);
            forms[form.Id] = same?.Id ?? form.Id;
        }

        // A form without a namesake must not take a name that is another's.
        var taken = former.Forms.Select(f => f.Id).ToHashSet();
        foreach (var form in changed.Forms.Where(f => !former.Forms.Any(old => Plain(old.Name) == Plain(f.Name))))
        {
            for (var nth = changed.Forms.Count; taken.Contains(forms[form.Id]) || forms.Count(f => f.Value == forms[form.Id]) > 1; nth++)
                forms[form.Id] = new FormId(string.Create(CultureInfo.InvariantCulture, $"form{nth + 1}"));
        }

        var names = ObligationSuccession.Names(former.Obligations, changed.Obligations);
        return changed with
        {
            Id = former.Id,
            Forms = [.. changed.Forms.Select(form => Renamed(form, forms[form.Id], ids, retired))],
            Obligations = [.. changed.Obligations.Select((o, nth) => o with { Id = names[nth], Form = o.Form is { } id ? forms[id] : null })],
        };
    }

    private static (Dictionary<SlotId, SlotId> Ids, List<(string Form, string Row, Slot Slot)> Retired) Match(Campaign former, Campaign changed)
    {
        var free = All(former).ToList();
        var known = free.Select(s => s.Slot.Id).ToHashSet();
        var ids = new Dictionary<SlotId, SlotId>();
        // First those that are the same in everything, then those whose row was renamed or whose form was.
        foreach (var key in (Func<(string Form, string Row, Slot Slot), (string, string, string, string)>[])
            [s => (s.Form, s.Row, Plain(s.Slot.Phrase), s.Slot.Measure), s => ("", s.Row, Plain(s.Slot.Phrase), s.Slot.Measure), s => (s.Form, "", Plain(s.Slot.Phrase), s.Slot.Measure)])
        {
            foreach (var slot in All(changed).Where(s => !ids.ContainsKey(s.Slot.Id)))
            {
                var at = free.FindIndex(old => key(old) == key(slot));
                if (at < 0) continue;
                ids[slot.Slot.Id] = free[at].Slot.Id;
                free.RemoveAt(at);
            }
        }

        foreach (var (_, _, slot) in All(changed).Where(s => !ids.ContainsKey(s.Slot.Id)).ToList())
            ids[slot.Id] = New(slot.Id, name => !known.Contains(name) && !ids.ContainsValue(name));
        return (ids, free);
    }

    private static SlotId New(SlotId name, Func<SlotId, bool> isFree)
    {
        var free = name;
        for (var nth = 2; !isFree(free); nth++) free = new SlotId(string.Create(CultureInfo.InvariantCulture, $"{name.Family}_r{nth}{name.Value[name.Family.Length..]}"));
        return free;
    }

    private static Form Renamed(Form form, FormId id, Dictionary<SlotId, SlotId> ids, List<(string Form, string Row, Slot Slot)> retired)
    {
        var rows = form.Rows.Select(row => row with
        {
            Slots = [.. row.Slots.Select(slot => slot with { Id = ids[slot.Id] })],
            Lines = [.. row.Lines.Select(line => string.Concat(FormPiece.Of(line).Select(piece => piece.Slot is { } slot && ids.TryGetValue(slot, out var name) ? $"{{{name}}}" : piece.Text)))],
        }).ToList();
        foreach (var gone in retired.Where(r => r.Form == Plain(form.Name)))
        {
            var at = rows.FindIndex(row => Plain(row.Name) == gone.Row) is var found and >= 0 ? found : rows.Count - 1;
            if (at >= 0) rows[at] = rows[at] with { Slots = [.. rows[at].Slots, gone.Slot with { Retired = true }] };
        }

        return form with { Id = id, Rows = rows };
    }

    private static IEnumerable<(string Form, string Row, Slot Slot)> All(Campaign campaign) =>
        campaign.Forms.SelectMany(form => form.Rows.SelectMany(row => row.Slots.Select(slot => (Plain(form.Name), Plain(row.Name), slot))));

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

using Bot.Domain.Campaigns;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>
/// Shortens a form's phrase to what people call the thing: 组织开展模拟火灾和地震等场景的应急疏散演练 is 应急疏散演练;
/// of a list, the item that the message itself uses, and 等.
/// </summary>
public static class SlotLabels
{
    private const int Longest = 20;

    private static readonly string[] LeadingVerbs = ["组织开展", "组织观看", "组织", "开展", "举行", "举办", "专题学习", "积极"];
    private static readonly string[] KeptVerbs = ["组织观看"];

    /// <summary>
    /// The label of a slot; one the campaign does not know is called by its id. No two slots have one label and one measure
    /// word: where their words are the same, their rows are named.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="words">The message's words, to choose from a list.</param>
    public static SlotLabel Of(Campaign campaign, SlotId slot, string words = "")
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var all = campaign.Forms.SelectMany(form => form.Rows, (form, row) => (Form: form, Row: row)).SelectMany(of => of.Row.Slots, (of, one) => new Place(of.Form, of.Row, one)).ToList();
        return all.Find(place => place.Slot.Id == slot) is { } found ? Told(found, Short(found, words), all, words) : new SlotLabel(slot.Value, "", "");
    }

    private static SlotLabel Short(Place place, string words)
    {
        var parts = place.Slot.Phrase.Split(" · ");
        var head = parts[0].Contains("选填", StringComparison.Ordinal) ? place.Row.Name : parts[0];
        var tail = string.Concat(parts[1..]);
        if (head.IndexOfAny([',', '，']) is var comma and > 0) (head, tail) = (head[..comma], head[(comma + 1)..] + tail);
        return new SlotLabel(Shorten(head, words), tail, place.Slot.Measure.Split('/')[0]);
    }

    // Shortened words may be those of another blank as well.
    private static SlotLabel Told(Place place, SlotLabel label, List<Place> all, string words)
    {
        var same = all.Where(other => !other.Slot.Retired && other.Slot.Id != place.Slot.Id && other.Slot.Measure.Split('/')[0] == label.Measure && Short(other, words) is var theirs && theirs.Whole == label.Whole).ToList();
        if (same.Count == 0) return label;
        if (same.TrueForAll(other => other.Row.Name != place.Row.Name)) return label with { Head = $"{Cut(place.Row.Name)}·{label.Head}" };
        if (same.TrueForAll(other => other.Slot.Phrase != place.Slot.Phrase)) return label with { Head = place.Slot.Phrase.Split(" · ")[0] };
        return same.TrueForAll(other => other.Form.Id != place.Form.Id) ? label with { Head = $"{Cut(place.Form.Name)}·{label.Head}" } : label;
    }

    /// <summary>A figure with its measure: <c>2场</c>, <c>120余人次</c>; a yes/no box: 是 or 否.</summary>
    public static string Figure(Slot slot, decimal value, Bound bound)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return Written(value, bound, slot.Measure);
    }

    /// <summary>A figure with its bound and measure word; of 条/份 the first.</summary>
    internal static string Written(decimal value, Bound bound, string measure) =>
        measure == Slot.YesNo ? value > 0 ? "是" : "否" : FigureText.Write(value, bound) + measure.Split('/')[0];

    private static string Shorten(string phrase, string words)
    {
        var plain = WithoutVerb(phrase);
        var items = Items(plain);
        if (items.Count > 1) return Cut(Unquoted(Chosen(items, words))) + "等";
        var of = plain.LastIndexOf('的');
        if (of > 0 && plain.Length - of - 1 >= 3 && IsWhole(plain[(of + 1)..])) plain = plain[(of + 1)..];
        return Cut(Unquoted(plain));
    }

    private static string WithoutVerb(string phrase)
    {
        var plain = phrase.Trim();
        foreach (var verb in LeadingVerbs.Except(KeptVerbs, StringComparer.Ordinal))
        {
            if (plain.StartsWith(verb, StringComparison.Ordinal) && plain.Length - verb.Length >= 3) plain = plain[verb.Length..];
        }

        return plain;
    }

    // Items are parted by 、 or stand in quotation marks side by side; a list's 等 and what follows belongs to all of them.
    private static List<string> Items(string phrase)
    {
        var items = phrase.Replace("”“", "”、“", StringComparison.Ordinal).Split('、', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (items.Count < 2 || !items.TrueForAll(IsWhole)) return [phrase];
        var end = items[^1].IndexOf('等', StringComparison.Ordinal);
        if (end > 0) items[^1] = items[^1][..end];
        return items;
    }

    private static bool IsWhole(string words) => words.Count(c => c == '“') == words.Count(c => c == '”');

    private static string Chosen(List<string> items, string words) =>
        items.Select((item, at) => (item, at)).OrderByDescending(i => Common(i.item, words)).ThenBy(i => i.at).First().item;

    private static int Common(string item, string words)
    {
        var common = 0;
        for (var i = 0; i + 2 <= item.Length; i++)
        {
            if (words.AsSpan().Contains(item.AsSpan(i, 2), StringComparison.Ordinal)) common++;
        }

        return common;
    }

    private static string Unquoted(string item) =>
        item.Length > 2 && item[0] == '“' && item.IndexOf('”', StringComparison.Ordinal) is var end
        && (end == item.Length - 1 || (end > 0 && item.Length > Longest))
            ? item[1..end]
            : item;

    private static string Cut(string item) => item.Length <= Longest ? item : item[..(Longest - 1)] + "…";

    private sealed record Place(Form Form, FormRow Row, Slot Slot);
}

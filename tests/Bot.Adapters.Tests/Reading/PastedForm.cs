using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Adapters.Tests.Reading;

/// <summary>A campaign's form filled in at random and then distorted, with what it says.</summary>
internal sealed class PastedForm
{
    private const string Typos = "的和及与等各全安生会进行大中小学校工作人员有关部门宣教导读";
    private static readonly string[] BoxesYes = ["☑是□否", "√是□否", "■是□否", "是☑否□", "☑是 □否", "是（√）否（  ）"];
    private static readonly string[] BoxesNo = ["□是☑否", "□是√否", "□是■否", "是□否☑", "是（  ）否（√）"];

    private readonly Form form;
    private readonly Distortion ways;
    private readonly Random random;
    private readonly Dictionary<SlotId, Slot> slots;
    private readonly (string Open, string Close) brackets;
    private readonly int bare;

    public PastedForm(Form form, Distortion ways, int seed)
    {
        (this.form, this.ways, random) = (form, ways, new Random(seed));
        slots = form.Slots.ToDictionary(slot => slot.Id);
        (string, string)[] others = [("【", "】"), ("［", "］"), ("〔", "〕"), ("(", ")"), ("[", "]"), ("【 ", " 】")];
        brackets = Has(Distortion.OtherBrackets) ? others[random.Next(others.Length)] : ("（", "）");
        bare = random.Next(3);
        Text = Compose();
    }

    /// <summary>As it is pasted.</summary>
    public string Text { get; }

    /// <summary>What its blanks say.</summary>
    public Dictionary<string, (decimal Value, Bound Bound)> Says { get; } = new(StringComparer.Ordinal);

    private bool Has(Distortion way) => (ways & way) != 0;

    private string Compose()
    {
        var rows = form.Rows.ToArray();
        if (Has(Distortion.Reordered))
            random.Shuffle(rows);
        var lines = new List<string>();
        if (Has(Distortion.Headings))
            lines.AddRange([form.Name, "填报单位：白塔社区　　填报日期：6月25日"]);
        foreach (var row in rows)
        {
            var printed = row.Lines.ToArray();
            if (Has(Distortion.Reordered))
                random.Shuffle(printed);
            if (Has(Distortion.MissingLines))
                printed = [.. printed.Where(_ => random.Next(10) >= 3)];
            if (Has(Distortion.Headings) && printed.Length > 0)
                lines.Add($"{"一二三四五六七八九十"[lines.Count % 10]}、{row.Name}");
            lines.AddRange(printed.Select(Line).Where(line => line.Length > 0));
        }

        if (Has(Distortion.ListMarks))
            lines = Marked(lines);
        return string.Join(Has(Distortion.LostLineBreaks) ? random.Next(2) == 0 ? "" : " " : "\n", lines);
    }

    private List<string> Marked(List<string> lines)
    {
        var style = random.Next(6);
        return [.. lines.Select((line, at) => style switch
        {
            0 => $"{at + 1}. {line}",
            1 => $"{at + 1}、{line}",
            2 => $"（{at + 1}）{line}",
            3 => $"{(char)('①' + at % 20)}{line}",
            4 => $"• {line}",
            _ => $"({"一二三四五六七八九十"[at % 10]}){line}",
        })];
    }

    // A line's pieces as label, blank, measure; whole blanks are left out where nobody would write them.
    private string Line(string printed)
    {
        var written = new StringBuilder();
        var pieces = FormPiece.Of(printed);
        var label = "";
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Slot is not { } id)
            {
                label += pieces[at].Text;
                continue;
            }

            var slot = slots[id];
            var rest = at + 1 < pieces.Count && pieces[at + 1].Slot is null ? pieces[at + 1].Text : "";
            written.Append(Label(label.TrimEnd('（', '(')));
            (var blank, label) = slot.Measure == Slot.YesNo ? (Box(id), rest) : Blank(slot, rest.TrimStart('）', ')'));
            written.Append(blank);
            if (at + 1 < pieces.Count && pieces[at + 1].Slot is null)
                at++;
            if (Has(Distortion.BlankByLine))
                (label, _) = ("\n" + label.TrimStart('，', '；', '。', '、'), 0);
        }

        written.Append(Stops(label.TrimEnd('\n')));
        return written.ToString();
    }

    private string Box(SlotId id)
    {
        if (random.Next(3) is var answer && answer == 0)
            return "□是□否";
        Says[id.Value] = (answer == 1 ? 1 : 0, Bound.Exact);
        return answer == 1 ? BoxesYes[random.Next(BoxesYes.Length)] : BoxesNo[random.Next(BoxesNo.Length)];
    }

    private (string Words, string Behind) Blank(Slot slot, string rest)
    {
        var figure = WrittenFigure.Any(random);
        if (figure.Value is { } value)
            Says[slot.Id.Value] = (value, figure.Bound);
        var measure = rest.StartsWith(slot.Measure, StringComparison.Ordinal) ? slot.Measure : "";
        rest = rest[measure.Length..];
        var gap = Has(Distortion.Spaces) && random.Next(2) == 0 ? " " : "";
        if (Has(Distortion.NoBrackets))
            return (Bare(figure) + measure, rest);
        if (Has(Distortion.Underscores))
            return ($"{Run()}{gap}{figure.Words}{gap}{Run()}{measure}", rest);
        var inside = Has(Distortion.UnderscoresInside) ? $"{Run()}{figure.Words}{Run()}" : gap + figure.Words + gap;
        if (Has(Distortion.MeasureInside) && figure.Value is not null)
            return (brackets.Open + inside + measure + brackets.Close, rest);
        return (brackets.Open + inside + brackets.Close + gap + (Has(Distortion.NoMeasure) && random.Next(2) == 0 ? "" : measure), rest);
    }

    private string Bare(WrittenFigure figure) => bare switch { 0 => $" {figure.Words} ", 1 => figure.Words, _ => $"：{figure.Words}" };

    private string Run() => new('_', random.Next(1, 5));

    private string Label(string label)
    {
        label = Stops(label);
        if (Has(Distortion.Retyped) && label.Count(char.IsLetter) >= 4 && random.Next(2) == 0)
        {
            for (var errors = random.Next(1, 3); errors > 0; errors--)
            {
                var at = random.Next(label.Length);
                if (char.IsLetter(label[at]))
                    label = string.Concat(label.AsSpan(0, at), random.Next(2) == 0 ? Typos[random.Next(Typos.Length)].ToString() : "", label.AsSpan(at + 1));
            }
        }

        if (!Has(Distortion.Spaces))
            return label;
        var spaced = new StringBuilder();
        foreach (var c in label)
            spaced.Append(c).Append(random.Next(8) == 0 ? " " : "");
        return spaced.ToString();
    }

    private string Stops(string words) => !Has(Distortion.OtherStops) ? words
        : words.Replace('；', random.Next(3) switch { 0 => '，', 1 => '、', _ => '；' }).Replace('。', random.Next(2) == 0 ? '；' : '。').TrimEnd(random.Next(2) == 0 ? '；' : '_');
}

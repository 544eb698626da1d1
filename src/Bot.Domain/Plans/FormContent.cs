using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>Reads a printed form: its rows and its blanks.</summary>
internal sealed class FormContent
{
    private readonly SlotNames names;
    private readonly List<FormRow> rows = [];
    private readonly List<string> lost = [];
    private readonly string form;
    private string row;

    private FormContent(string form, SlotNames names)
    {
        (this.form, this.names) = (form, names);
        row = form;
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<FormRow> Rows => rows;

    /// <summary>The headings of the columns.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The lines in which a blank was lost in print.</summary>
    public IReadOnlyList<string> Lost => lost;

    /// <summary>Reads what is printed below a form's title.</summary>
    public static FormContent Of(string name, List<PlanPiece> content, SlotNames names)
    {
        var read = new FormContent(name, names);
        foreach (var piece in content)
        {
            if (piece.Table is { } table)
                read.Table(table);
            else if (piece.Line is { } line)
                read.Line(line);
        }

        return read;
    }

    private void Line(PlanLine line)
    {
        if (!FormBlankScan.HasBlank(line.Words))
        {
            // 一、集中宣传 heads the lines below it.
            if (line.Mark.Length > 0 && line.Words.Length <= 30 && line.Words[^1] is not ('。' or ';'))
                row = line.Text;
            return;
        }

        var colon = line.Words.IndexOf(':', StringComparison.Ordinal);
        var first = FormBlankScan.All(line.Words)[0].From;
        var own = row;
        // 质量第一课：讲课【  】堂: what stands before the colon heads the line.
        if (colon > 0 && colon < first && colon <= 20 && first - colon > 1 && line.Words[(colon + 1)..first].Trim().Length > 0)
        {
            own = line.Printed(line.Mark.Length, colon).Trim();
            line = PlanLine.Of(line.Printed(colon + 1, line.Words.Length));
        }

        Add(own, null, FormPhrases.Of([line], ""), [line]);
    }

    private void Table(PlanTable table)
    {
        var blanks = table.Rows.SelectMany(cells => cells).Where(cell => !cell.Merged && HasBlank(cell.Text)).ToList();
        // 内容 / 单位 / 数量 with a yes/no box among the quantities is still a table of columns.
        if (blanks.TrueForAll(cell => FormColumns.IsBox(cell.Text) || FormColumns.IsAsked(cell.Text)) && FormColumns.Of(table) is { } columns)
            Columned(columns);
        else if (blanks.Count > 0)
            Blanks(table);
    }

    private static bool HasBlank(string text) => text.Split('\n').Any(line => FormPhrases.Of([PlanLine.Of(line)], "").Count > 0 || FormBlankScan.HasBlank(PlanLine.Of(line).Words));

    // Rows whose cells hold printed lines with blanks in them.
    private void Blanks(PlanTable table)
    {
        for (var nth = 0; nth < table.Rows.Count; nth++)
        {
            var cells = table.Rows[nth];
            var texts = cells.Where(cell => !cell.Merged || nth > 0).Select(cell => Joined(cell.Text)).ToList();
            if (!cells.Any(cell => HasBlank(cell.Text)))
            {
                if (rows.Count == 0 && texts.Count(text => text.Length > 0) > 1)
                    Columns = [.. texts.Where(text => text.Length > 0)];
                else if (texts.Count(text => text.Length > 0) == 1)
                    row = texts.First(text => text.Length > 0);
                continue;
            }

            var labels = cells.Select(cell => HasBlank(cell.Text) ? "" : Joined(cell.Text)).Where(text => text.Length > 0 && !IsNumber(text)).ToList();
            if (labels.Count > 0 && (labels.Count > 1 || cells.Count <= 3 || row == form))
                row = labels[0];
            string? requirement = labels.Count > 1 ? labels[^1] : null;
            var before = "";
            var gaps = new List<(List<PrintedGap> Gaps, List<PlanLine> Lines)>();
            foreach (var cell in cells.Where(cell => !cell.Merged))
            {
                if (!HasBlank(cell.Text))
                {
                    if (!IsNumber(Joined(cell.Text)) && !cell.IsEmpty)
                        before = Joined(cell.Text);
                    continue;
                }

                var lines = cell.Text.Split('\n').Select(PlanLine.Of).Where(line => !line.IsEmpty).ToList();
                gaps.Add((FormPhrases.Of(lines, before.Length <= 30 ? before : ""), lines));
            }

            foreach (var (found, lines) in gaps)
                Add(row, requirement?.Length > 30 ? requirement : null, found, lines);
        }
    }

    // Columns for quantities: 内容 / 单位 / 数量.
    private void Columned(FormColumns columns)
    {
        // An entry form or a ledger has a row for each case, not figures.
        if (AttachedForms.KindOf(form) is ObligationKind.Other or ObligationKind.Liaison)
            return;
        Columns = columns.Headings;
        foreach (var line in columns.Lines)
        {
            var (own, number) = (line.Row.Length > 0 ? line.Row : form, NumberOf(line.Row.Length > 0 ? line.Row : form));
            var slots = line.Cells.Select(cell => new Slot { Id = names.Next(line.Row, number, cell.Phrase, cell.Measure), Phrase = cell.Phrase, Measure = cell.Measure, Aggregate = AggregateOf(cell.Phrase, cell.Measure) }).ToList();
            Append(own, null, [.. slots.Select(slot => $"{slot.Phrase}（{{{slot.Id}}}）{slot.Measure}")], slots);
        }
    }

    private void Add(string name, string? requirement, List<PrintedGap> gaps, List<PlanLine> lines)
    {
        if (gaps.Count == 0)
            return;
        var number = NumberOf(name);
        var slots = gaps.ConvertAll(gap => new Slot { Id = names.Next(name, number, gap.Phrase, gap.Measure), Phrase = gap.Phrase, Measure = gap.Measure, Aggregate = AggregateOf(gap.Phrase, gap.Measure) });
        var printed = new List<string>();
        for (var nth = 0; nth < lines.Count; nth++)
        {
            var from = 0;
            var text = "";
            for (var gap = 0; gap < gaps.Count; gap++)
            {
                if (gaps[gap].Line != nth)
                    continue;
                text += lines[nth].Printed(from, gaps[gap].From) + (gaps[gap].IsBox ? $"{{{slots[gap].Id}}}" : $"（{{{slots[gap].Id}}}）");
                from = gaps[gap].To;
                if (gaps[gap].Lost)
                    lost.Add(lines[nth].Text);
            }

            printed.Add(text + lines[nth].Printed(from, lines[nth].Words.Length));
        }

        Append(name, requirement, [.. printed.Where(line => line.Length > 0)], slots);
    }

    // Which row, from 1, a line of this name will stand in.
    private int NumberOf(string name) => rows.Count > 0 && rows[^1].Name == name ? rows.Count : rows.Count + 1;

    // Lines under one heading make one row.
    private void Append(string name, string? requirement, List<string> lines, List<Slot> slots)
    {
        if (rows.Count > 0 && rows[^1].Name == name)
            rows[^1] = rows[^1] with { Lines = [.. rows[^1].Lines, .. lines], Slots = [.. rows[^1].Slots, .. slots], Requirement = rows[^1].Requirement ?? requirement };
        else
            rows.Add(new FormRow { Name = name, Requirement = requirement, Lines = lines, Slots = slots });
    }

    private static Aggregate AggregateOf(string phrase, string measure) => measure == Slot.YesNo ? Aggregate.Any
        : measure is "%" || phrase.Contains("现有", StringComparison.Ordinal) || phrase.Contains("累计", StringComparison.Ordinal) && phrase.EndsWith("累计", StringComparison.Ordinal) ? Aggregate.Latest : Aggregate.Sum;

    private static bool IsNumber(string text) => text.Length <= 3 && text.All(c => ChineseNumber.Holds(c) || c is '.' or '、');

    private static string Joined(string text) => string.Concat(text.Split('\n').Select(line => line.Trim()));
}

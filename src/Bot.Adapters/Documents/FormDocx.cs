using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>The official table as a Word document: the plan's own layout with the figures in their blanks.</summary>
internal static class FormDocx
{
    /// <summary>The content type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The filled form. The same figures and options give the same bytes.</summary>
    public static byte[] Write(Rollup rollup, FormDocxOptions options)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>($"{ContentType}.main+xml", "rId1");
            WordStyles.Add(main);
            var page = WordPage.For(ColumnRoles.Of(rollup.Form));
            main.Document = new Document(new Body([.. Parts(rollup, options, page), page.Section(main, "rId4")]));
        }

        return SealedZip.Pack(stream);
    }

    private static IEnumerable<OpenXmlElement> Parts(Rollup rollup, FormDocxOptions options, WordPage page)
    {
        var form = rollup.Form;
        var script = LabelScript.Of(form);
        if (form is { Origin: FormOrigin.Plan, Attachment: > 0 })
            yield return WordText.Paragraph(WordStyles.Attachment, $"附件{form.Attachment}");
        yield return Title(form.Name, page);
        foreach (var line in Head(rollup, options, page, script))
            yield return line;
        yield return new FormDocxTable(rollup, options).Build(page);
        foreach (var note in Notes(rollup, options, script))
            yield return WordText.Paragraph(WordStyles.Note, note);
    }

    private static Paragraph Title(string name, WordPage page)
    {
        var title = WordText.Paragraph(WordStyles.Title, name);
        // A long title is set smaller, so that it does not leave one character on a second line.
        var fits = page.TextWidth / 10 / (name.Length + 1);
        if (fits is >= 28 and < WordStyles.TitleSize)
            title.Elements<Run>().Single().RunProperties!.Append(new FontSize { Val = FormattableString.Invariant($"{fits}") });
        return title;
    }

    private static IEnumerable<Paragraph> Head(Rollup rollup, FormDocxOptions options, WordPage page, LabelScript script)
    {
        var date = options.FilledOn is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : "    年  月  日";
        var unit = script.Write("填报单位（盖章）：") + rollup.UnitName;
        var contact = script.Write("联系人：") + options.Contact;
        var phone = script.Write("电话：") + options.Phone;
        var filled = script.Write("填报日期：") + date;
        // An upright page is too narrow for all four beside one another.
        return page.Landscape
            ? [HeadLine(page, [42, 58, 76], unit, contact, phone, filled)]
            : [HeadLine(page, [66], unit, filled), HeadLine(page, [66], contact, phone)];
    }

    private static Paragraph HeadLine(WordPage page, int[] percents, params string[] fields)
    {
        var line = WordText.Paragraph(WordStyles.Head, fields[0]);
        line.ParagraphProperties!.Append(new Tabs(percents.Select(percent => new TabStop { Val = TabStopValues.Left, Position = page.TextWidth * percent / 100 })));
        foreach (var field in fields.Skip(1))
            line.Append(new Run(new TabChar()), WordText.Run(field));
        return line;
    }

    private static IEnumerable<string> Notes(Rollup rollup, FormDocxOptions options, LabelScript script)
    {
        if (options.Coverage && FormNotes.Coverage(rollup, script) is { } coverage)
            yield return coverage;
        if (options.Marks && FormMarks.Note(rollup.Cells) is { } marks)
            yield return script.Write(marks);
        if (rollup.Form.Origin == FormOrigin.Ours)
            yield return script.Write("方案未印统计表样，本表按方案主要活动编制。");
    }
}

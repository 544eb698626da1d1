using System.Xml;
using Bot.Domain.Campaigns;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>
/// Fills the form a plan itself prints: a Word file with the form alone (title, the lines above, the table, notes), its
/// layout kept and its blanks filled. Where it is not certain which blank is whose, nothing is filled.
/// </summary>
internal static class FormTemplate
{
    /// <summary>The filled form; never throws because of what the document holds. The same input gives the same bytes.</summary>
    /// <param name="docx">The plan's file.</param>
    /// <param name="place">Where the form stands in it.</param>
    /// <param name="rows">The form's rows; their lines name the slots in reading order.</param>
    /// <param name="values">
    /// What to write into each slot as text; a slot without a value keeps its blank. Of a yes/no box: 是, 否, or the boxes as
    /// <see cref="FormCellText"/> writes them.
    /// </param>
    /// <param name="head">What to write behind 填报单位, 联系人 …; null: nothing.</param>
    public static TemplateOutcome Fill(
        byte[] docx, FormPlace place, IReadOnlyList<FormRow> rows, IReadOnlyDictionary<SlotId, string> values, FormHead? head = null)
    {
        try
        {
            using var stream = new MemoryStream();
            stream.Write(docx);
            stream.Position = 0;
            if (!OfficeParts.AreShort(stream) || !OfficeParts.AreFlat(stream))
                return new TemplateOutcome.Unfit("no document");
            string? reason;
            using (var document = WordprocessingDocument.Open(stream, isEditable: true))
                reason = Fill(document, place, rows, values, head);
            return reason is null ? new TemplateOutcome.Filled(SealedZip.Pack(stream)) : new TemplateOutcome.Unfit(reason);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException or FormatException
            or ArgumentException or InvalidOperationException or KeyNotFoundException or NotSupportedException or OverflowException or EndOfStreamException or NullReferenceException)
        {
            // What the package library says of a file that contradicts itself; nothing of ours has failed.
            return new TemplateOutcome.Unfit("no document");
        }
    }

    /// <summary>Null: it is filled.</summary>
    private static string? Fill(
        WordprocessingDocument document, FormPlace place, IReadOnlyList<FormRow> rows, IReadOnlyDictionary<SlotId, string> values, FormHead? head)
    {
        if (document.MainDocumentPart is not { Document.Body: not null } main || DocxContent.Of(main, asPrinted: true) is not { } content)
            return "no document";
        if (TemplateExtent.Of(content.Blocks, place) is not var (first, last))
            return "no such place";
        var keep = content.Sources.Skip(first).Take(last - first + 1).Distinct().ToList();
        // A table within a cell, a text box within a paragraph: they go with what holds them.
        keep = [.. keep.Where(block => !block.Ancestors().Any(keep.Contains))];
        TemplateCut.Down(document, content.Sources, keep);
        var (pairs, reason) = TemplateMatch.Of(rows, TemplateBlanks.Of(keep));
        if (pairs is null)
            return reason;
        // From the end, so that what is written moves no blank that is still to be filled.
        foreach (var (slot, blank) in pairs.Reverse())
        {
            if (values.TryGetValue(slot.Id, out var value) && value.Length > 0)
                Write(blank, value);
        }

        if (head is not null)
            TemplateHead.Write(keep, head);
        return null;
    }

    private static void Write(TemplateBlank blank, string value)
    {
        switch (blank)
        {
            case TemplateBlank.Stretch { Drawn: true } stretch:
                stretch.Line.Replace(stretch.From, stretch.To, value, look => look.Underline = new Underline { Val = UnderlineValues.Single });
                break;
            case TemplateBlank.Stretch stretch:
                stretch.Line.Replace(stretch.From, stretch.To, value);
                break;
            case TemplateBlank.Cell cell:
                TemplateLine.Fill(cell.Paragraph, value);
                break;
            case TemplateBlank.Boxes boxes:
                Tick(boxes, value);
                break;
        }
    }

    private static void Tick(TemplateBlank.Boxes boxes, string value)
    {
        var note = value.IndexOf('（', StringComparison.Ordinal);
        if (note >= 0)
            boxes.Line.Replace(boxes.End, boxes.End, value[note..]);
        var said = note >= 0 ? value[..note] : value;
        var yes = said is "是" || said.Contains($"{FormCellText.Ticked}是", StringComparison.Ordinal);
        var no = said is "否" || said.Contains($"{FormCellText.Ticked}否", StringComparison.Ordinal);
        foreach (var at in (int[])[.. no ? [boxes.No] : Array.Empty<int>(), .. yes ? [boxes.Yes] : Array.Empty<int>()])
            boxes.Line.Replace(at, at + 1, FormCellText.Ticked, look => look.RunFonts = WordText.BoxFonts());
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>
/// Leaves of a document only some of its blocks, on the page they were printed on, with the styles, lists and fonts they
/// need: no header or footer, no comments, no traces of revisions, no author.
/// </summary>
internal static class TemplateCut
{
    private static readonly string[] Kept =
        ["styles", "numbering", "fontTable", "theme", "settings", "webSettings", "stylesWithEffects"];

    /// <summary>Cuts the document down.</summary>
    public static void Down(WordprocessingDocument document, IReadOnlyList<OpenXmlElement> all, IReadOnlyList<OpenXmlElement> keep)
    {
        var main = document.MainDocumentPart!;
        var body = main.Document.Body!;
        var page = (SectionProperties?)(Section(body, keep[^1]) ?? body.Elements<SectionProperties>().LastOrDefault())?.CloneNode(true) ?? new SectionProperties();
        var kept = keep.ToHashSet();
        foreach (var block in all.Distinct())
        {
            if (!kept.Contains(block) && !block.Ancestors().Any(kept.Contains) && !block.Descendants().Any(kept.Contains))
                block.Remove();
        }

        Clean(body);
        page.RemoveAllChildren<HeaderReference>();
        page.RemoveAllChildren<FooterReference>();
        page.RemoveAllChildren<PageNumberType>();
        page.RemoveAllChildren<TitlePage>();
        page.RemoveAllChildren<SectionType>();
        foreach (var section in main.Document.Descendants<SectionProperties>().ToList())
            section.Remove();
        body.Append(page);
        // A document ends with a paragraph; behind a table it is made as small as it can be.
        if (body.LastChild!.PreviousSibling() is not Paragraph)
            page.InsertBeforeSelf(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact })));
        Parts(document);
    }

    /// <summary>The page of a block: what ends the section it stands in.</summary>
    private static SectionProperties? Section(Body body, OpenXmlElement block)
    {
        var top = block;
        while (top.Parent is { } parent && parent != body)
            top = parent;
        return new[] { top }.Concat(top.ElementsAfter()).Select(element => element as SectionProperties ?? element.Descendants<SectionProperties>().FirstOrDefault())
            .FirstOrDefault(section => section is not null);
    }

    private static void Clean(Body body)
    {
        Remove<DeletedRun>(body);
        Remove<MoveFromRun>(body);
        Remove<CommentRangeStart>(body);
        Remove<CommentRangeEnd>(body);
        Remove<CommentReference>(body);
        Remove<FootnoteReference>(body);
        Remove<EndnoteReference>(body);
        Remove<BookmarkStart>(body);
        Remove<BookmarkEnd>(body);
        Remove<ParagraphPropertiesChange>(body);
        Remove<RunPropertiesChange>(body);
        Remove<ParagraphMarkRunPropertiesChange>(body);
        Remove<TablePropertiesChange>(body);
        Remove<TableRowPropertiesChange>(body);
        Remove<TableCellPropertiesChange>(body);
        Remove<TableGridChange>(body);
        Remove<SectionPropertiesChange>(body);
        foreach (var row in body.Descendants<TableRow>().Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is not null).ToList())
            row.Remove();
        Remove<Inserted>(body);
        Remove<Deleted>(body);
        foreach (var inserted in body.Descendants().Where(element => element is InsertedRun or MoveToRun).ToList())
        {
            foreach (var child in inserted.ChildElements.ToList())
            {
                child.Remove();
                inserted.InsertBeforeSelf(child);
            }

            inserted.Remove();
        }

        foreach (var holder in body.Elements<SdtBlock>().Where(holder => !holder.Descendants().Any(part => part is Paragraph or Table)).ToList())
            holder.Remove();
        // The form begins its own document.
        if (body.GetFirstChild<Paragraph>() is { } first)
        {
            first.ParagraphProperties?.PageBreakBefore?.Remove();
            foreach (var pageBreak in first.Descendants<Break>().Where(b => b.Type?.InnerText == "page").ToList())
                pageBreak.Remove();
        }
    }

    private static void Remove<T>(OpenXmlElement from)
        where T : OpenXmlElement
    {
        foreach (var element in from.Descendants<T>().ToList())
            element.Remove();
    }

    private static void Parts(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        foreach (var part in document.Parts.Where(pair => pair.OpenXmlPart != main).ToList())
            document.DeletePart(part.OpenXmlPart);
        var named = main.Document.Descendants().SelectMany(element => element.GetAttributes())
            .Where(attribute => attribute.NamespaceUri == "http://schemas.openxmlformats.org/officeDocument/2006/relationships").Select(attribute => attribute.Value).ToHashSet();
        foreach (var part in main.Parts.Where(pair => !named.Contains(pair.RelationshipId) && !Kept.Any(kind => pair.OpenXmlPart.RelationshipType.EndsWith("/" + kind, StringComparison.Ordinal))).ToList())
            main.DeletePart(part.OpenXmlPart);
        foreach (var link in main.HyperlinkRelationships.Where(link => !named.Contains(link.Id)).ToList())
            main.DeleteReferenceRelationship(link);
        foreach (var link in main.ExternalRelationships.Where(link => !named.Contains(link.Id)).ToList())
            main.DeleteExternalRelationship(link);
        if (main.DocumentSettingsPart is not { Settings: { } settings } part_)
            return;
        foreach (var setting in settings.ChildElements.Where(IsOfWholeDocument).ToList())
            setting.Remove();
        foreach (var link in part_.ExternalRelationships.ToList())
            part_.DeleteExternalRelationship(link);
    }

    private static bool IsOfWholeDocument(OpenXmlElement setting) => setting is AttachedTemplate or DocumentVariables or MailMerge or DocumentProtection
        or WriteProtection or TrackRevisions or FootnoteDocumentWideProperties or EndnoteDocumentWideProperties or Rsids;
}

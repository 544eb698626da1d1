using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Plans;

namespace Bot.Adapters.Documents;

/// <summary>Finds where a plan's Word file prints a form: the one place that takes its slots.</summary>
internal static class FormSearch
{
    /// <summary>More tables than these are not tried.</summary>
    private const int MostTables = 40;

    private static readonly Dictionary<SlotId, string> Nothing = [];

    /// <summary>The place; null: none fits, or several tables do.</summary>
    /// <param name="docx">The plan's file.</param>
    /// <param name="blocks">What was read from it.</param>
    /// <param name="form">The form as it was understood.</param>
    public static FormPlace? Find(byte[] docx, IReadOnlyList<DocumentBlock> blocks, PlanForm form)
    {
        if (form.Rows.Count == 0)
            return null;
        bool Takes(FormPlace place) => FormTemplate.Fill(docx, place, form.Rows, Nothing) is TemplateOutcome.Filled;
        var tables = Enumerable.Range(1, Math.Min(blocks.Count(block => block is DocumentBlock.Table), MostTables)).Select(number => new FormPlace.Table(number)).Where(Takes).Take(2).ToList();
        if (tables.Count > 0)
            return tables is [var only] ? only : null;
        return Titles(blocks, form.Name).Select(first => new FormPlace.Blocks(first, End(blocks, first))).FirstOrDefault(Takes);
    }

    /// <summary>Where the form's name stands alone, from the end: before that it is listed among the attachments.</summary>
    private static IEnumerable<int> Titles(IReadOnlyList<DocumentBlock> blocks, string name) => Enumerable.Range(0, blocks.Count).Reverse()
        .Where(at => blocks[at] is DocumentBlock.Paragraph paragraph && Bare(paragraph.Text).EndsWith(Bare(name), StringComparison.Ordinal) && Bare(paragraph.Text).Length <= Bare(name).Length + 6);

    /// <summary>To the next attachment, or to the end.</summary>
    private static int End(IReadOnlyList<DocumentBlock> blocks, int first)
    {
        var end = first;
        for (var at = first + 1; at < blocks.Count && !(blocks[at] is DocumentBlock.Paragraph { Text: var text } && Bare(text).StartsWith("附件", StringComparison.Ordinal)); at++)
        {
            if (blocks[at] is not DocumentBlock.Paragraph { Text: var line } || Bare(line).Length > 0)
                end = at;
        }

        return end;
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

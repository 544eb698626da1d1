namespace Bot.Adapters.Documents;

/// <summary>A place of a printed form where something may be written.</summary>
internal abstract record TemplateBlank
{
    private TemplateBlank() { }

    /// <summary>A stretch of a line: within brackets, underscores, ruled or wide spaces.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="From">Where the stretch begins.</param>
    /// <param name="To">Where it ends.</param>
    /// <param name="After">What is printed behind it, without a closing bracket and white space.</param>
    public sealed record Stretch(TemplateLine Line, int From, int To, string After) : TemplateBlank
    {
        /// <summary>Whether the stretch is drawn of underscores, which give way to a line under the figure.</summary>
        public bool Drawn => To > From && Line.Text[From] is '_' or '＿';
    }

    /// <summary>Boxes for yes and no.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Yes">Where the box for yes is.</param>
    /// <param name="No">Where the box for no is.</param>
    /// <param name="End">Where the words of both end.</param>
    public sealed record Boxes(TemplateLine Line, int Yes, int No, int End) : TemplateBlank;

    /// <summary>A cell without words.</summary>
    /// <param name="Paragraph">Its first paragraph.</param>
    /// <param name="Column">Its first column in the grid, from 0.</param>
    /// <param name="Heading">The words at the head of the column.</param>
    /// <param name="Around">The words of its row and of the headings above it.</param>
    public sealed record Cell(DocumentFormat.OpenXml.Wordprocessing.Paragraph Paragraph, int Column, string Heading, string Around) : TemplateBlank;
}

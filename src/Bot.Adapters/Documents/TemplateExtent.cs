using System.Text.RegularExpressions;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Documents;

/// <summary>Finds the blocks of a form: for a table, its title and the lines around it too.</summary>
internal static partial class TemplateExtent
{
    private const int MostAbove = 8;
    private const int MostBelow = 8;
    private const int LongestLine = 60;

    /// <summary>The first and last block; null: there is no such place.</summary>
    public static (int First, int Last)? Of(IReadOnlyList<DocumentBlock> blocks, FormPlace place)
    {
        if (place is FormPlace.Blocks(var first, var last))
            return first >= 0 && first <= last && last < blocks.Count ? (first, last) : null;
        var at = place is FormPlace.Table { Number: > 0 } table
            ? Enumerable.Range(0, blocks.Count).Where(i => blocks[i] is DocumentBlock.Table).Skip(table.Number - 1).FirstOrDefault(-1)
            : -1;
        return at < 0 ? null : (Top(blocks, at), Bottom(blocks, at));
    }

    /// <summary>Upwards to 附件…, or to the title; sentences of the plan and other tables end it.</summary>
    private static int Top(IReadOnlyList<DocumentBlock> blocks, int table)
    {
        var top = table;
        for (var at = table - 1; at >= Math.Max(0, table - MostAbove) && blocks[at] is DocumentBlock.Paragraph { Text: var text }; at--)
        {
            var line = text.Trim();
            if (line.Length == 0)
                continue;
            if (Attachment().IsMatch(line))
                return at;
            if (line.Length > LongestLine || line[^1] is '。' or '；')
                break;
            top = at;
        }

        return top;
    }

    /// <summary>Downwards over notes and lines for signatures.</summary>
    private static int Bottom(IReadOnlyList<DocumentBlock> blocks, int table)
    {
        var bottom = table;
        var noted = false;
        for (var at = table + 1; at < Math.Min(blocks.Count, table + 1 + MostBelow) && blocks[at] is DocumentBlock.Paragraph { Text: var text }; at++)
        {
            var line = text.Trim();
            if (line.Length == 0)
                continue;
            // A numbered line goes on with a note that came before it.
            if (!Note().IsMatch(line) && !(noted && Numbered().IsMatch(line)))
                break;
            noted = true;
            bottom = at;
        }

        return bottom;
    }

    [GeneratedRegex(@"^附\s*[件表]\s*[0-9０-９一二三四五六七八九十]{0,3}\s*([:：].*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attachment();

    [GeneratedRegex(@"^([（(]?\s*(备?\s*注|说\s*明|填\s*[表报写]\s*说\s*明|填表要求)\s*[0-9]?\s*[:：、.]|\*|※|.{0,8}(填\s*[表报]\s*人|负\s*责\s*人|联\s*系\s*人|审\s*核|填\s*[表报]\s*(日期|时间)|经办人|签字|盖章).{0,4}[:：])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Note();

    [GeneratedRegex(@"^[（(]?[0-9①-⑨]{1,2}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}

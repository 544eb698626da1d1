using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>Writes unit, contact, telephone and day behind their labels, each once, where nothing is written yet.</summary>
internal static partial class TemplateHead
{
    /// <summary>What at least parts a written field from the next label.</summary>
    private const int Gap = 2;

    /// <summary>Writes what is known.</summary>
    public static void Write(IEnumerable<OpenXmlElement> blocks, FormHead head)
    {
        var day = head.FilledOn is { } filled ? FormattableString.Invariant($"{filled.Year}年{filled.Month}月{filled.Day}日") : "";
        var open = new List<(Regex Label, string Words)> { (Unit(), head.Unit), (Contact(), head.Contact), (Phone(), head.Phone), (Day(), day) };
        open.RemoveAll(field => field.Words.Length == 0);
        foreach (var paragraph in blocks.SelectMany(block => block.Descendants<Paragraph>().Prepend(block as Paragraph)).OfType<Paragraph>())
        {
            foreach (var field in open.ToList())
            {
                var line = new TemplateLine(paragraph);
                if (field.Label.Match(line.Text) is not { Success: true } match)
                    continue;
                Write(line, match.Groups["blank"], field.Words);
                open.Remove(field);
            }
        }
    }

    private static void Write(TemplateLine line, Group blank, string words)
    {
        var (from, to) = (blank.Index, blank.Index + blank.Length);
        if (blank.Value.AsSpan().ContainsAny('_', '＿'))
        {
            // The line drawn gives way, the space behind it stays.
            to = from + blank.Value.TrimEnd().Length;
            line.Replace(from, to, words, look => look.Underline = new Underline { Val = UnderlineValues.Single });
            return;
        }

        // Spaces keep the next label where it was, as far as the words leave room: a Chinese character is as wide as two.
        var follows = to < line.Text.Length;
        var spare = blank.Value.Sum(Wide) - words.Sum(Wide);
        line.Replace(from, to, follows ? words + new string(' ', Math.Max(Gap, spare)) : words);
    }

    private static int Wide(char c) => c >= '\u2E80' ? 2 : 1;

    [GeneratedRegex(@"(^|[\s，；;])(填报|报送|上报|填表|申报)?单位(名称)?\s*([（(][^（）()]{1,8}[）)])?\s*[:：](?<blank>[\s_＿]*)(?=$|填|报|联|负|审|日|时|电|手|单|年|[（(][公盖])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unit();

    [GeneratedRegex(@"(^|[\s，；;(（）)])(填\s*[报表]\s*人|联\s*[系络]\s*人|联络员|报送人|经办人)\s*([（(][^（）()]{1,8}[）)])?\s*[:：](?<blank>[\s_＿]*)(?=$|填|报|联|负|审|日|时|电|手|单|年)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contact();

    [GeneratedRegex(@"(联系电话|联系方式|电\s*话|手机号码?|手\s*机)\s*[:：](?<blank>[\s_＿]*)(?=$|填|报|联|负|审|日|时|单|年)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    // A day's own label may stand without 年月日; a plain 日期 or 时间 may be an activity's.
    [GeneratedRegex(@"(填\s*[报表]|报送)\s*(日\s*期|时\s*间)\s*[:：](?<blank>[\s_＿]*((年[\s_＿]*)?月[\s_＿]*日)?)(?=$|填|报|联|负|审|电|手|单)|(^|[\s，；;])(日\s*期|时\s*间)\s*[:：](?<blank>[\s_＿]*(年[\s_＿]*)?月[\s_＿]*日)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();
}

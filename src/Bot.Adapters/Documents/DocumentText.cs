using System.Text;
using System.Xml;

namespace Bot.Adapters.Documents;

/// <summary>Text from messages on its way into a document.</summary>
internal static class DocumentText
{
    /// <summary>The longest text a spreadsheet cell may hold.</summary>
    public const int MostInCell = 32_767;

    /// <summary>The text without what XML cannot carry (control characters, half surrogate pairs).</summary>
    public static string Clean(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
        }

        return clean.ToString();
    }

    /// <summary>Whether a spreadsheet program could take the text for a formula: = + - @, wide ones too, and what may hide them.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n';
}

using System.Security.Cryptography;
using System.Text;

namespace Bot.Domain.Ledger;

/// <summary>The hash that tells the same words again: white space, punctuation and width do not count.</summary>
public static class TextHash
{
    /// <summary>64 lower-case hex digits.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Sound(text).Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetter(c) || char.IsNumber(c) || char.IsSurrogate(c)) folded.Append(char.ToLowerInvariant(c));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded.ToString())));
    }

    // Normalisation throws on a surrogate without its other half.
    private static string Sound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}

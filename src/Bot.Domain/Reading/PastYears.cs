namespace Bot.Domain.Reading;

/// <summary>Clauses that begin with a year gone by (2015年那场大风, 2019年改造) tell no report.</summary>
internal static class PastYears
{
    private const int Opening = 8;

    /// <summary>Marks them. In January and February the year before is still reported on.</summary>
    public static void Mark(ReadOnlySpan<char> text, List<Clause> clauses, DateTime saidAt)
    {
        var last = saidAt.Month <= 2 ? saidAt.Year - 2 : saidAt.Year - 1;
        foreach (var clause in clauses)
        {
            if (clause.Status == ClauseStatus.Done && !clause.Aim && Begins(text[clause.From..clause.To], last))
                clause.Status = ClauseStatus.Earlier;
        }
    }

    private static bool Begins(ReadOnlySpan<char> words, int last)
    {
        var at = words[..Math.Min(words.Length, Opening + 5)].IndexOf('年');
        return at >= 4 && at - 4 <= Opening && int.TryParse(words[(at - 4)..at], out var year) && year is > 1949 && year <= last
            && (at == 4 || !char.IsAsciiLetterOrDigit(words[at - 5])) && words[..at].IndexOfAny('《', '“') < 0;
    }
}

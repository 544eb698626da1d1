namespace Bot.Domain.Plans;

/// <summary>Reads words from a folded sentence, blanks skipped.</summary>
internal ref struct TimeCursor(ReadOnlySpan<char> text, int at)
{
    private readonly ReadOnlySpan<char> text = text;

    /// <summary>Where it stands.</summary>
    public int At { get; set; } = at;

    /// <summary>The next character, or NUL.</summary>
    public readonly char Next => At < text.Length ? text[At] : '\0';

    /// <summary>The character before, or NUL.</summary>
    public readonly char Before => At > 0 && At <= text.Length ? text[At - 1] : '\0';

    /// <summary>What follows.</summary>
    public readonly ReadOnlySpan<char> Rest => text[Math.Min(At, text.Length)..];

    /// <summary>Passes blanks.</summary>
    public void Skip()
    {
        while (At < text.Length && text[At] == ' ')
            At++;
    }

    /// <summary>Takes a word if it is next.</summary>
    public bool Take(scoped ReadOnlySpan<char> word)
    {
        var back = At;
        Skip();
        if (Rest.StartsWith(word))
        {
            At += word.Length;
            return true;
        }

        At = back;
        return false;
    }

    /// <summary>Takes the first of the words that is next.</summary>
    public bool TakeAny(scoped ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Take(word))
                return true;
        }

        return false;
    }

    /// <summary>Takes a whole number up to four digits.</summary>
    public int? Number()
    {
        var back = At;
        Skip();
        var end = At;
        while (end < text.Length && ChineseNumber.Holds(text[end]))
            end++;
        // 24小时 ends where the letters begin; a row of more than four digits is no date.
        var value = ChineseNumber.Of(text[At..end]);
        At = value is null ? back : end;
        return value;
    }
}

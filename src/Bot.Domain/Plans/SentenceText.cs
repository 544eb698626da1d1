namespace Bot.Domain.Plans;

/// <summary>A folded sentence with its brackets and enclosures blanked out, and the parts its commas make.</summary>
internal sealed class SentenceText
{
    private static readonly string[] Enclosing = ["并附", "附上", "附送", "后附", "随附", "附有", "同时附", "另附", "需附", "须附", "要附"];
    private readonly List<int> stops = [];
    private readonly List<(int At, int Number)> attachments = [];

    /// <summary>Takes a sentence apart.</summary>
    public SentenceText(string words)
    {
        Words = words;
        Masked = Mask(words);
        for (var at = 0; at < words.Length; at++)
        {
            if (Masked[at] is '，' or ',' or ':' or ';')
                stops.Add(at);
        }
    }

    /// <summary>The sentence.</summary>
    public string Words { get; }

    /// <summary>The sentence, what stands in brackets or comes along as an enclosure blanked out; positions stay.</summary>
    public string Masked { get; }

    /// <summary>The attachments it names, and where.</summary>
    public IReadOnlyList<(int At, int Number)> Attachments => attachments;

    /// <summary>Which part a position lies in, from 0.</summary>
    public int Segment(int at) => stops.Count(stop => stop < at);

    /// <summary>Where the part begins in which a position lies.</summary>
    public int SegmentFrom(int at)
    {
        var nth = stops.FindLastIndex(stop => stop < at);
        return nth < 0 ? 0 : stops[nth] + 1;
    }

    /// <summary>Where the part ends in which a position lies.</summary>
    public int SegmentTo(int at)
    {
        var nth = stops.FindIndex(stop => stop >= at);
        return nth < 0 ? Masked.Length : stops[nth];
    }

    /// <summary>The words of the part a position lies in.</summary>
    public string Part(int at) => Masked[SegmentFrom(at)..SegmentTo(at)];

    // Brackets say how many or which attachment, enclosures come along: both are blanked out.
    private string Mask(string words)
    {
        var chars = words.ToCharArray();
        var depth = 0;
        for (var at = 0; at < chars.Length; at++)
        {
            if (words.AsSpan(at).StartsWith("附件") || words.AsSpan(at).StartsWith("附表"))
            {
                var end = at + 2;
                while (end < words.Length && char.IsAsciiDigit(words[end]))
                    end++;
                attachments.Add((at, ChineseNumber.Of(words.AsSpan(at + 2, end - at - 2)) ?? 1));
            }

            if (words[at] == '(')
                depth++;
            var inside = depth > 0;
            if (words[at] == ')')
                depth = Math.Max(0, depth - 1);
            if (inside)
                chars[at] = ' ';
        }

        var blanked = new string(chars);
        foreach (var word in Enclosing.Append("，附").Append("、附"))
        {
            for (var at = blanked.IndexOf(word, StringComparison.Ordinal); at >= 0; at = blanked.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (blanked.AsSpan(at + word.Length).StartsWith("件") || blanked.AsSpan(at + word.Length).StartsWith("表"))
                    continue;
                var end = blanked.IndexOfAny(['，', ';', '。'], at + 1);
                end = end < 0 ? blanked.Length : end;
                blanked = string.Concat(blanked.AsSpan(0, at + 1), new string(' ', end - at - 1), blanked.AsSpan(end));
            }
        }

        return blanked;
    }
}

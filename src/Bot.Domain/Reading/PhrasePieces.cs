namespace Bot.Domain.Reading;

/// <summary>Cuts a form's phrase into the pieces people repeat.</summary>
internal static class PhrasePieces
{
    private const string Cuts = "“”\"《》、，,;:()·/ ";
    private static readonly string[] Leading = ["组织开展", "组织", "开展", "举行", "举办", "参与", "参加", "设置", "各类", "已"];
    private static readonly string[] Trailing = ["等活动", "活动", "等", "情况"];

    /// <summary>The pieces of three characters and more, or of fewer where nothing else names what is meant (座谈).</summary>
    public static IEnumerable<string> Of(string phrase, int shortest = 3)
    {
        foreach (var part in phrase.Split(Cuts.ToCharArray(), StringSplitOptions.RemoveEmptyEntries))
        {
            var piece = Trim(part);
            if (piece.Length >= shortest)
                yield return piece;
        }
    }

    private static string Trim(string part)
    {
        foreach (var word in Leading)
        {
            if (part.Length > word.Length + 1 && part.StartsWith(word, StringComparison.Ordinal))
                part = part[word.Length..];
        }

        foreach (var word in Trailing)
        {
            if (part.Length > word.Length + 1 && part.EndsWith(word, StringComparison.Ordinal))
                part = part[..^word.Length];
        }

        return part;
    }
}

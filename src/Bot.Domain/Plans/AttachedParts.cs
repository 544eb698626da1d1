namespace Bot.Domain.Plans;

/// <summary>The attachments of a plan: their names, and what is printed of them.</summary>
internal sealed class AttachedParts
{
    private const int LongestName = 60;

    /// <summary>Where the list of attachments, or the first attachment, begins among the pieces.</summary>
    public required int From { get; init; }

    /// <summary>Where the list ends; what follows up to the contents is the signature.</summary>
    public required int ListEnd { get; init; }

    /// <summary>Where the first attachment's content begins.</summary>
    public required int ContentFrom { get; init; }

    /// <summary>The names as listed.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>What is printed of each; null: nothing.</summary>
    public required IReadOnlyList<List<PlanPiece>?> Contents { get; init; }

    /// <summary>Finds the attachments.</summary>
    public static AttachedParts Find(List<PlanPiece> pieces)
    {
        var (from, listEnd, names) = List(pieces);
        var heads = Heads(pieces, listEnd, names);
        var contentFrom = heads.Count > 0 ? heads[0].At : pieces.Count;
        if (names.Count == 0)
            (from, listEnd) = (contentFrom, contentFrom);
        var all = new List<string>(names);
        var contents = names.Select(_ => (List<PlanPiece>?)null).ToList();
        for (var nth = 0; nth < heads.Count; nth++)
        {
            var (at, body, number, name) = heads[nth];
            var content = pieces[body..(nth + 1 < heads.Count ? heads[nth + 1].At : pieces.Count)];
            var index = Match(all, number, name, nth);
            if (index < 0)
            {
                if (name.Length == 0 || name.Contains(".doc", StringComparison.OrdinalIgnoreCase))
                    continue;
                all.Add(name);
                contents.Add(null);
                index = all.Count - 1;
            }

            if (content.Count > 0)
                contents[index] ??= content;
        }

        return new AttachedParts { From = from, ListEnd = listEnd, ContentFrom = contentFrom, Names = all, Contents = contents };
    }

    private static int Match(List<string> names, int number, string name, int nth)
    {
        var same = name.Length == 0 ? -1 : names.FindIndex(known => IsSame(known, name));
        if (same >= 0)
            return same;
        if (number > 0 && number <= names.Count)
            return number - 1;
        return number == 0 && names.Count == 1 && nth == 0 ? 0 : -1;
    }

    private static bool IsSame(string one, string other) => Letters(one) == Letters(other);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    // 附件：1.A / 附件1：A / 附表：A, the names below.
    private static (int From, int End, List<string> Names) List(List<PlanPiece> pieces)
    {
        for (var at = pieces.Count - 1; at >= 0; at--)
        {
            if (pieces[at].Line is not { } line || !Head(line.Words, out var number, out var behind, out var colon) || (!colon && number == 0))
                continue;
            var names = new List<string>();
            AddNames(line, behind, names);
            var end = at + 1;
            if (names.Count == 0 && number > 0)
                continue;
            while (end < pieces.Count && pieces[end].Line is { } more && IsListed(more, names.Count, out var from))
            {
                AddNames(more, from, names);
                end++;
            }

            if (names.Count == 0 || (number > 0 && !IsListOfHeads(pieces, at, end)))
                continue;
            var begin = at;
            while (number > 1 && begin > 0 && pieces[begin - 1].Line is { } above && Head(above.Words, out var before, out var start, out _) && before == number - 1)
            {
                var earlier = new List<string>();
                AddNames(above, start, earlier);
                names.InsertRange(0, earlier);
                (begin, number) = (begin - 1, before);
            }

            return (begin, end, names);
        }

        return (pieces.Count, pieces.Count, []);
    }

    // 附件1：A on its own is a list only where no content follows at once: the next piece is another or the signature.
    private static bool IsListOfHeads(List<PlanPiece> pieces, int at, int end) =>
        (at > 0 && pieces[at - 1].Line is { } above && Head(above.Words, out _, out _, out _)) || (end < pieces.Count && pieces[end].Line is { } next && Head(next.Words, out _, out _, out _));

    private static bool IsListed(PlanLine line, int before, out int from)
    {
        from = line.Mark.Length;
        if (line.Mark.Level is MarkLevel.Point or MarkLevel.SubPoint && line.Mark.Number == before + 1)
            return true;
        return Head(line.Words, out var number, out from, out _) && number == before + 1 && from < line.Words.Length;
    }

    private static void AddNames(PlanLine line, int from, List<string> names)
    {
        var mark = ListMark.Of(line.Words[from..]);
        from += mark.Length;
        while (from < line.Words.Length)
        {
            var (end, next) = NextItem(line.Words, from, names.Count + 2);
            var name = line.Printed(from, end).Trim().TrimEnd('。', '；', ';', '.', '，', ',').Trim();
            if (name.Length is > 0 and <= LongestName && !name.Contains(".doc", StringComparison.OrdinalIgnoreCase))
                names.Add(name);
            from = next;
        }
    }

    // Several on one line: 1.A 2.B
    private static (int End, int Next) NextItem(string words, int from, int number)
    {
        for (var at = from + 1; at < words.Length; at++)
        {
            if (words[at - 1] is ' ' or ';' or '。' && ListMark.Of(words[at..]) is { Level: MarkLevel.Point } mark && mark.Number == number)
                return (at, at + mark.Length);
        }

        return (words.Length, words.Length);
    }

    private static List<(int At, int Body, int Number, string Name)> Heads(List<PlanPiece> pieces, int from, List<string> names)
    {
        var heads = new List<(int At, int Body, int Number, string Name)>();
        for (var at = from == pieces.Count ? 0 : from; at < pieces.Count; at++)
        {
            if (pieces[at].Line is not { } line)
                continue;
            if (Head(line.Words, out var number, out var behind, out _) && (from < pieces.Count || number > 0 || behind >= line.Words.Length))
            {
                var name = line.Printed(behind, line.Words.Length).Trim();
                var body = at + 1;
                if (name.Length == 0 && body < pieces.Count && pieces[body].Line is { } title && title.Words.Length <= LongestName && !Head(title.Words, out _, out _, out _))
                    (name, body) = (title.Text, body + 1);
                // A long title is broken over two lines.
                if (body < pieces.Count && pieces[body].Line is { } rest && names.Exists(known => IsSame(known, name + rest.Text)))
                    (name, body) = (name + rest.Text, body + 1);
                heads.Add((at, body, number, name));
                at = body - 1;
            }
            else if (names.Exists(known => IsSame(known, line.Text)))
            {
                heads.Add((at, at + 1, 0, line.Text));
            }
        }

        return heads;
    }

    // 附件1, 附件：, 附表2:, 附:
    private static bool Head(string words, out int number, out int behind, out bool colon)
    {
        (number, behind, colon) = (0, 0, false);
        var at = words.StartsWith("附件", StringComparison.Ordinal) || words.StartsWith("附表", StringComparison.Ordinal) ? 2
            : words.StartsWith("附:", StringComparison.Ordinal) ? 1 : 0;
        if (at == 0)
            return false;
        var end = at;
        while (end < words.Length && (words[end] is ' ' or '一' or '二' or '三' or '四' or '五' or '六' or '七' || char.IsAsciiDigit(words[end])))
            end++;
        var digits = words[at..end].Replace(" ", "", StringComparison.Ordinal);
        // 附件1.A: the number is the list's.
        if (end < words.Length && words[end] is '.' or '、' && digits.Length > 0 && end < words.Length)
        {
            (behind, colon) = (at, true);
            number = 0;
            return true;
        }

        number = ChineseNumber.Of(digits) ?? 0;
        if (digits.Length > 0 && number == 0)
            return false;
        while (end < words.Length && words[end] is ':' or ' ')
        {
            colon |= words[end] == ':';
            end++;
            if (end >= words.Length)
                break;
        }

        behind = end;
        return end >= words.Length || colon || (number > 0 && words[at + digits.Length - 0 < words.Length ? at + digits.Length : at] == ' ');
    }
}

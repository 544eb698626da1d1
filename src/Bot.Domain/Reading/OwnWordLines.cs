namespace Bot.Domain.Reading;

/// <summary>Reads lines of an office's own words and says of each bad one what is wrong and what to write instead.</summary>
/// <param name="known">What is known already; the good lines are not added to it.</param>
internal sealed class OwnWordLines(Concepts known)
{
    public const string Activities = "[活动]";
    public const string Things = "[物品]";
    private const int MostLines = 2_000;
    private const int LongestWord = 20;
    private static readonly char[] Between = [' ', '、', '，', ',', ';', '|'];
    private readonly Dictionary<string, (bool IsThing, string? Wider)> fresh = new(StringComparer.Ordinal);
    private bool? isThing;

    /// <summary>What was wrong, one a line.</summary>
    public List<WordFault> Faults { get; } = [];

    /// <summary>The good lines.</summary>
    public List<OwnEntry> Read(string text)
    {
        var entries = new List<OwnEntry>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostLines)
        {
            Faults.Add(new WordFault(0, FormattableString.Invariant($"more than {MostLines} lines"), "Keep the words that people really use"));
            return entries;
        }

        for (var number = 1; number <= lines.Length; number++)
        {
            var line = SourceText.Fold(lines[number - 1]).Text.Trim().ToString();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (Entry(line, out var wrong, out var remedy) is { } entry)
                entries.Add(entry);
            else if (wrong.Length > 0)
                Faults.Add(new WordFault(number, wrong, remedy));
        }

        return entries;
    }

    // An entry; null: a heading, or a fault.
    private OwnEntry? Entry(string line, out string wrong, out string remedy)
    {
        (wrong, remedy) = ("", "");
        if (line[0] == '[')
        {
            isThing = line switch { Activities => false, Things => true, _ => null };
            if (isThing is null)
                (wrong, remedy) = ($"the heading {line} is not known", $"Write {Activities} or {Things}");
            return null;
        }

        var parts = line.Split('=');
        if (parts.Length != 2)
        {
            (wrong, remedy) = (parts.Length < 2 ? "there is no = in it" : "there is more than one = in it", "Write: 演练 = 消防拉动 跑警报");
            return null;
        }

        var words = parts[1].Split(Between, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            (wrong, remedy) = ("no word stands behind =", "Write the words people use, parted by spaces: 演练 = 消防拉动 跑警报");
        foreach (var word in words)
        {
            if (wrong.Length == 0)
                (wrong, remedy) = Fault(word);
        }

        return wrong.Length == 0 ? Placed(parts[0], words, out wrong, out remedy) : null;
    }

    private OwnEntry? Placed(string before, string[] words, out string wrong, out string remedy)
    {
        var head = before.Split('<', StringSplitOptions.TrimEntries);
        var name = head[0].TrimEnd(DataFile.Signs);
        var wider = head.Length > 1 ? head[1] : null;
        (wrong, remedy) = (head.Length > 2 ? ("there is more than one < in it", "Name one wider activity or thing only: 观摩 < 参观 = …")
            : name.Length == 0 ? ("no name stands before =", "Begin with what it means: 演练 = 消防拉动")
            : head[0].Length - name.Length > 1 ? ($"more than one sign stands behind {name}", "One of * ! ? ~ at most")
            : !IsWord(name) ? ($"{name} is no name", "Write a name without spaces or punctuation")
            : wider is not null && Kind(wider) is null ? ($"{wider} behind < is not known", "Name one that is known; the command \"words list\" shows all")
            : ("", ""));
        if (wrong.Length > 0)
            return null;
        var kind = Kind(name);
        (wrong, remedy) = kind is null && isThing is null && wider is null ? Unknown(name, words)
            : kind is { } of && isThing is { } under && of != under
                ? ($"{name} is known, and is {(of ? "a thing" : "an activity")}", $"Put the line under {(of ? Things : Activities)}, or before any heading")
            : wider is not null && Kind(wider) != (kind ?? isThing ?? Kind(wider)) ? ($"{name} and {wider} are not of one kind", "An activity is a kind of an activity, a thing of a thing")
            : wider is not null && Wider(name) is { } already && already != wider ? ($"{name} is a kind of {already} already", $"Leave \"< {wider}\" away")
            : wider is not null && wider != Wider(name) && Leads(wider, name) ? ($"{wider} is a kind of {name} itself", "Leave \"< …\" away")
            : ("", "");
        if (wrong.Length > 0)
            return null;
        var thing = kind ?? isThing ?? Kind(wider!)!.Value;
        fresh[name] = (thing, wider ?? Wider(name));
        return new OwnEntry(new DataEntry(head[0], wider, words), thing);
    }

    private (string Wrong, string Remedy) Unknown(string name, string[] words)
    {
        if (Array.Find(words, word => Kind(word) is not null) is { } meant)
            return ($"{name} is not known as a name", $"The known name stands first: {meant} = {name}");
        var near = known.All.Where(concept => Pairs(name).Any(pair => concept.Name.Contains(pair, StringComparison.Ordinal) || concept.Words.Exists(word => word.Contains(pair, StringComparison.Ordinal))))
            .Select(concept => concept.Name).Distinct(StringComparer.Ordinal).Take(5).ToList();
        var hint = near.Count > 0 ? $"Did you mean {string.Join('、', near)}? " : "";
        return ($"{name} is not known as a name", $"{hint}\"words list\" shows all names. For something new write {Activities} or {Things} on a line above");
    }

    private (string Wrong, string Remedy) Fault(string word)
    {
        var bare = word.StartsWith('-') ? word[1..] : word.EndsWith('《') ? word[..^1] : word;
        var far = bare.IndexOf("++", StringComparison.Ordinal);
        var parts = (far < 0 ? bare : bare.Remove(far, 1)).Split('+');
        if (parts.Length == 2 && Array.Find(parts, part => part.StartsWith('@') && !known.Classes.ContainsKey(part)) is { } unknown)
            return ($"{unknown} is not known", $"Known: {string.Join('、', known.Classes.Keys)}");
        if (parts.Length > 2 || (parts.Length == 2 && (bare.Length < word.Length || parts[0].Length == 0 || parts[1].Length == 0)))
            return ($"{word} joins what cannot be joined", "Write two words with one + between them: 书记+党课");
        if (bare.Length == 0)
            return ("a - stands alone", "Write it right before the word: -宣讲员");
        if (Array.Find(parts, part => part.Length > 0 && !IsWord(parts.Length == 2 ? part.TrimStart('@') : part)) is { } bad)
            return ($"{bad} has a sign in it that no word has", "Write letters only, without quotation marks or punctuation");
        if (bare.Length > LongestWord)
            return ($"{bare} is longer than {LongestWord} characters", "Write the shortest words that still mean it");
        return parts.Length == 1 && bare.Length < 2 && !word.EndsWith('《')
            ? ($"{bare} is a single character, which stands inside many other words", "Write at least two characters, or join it to another word: 拍+短片")
            : parts.Length == 1 && bare.All(char.IsAsciiDigit) ? ($"{bare} is a number", "Numbers are read by themselves; write the words around it") : ("", "");
    }

    private static bool IsWord(string text) => text.All(char.IsLetterOrDigit);

    private bool? Kind(string name) => fresh.TryGetValue(name, out var own) ? own.IsThing : known.Named(name)?.IsThing;

    private string? Wider(string name) => fresh.TryGetValue(name, out var own) ? own.Wider : known.Named(name)?.Wider?.Name;

    // Whether one is the other or a kind of it.
    private bool Leads(string from, string to)
    {
        var (at, steps) = (from, 0);
        for (; at is not null && steps < 8; steps++)
        {
            if (at == to)
                return true;
            at = Wider(at);
        }

        return false;
    }

    private static IEnumerable<string> Pairs(string name) => Enumerable.Range(0, Math.Max(0, name.Length - 1)).Select(at => name.Substring(at, 2));
}

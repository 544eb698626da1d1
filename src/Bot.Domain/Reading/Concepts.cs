namespace Bot.Domain.Reading;

/// <summary>The common activities and things (Data/activities.txt, things.txt), with an office's own words, and the words by which people tell them.</summary>
internal sealed class Concepts
{
    private readonly List<Concept> all = [];
    private readonly Dictionary<string, Concept> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> classes = new(StringComparer.Ordinal);

    private Concepts(IReadOnlyList<OwnEntry> own)
    {
        Load("activities.txt", isThing: false);
        Load("things.txt", isThing: true);
        foreach (var (entry, isThing) in own)
            Take(entry, isThing);
    }

    /// <summary>All concepts of the data files.</summary>
    public static Concepts Shared { get; } = new([]);

    /// <summary>All of them; a concept's number is its place here.</summary>
    public IReadOnlyList<Concept> All => all;

    /// <summary>Those of the data files and an office's own, freshly made.</summary>
    public static Concepts With(IReadOnlyList<OwnEntry> own) => new(own);

    /// <summary>The one of that name; null: none.</summary>
    public Concept? Named(string name) => byName.GetValueOrDefault(name);

    /// <summary>The words that stand for one another in pairs, by their name with its @.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Classes => classes;

    private void Load(string file, bool isThing)
    {
        foreach (var entry in DataFile.Entries(file))
        {
            if (entry.Name.StartsWith('@'))
                classes.Add(entry.Name, entry.Words);
            else
                Take(entry, isThing);
        }
    }

    private void Take(DataEntry entry, bool isThing)
    {
        var concept = Find(entry.Name.TrimEnd(DataFile.Signs), isThing);
        if (entry.Wider is not null)
            concept.Wider = Find(entry.Wider.TrimEnd('*'), isThing);
        concept.CountedWider |= entry.Wider?.EndsWith('*') == true;
        concept.OnlyCounted |= entry.Name.EndsWith('*');
        concept.Replaces |= entry.Name.EndsWith('!');
        concept.Generic |= entry.Name.EndsWith('~');
        concept.Conditional |= entry.Name.EndsWith('?');
        concept.Written.AddRange(entry.Words);
        foreach (var word in entry.Words)
            Add(concept, word);
    }

    private void Add(Concept concept, string word)
    {
        if (word.StartsWith('-'))
        {
            concept.Blockers.Add(word[1..]);
            return;
        }

        if (word.EndsWith('《'))
        {
            concept.BeforeTitles.Add(word[..^1]);
            return;
        }

        var plus = word.IndexOf('+', StringComparison.Ordinal);
        if (plus <= 0)
        {
            concept.Words.Add(word);
            return;
        }

        var far = word[plus + 1] == '+';
        foreach (var first in Meant(word[..plus]))
        {
            foreach (var second in Meant(word[(plus + (far ? 2 : 1))..]))
                concept.Pairs.Add(new WordPair(first, second, far));
        }
    }

    // @负责人 stands for all words of that line.
    private IReadOnlyList<string> Meant(string word) => classes.TryGetValue(word, out var all) ? all : [word];

    private Concept Find(string name, bool isThing)
    {
        if (byName.TryGetValue(name, out var known))
            return known;
        var concept = new Concept { Number = all.Count, Name = name, IsThing = isThing };
        all.Add(concept);
        byName.Add(name, concept);
        return concept;
    }
}

/// <summary>Something people report, and what they call it.</summary>
internal sealed class Concept
{
    /// <summary>Its place among all.</summary>
    public required int Number { get; init; }

    /// <summary>The name in the data file; rules are named after it.</summary>
    public required string Name { get; init; }

    /// <summary>A thing that is counted, not an activity.</summary>
    public required bool IsThing { get; init; }

    /// <summary>What it is a kind of.</summary>
    public Concept? Wider { get; set; }

    /// <summary>Stands for the wider activity only where it is counted (大屏播放警示片1场).</summary>
    public bool CountedWider { get; set; }

    /// <summary>Only a counted one counts; none is implied.</summary>
    public bool OnlyCounted { get; set; }

    /// <summary>Takes the place of other activities in its sentence.</summary>
    public bool Replaces { get; set; }

    /// <summary>Gives way to a more particular activity beside it.</summary>
    public bool Generic { get; set; }

    /// <summary>Of the wider thing only where it is printed for publicity or handed out at a stall.</summary>
    public bool Conditional { get; set; }

    /// <summary>Its words as they are written in the data files.</summary>
    public List<string> Written { get; } = [];

    /// <summary>Words that name it.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Words that name it together.</summary>
    public List<WordPair> Pairs { get; } = [];

    /// <summary>Verbs that name it with a title behind them: 观看《…》.</summary>
    public List<string> BeforeTitles { get; } = [];

    /// <summary>Longer words that do not name it.</summary>
    public List<string> Blockers { get; } = [];

    /// <summary>Whether it is the other or a kind of it.</summary>
    public bool Is(Concept other)
    {
        var (concept, steps) = (this, 0);
        while (concept is not null && steps++ < 8)
        {
            if (concept == other)
                return true;
            concept = concept.Wider;
        }

        return false;
    }
}

/// <summary>Two words that name a concept together, in this order.</summary>
/// <param name="First">The word that comes first.</param>
/// <param name="Second">The word that follows it.</param>
/// <param name="Far">Anywhere behind it in the sentence, not only near.</param>
internal readonly record struct WordPair(string First, string Second, bool Far);

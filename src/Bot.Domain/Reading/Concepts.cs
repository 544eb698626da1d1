namespace Bot.Domain.Reading;

/// <summary>The common activities and things (Data/activities.txt, things.txt) and the words by which people tell them.</summary>
internal sealed class Concepts
{
    private readonly List<Concept> all = [];
    private readonly Dictionary<string, Concept> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> classes = new(StringComparer.Ordinal);

    private Concepts()
    {
        Load("activities.txt", isThing: false);
        Load("things.txt", isThing: true);
    }

    /// <summary>All concepts of the data files.</summary>
    public static Concepts Shared { get; } = new();

    /// <summary>All of them; a concept's number is its place here.</summary>
    public IReadOnlyList<Concept> All => all;

    private void Load(string file, bool isThing)
    {
        foreach (var entry in DataFile.Entries(file))
        {
            if (entry.Name.StartsWith('@'))
            {
                classes.Add(entry.Name, entry.Words);
                continue;
            }

            var concept = Find(entry.Name.TrimEnd('*', '!', '?', '~'), isThing);
            if (entry.Wider is not null)
                concept.Wider = Find(entry.Wider, isThing);
            concept.OnlyCounted |= entry.Name.EndsWith('*');
            concept.Replaces |= entry.Name.EndsWith('!');
            concept.Generic |= entry.Name.EndsWith('~');
            concept.Conditional |= entry.Name.EndsWith('?');
            foreach (var word in entry.Words)
                Add(concept, word);
        }
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

    /// <summary>Only a counted one counts; none is implied.</summary>
    public bool OnlyCounted { get; set; }

    /// <summary>Takes the place of other activities in its sentence.</summary>
    public bool Replaces { get; set; }

    /// <summary>Gives way to a more particular activity beside it.</summary>
    public bool Generic { get; set; }

    /// <summary>Of the wider thing only where it is printed for publicity or handed out at a stall.</summary>
    public bool Conditional { get; set; }

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

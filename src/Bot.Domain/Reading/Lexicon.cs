namespace Bot.Domain.Reading;

/// <summary>The roles of words around a figure (Data/lexicon.txt).</summary>
[Flags]
internal enum Role
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Says that an activity took place.</summary>
    Do = 1 << 0,

    /// <summary>Says that people attended.</summary>
    Attend = 1 << 1,

    /// <summary>Names people who staff an activity.</summary>
    Staff = 1 << 2,

    /// <summary>Says what staff do.</summary>
    Serving = 1 << 3,

    /// <summary>Names people an activity is for.</summary>
    Public = 1 << 4,

    /// <summary>Names firms, households and other bodies.</summary>
    Body = 1 << 5,

    /// <summary>A total.</summary>
    Total = 1 << 6,

    /// <summary>Part of a total.</summary>
    Subset = 1 << 7,

    /// <summary>The same people as before.</summary>
    Same = 1 << 8,

    /// <summary>Behind an activity: it is only spoken of.</summary>
    Reference = 1 << 9,

    /// <summary>Each of several.</summary>
    Each = 1 << 10,

    /// <summary>Going to a place.</summary>
    GoTo = 1 << 11,

    /// <summary>A place where activities are held.</summary>
    Place = 1 << 12,

    /// <summary>Making.</summary>
    Make = 1 << 13,

    /// <summary>Hanging, posting.</summary>
    Hang = 1 << 14,

    /// <summary>Handing out.</summary>
    Hand = 1 << 15,

    /// <summary>Broadcasting, publishing.</summary>
    Air = 1 << 16,

    /// <summary>Setting up.</summary>
    Setup = 1 << 17,

    /// <summary>Inspecting, mending.</summary>
    Inspect = 1 << 18,

    /// <summary>Prizes.</summary>
    Prize = 1 << 19,

    /// <summary>Made for publicity.</summary>
    Printed = 1 << 20,

    /// <summary>Online.</summary>
    Online = 1 << 21,

    /// <summary>Signed up, absent, hurt: no attendance.</summary>
    Absent = 1 << 22,

    /// <summary>Inner parts of one event: nothing.</summary>
    Inner = 1 << 23,

    /// <summary>Attached to the message: nothing.</summary>
    Attached = 1 << 24,

    /// <summary>Single people out of those who came: nothing.</summary>
    Singled = 1 << 25,

    /// <summary>Something done that leaves something to count: found, used, mended, handed in.</summary>
    Deed = 1 << 26,

    /// <summary>Finding faults.</summary>
    Find = 1 << 27,

    /// <summary>Mending them.</summary>
    Fix = 1 << 28,

    /// <summary>What is done to a thing.</summary>
    Verbs = Make | Hang | Hand | Air | Setup | Inspect,
}

/// <summary>Finds words with a role.</summary>
internal sealed class Lexicon
{
    private readonly WordTrie trie = new();
    private readonly List<Role> roles = [];

    private Lexicon()
    {
        foreach (var entry in DataFile.Entries("lexicon.txt"))
        {
            var role = Enum.Parse<Role>(entry.Name, ignoreCase: true);
            foreach (var word in entry.Words)
            {
                var number = trie.Add(word);
                if (number == roles.Count)
                    roles.Add(role);
                else
                    roles[number] |= role;
            }
        }

        trie.Seal();
    }

    /// <summary>All words of the data file.</summary>
    public static Lexicon Shared { get; } = new();

    /// <summary>The words with a role, longest first where they lie over one another, in the order of the text.</summary>
    public List<RoleHit> Find(ReadOnlySpan<char> text)
    {
        var found = new List<RoleHit>();
        Find(text, [], found);
        return found;
    }

    /// <summary>The same into an empty list; the other one is needed on the way.</summary>
    public void Find(ReadOnlySpan<char> text, List<WordHit> hits, List<RoleHit> found)
    {
        hits.Clear();
        trie.ScanLongest(text, hits);
        foreach (var hit in hits)
            found.Add(new RoleHit(hit.From, hit.To, roles[hit.Word]));
    }
}

/// <summary>A word with a role (folded positions).</summary>
internal readonly record struct RoleHit(int From, int To, Role Roles) : IFound
{
    int IFound.Place => From;

    int IFound.End => To;
}

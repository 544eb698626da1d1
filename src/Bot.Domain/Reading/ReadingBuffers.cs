namespace Bot.Domain.Reading;

/// <summary>
/// What reading a message needs on its way and the next message can have again. A thread has its own; what is read out of a
/// message (<see cref="ReportReading"/>) holds nothing of it.
/// </summary>
internal sealed class ReadingBuffers : IDisposable
{
    // What a longer message took is given back.
    private const int LongestKept = 1 << 16;

    [ThreadStatic]
    private static ReadingBuffers? idle;

    private char[] text = [];
    private int[] origins = [];
    private int[] clauseOf = [];
    private bool[] hidden = [];

    /// <summary>The characters of the folded message.</summary>
    public Letters Letters { get; } = new();

    /// <summary>Words as they are found.</summary>
    public List<WordHit> Hits { get; } = [];

    public List<Clause> Clauses { get; } = [];

    public List<Quantity> Quantities { get; } = [];

    public List<DateMention> Dates { get; } = [];

    public List<RoleHit> Roles { get; } = [];

    public List<ConceptHit> Concepts { get; } = [];

    public List<PieceHit> Pieces { get; } = [];

    /// <summary>Quantities of the messages before, to be filled anew.</summary>
    public Reused<Quantity> SpareQuantities { get; } = new();

    /// <summary>Clauses of the messages before, to be filled anew.</summary>
    public Reused<Clause> SpareClauses { get; } = new();

    /// <summary>What speaks for each blank for things: in all, before the surroundings were looked at, and of one of them.</summary>
    public (SlotScores All, SlotScores Own, SlotScores Spare) Scores { get; } = (new(), new(), new());

    /// <summary>Takes the thread's buffers, empty; where they are in use, new ones.</summary>
    public static ReadingBuffers Rent()
    {
        var buffers = idle ?? new ReadingBuffers();
        idle = null;
        buffers.Clear();
        return buffers;
    }

    /// <summary>Room for folded characters.</summary>
    public char[] Text(int length) => Room(ref text, length);

    /// <summary>Room for where characters come from.</summary>
    public int[] Origins(int length) => Room(ref origins, length);

    /// <summary>Room for the clause of every position.</summary>
    public int[] ClauseOf(int length) => Room(ref clauseOf, length);

    /// <summary>Whether positions are hidden: not yet.</summary>
    public Span<bool> Hidden(int length)
    {
        var room = Room(ref hidden, length).AsSpan(0, length);
        room.Clear();
        return room;
    }

    /// <summary>Gives them back.</summary>
    public void Dispose()
    {
        if (text.Length <= LongestKept && hidden.Length <= LongestKept)
            idle = this;
    }

    private static T[] Room<T>(ref T[] room, int length) => room.Length >= length ? room : room = new T[Math.Max(256, length + (length / 4))];

    private void Clear()
    {
        Letters.Clear();
        Hits.Clear();
        Clauses.Clear();
        Quantities.Clear();
        Dates.Clear();
        Roles.Clear();
        Concepts.Clear();
        Pieces.Clear();
        SpareQuantities.Restart();
        SpareClauses.Restart();
    }
}

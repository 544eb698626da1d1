namespace Bot.Adapters.Imports;

/// <summary>What a chat log holds, before anything of it counts.</summary>
internal sealed record LogReview
{
    private const int MostFaults = 20;

    /// <summary>How many messages there are to read.</summary>
    public int Messages { get; private set; }

    public DateTimeOffset First { get; private set; } = DateTimeOffset.MaxValue;
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Senders, who said most first.</summary>
    public IReadOnlyList<SenderLine> Senders { get; private set; } = [];

    /// <summary>What is no message to read, by reason.</summary>
    public SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the log is broken: the first ones.</summary>
    public List<LogItem.Broken> Broken { get; } = [];

    /// <summary>How many such places there are.</summary>
    public int BrokenPlaces { get; private set; }

    /// <summary>Reads it through once and keeps nothing but counts and names.</summary>
    public static async Task<LogReview> TakeAsync(ILogReader log, DateTimeOffset now, CancellationToken cancel)
    {
        var review = new LogReview();
        var senders = new Dictionary<string, SenderLine>(StringComparer.Ordinal);
        await foreach (var item in log.ReadAsync(cancel))
        {
            switch (item)
            {
                case LogItem.Said { Message: var said } when said.At > now.AddDays(1):
                    review.Skip(SkipReasons.Future);
                    break;
                case LogItem.Said { Message: var said }:
                    review.Messages++;
                    if (said.At < review.First) review.First = said.At;
                    if (said.At > review.Last) review.Last = said.At;
                    senders[said.SenderId] = senders.TryGetValue(said.SenderId, out var known)
                        ? known with { Name = said.SenderName, Messages = known.Messages + 1, First = Earlier(known.First, said.At), Last = said.At > known.Last ? said.At : known.Last }
                        : new SenderLine { Id = said.SenderId, Name = said.SenderName, Messages = 1, First = said.At, Last = said.At };
                    break;
                case LogItem.Skipped skipped:
                    review.Skip(skipped.Reason);
                    break;
                case LogItem.Broken broken:
                    review.BrokenPlaces++;
                    if (review.Broken.Count < MostFaults) review.Broken.Add(broken);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        review.Senders = [.. senders.Values.OrderByDescending(s => s.Messages).ThenBy(s => s.Name, StringComparer.Ordinal)];
        return review;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private void Skip(string reason) => Skipped[reason] = Skipped.GetValueOrDefault(reason) + 1;
}

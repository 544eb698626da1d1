using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>The dues as they were known, with what one decision has changed so far.</summary>
internal sealed class DueBook(IReadOnlyList<Due> known)
{
    private readonly Dictionary<DueId, Due> _dues = known.ToDictionary(d => d.Id);
    private readonly HashSet<DueId> _changed = [];

    /// <summary>What is to be written: dues that are other than they were, in the order of their ids.</summary>
    public IReadOnlyList<DueChange> Changes =>
        [.. _changed.Select(id => _dues[id]).Where(d => known.All(k => k != d)).OrderBy(d => d.Id.Value).Select(d => new DueChange(d))];

    /// <summary>A unit's dues.</summary>
    public IReadOnlyList<Due> Of(UnitId unit) => [.. _dues.Values.Where(d => d.Unit == unit)];

    /// <summary>What a submission met.</summary>
    public IReadOnlyList<Due> MetBy(SubmissionId submission) => [.. _dues.Values.Where(d => d.MetBy == submission).OrderBy(d => d.Deadline)];

    /// <summary>The due as it was before this decision; null: it is new.</summary>
    public Due? Before(DueId id) => known.FirstOrDefault(d => d.Id == id);

    /// <summary>The due as it stands.</summary>
    public Due Now(DueId id) => _dues[id];

    /// <summary>Puts a due as it is from now on.</summary>
    public void Put(Due due)
    {
        _dues[due.Id] = due;
        _changed.Add(due.Id);
    }
}

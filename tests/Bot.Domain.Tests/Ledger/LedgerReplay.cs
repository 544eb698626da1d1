using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Tests.Ledger;

/// <summary>A ledger in memory: says messages one after the other and writes what was decided, as a store does.</summary>
internal sealed class LedgerReplay
{
    private static readonly DateTimeOffset Start = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CountedIds _ids = new();
    private readonly Dictionary<string, SubmissionId> _named = new(StringComparer.Ordinal);
    private readonly List<ActivityRecord> _activities = [];
    private readonly List<Booking> _bookings = [];
    private int _said;

    public IReadOnlyList<Booking> Bookings => _bookings;

    public IIdSource Ids => _ids;

    /// <summary>Added to what the ledger knows: peers, photos, texts of others.</summary>
    public Func<LedgerState, LedgerState> Around { get; init; } = state => state;

    public IReadOnlyList<Unit> OfficeUnits { get; init; } = [Saying.Baita, Saying.Taoxian];

    public LedgerState State => Around(new LedgerState
    {
        Activities = [.. _activities.Select(a => a with { Figures = FigureFold.Of(_bookings.Where(b => b.Activity == a.Id)) })],
        Bookings = _bookings,
    });

    public RecordRequest Request(Saying saying)
    {
        var submission = saying.Name is { } name && _named.TryGetValue(name, out var known) ? known : new SubmissionId(_ids.Next());
        if (saying.Name is not null) _named[saying.Name] = submission;
        var reading = saying.Reading();
        return new RecordRequest
        {
            Submission = submission,
            Change = saying.Change,
            Message = new MessageId(_ids.Next()),
            TextHash = TextHash.Of(saying.Words),
            Text = saying.Words,
            Revision = new RevisionId(SampleCampaign.Campaign.Id, 1),
            Campaign = SampleCampaign.Campaign,
            Reading = reading,
            Parts = [new UnitPart { Unit = saying.Unit, Transcribed = saying.Transcribed, Activities = reading.Activities, Asks = reading.Asks }],
            Sender = saying.Sender,
            SaidAt = new DateTimeOffset(Saying.Day(saying.On).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero),
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
            SaidOn = Saying.Day(saying.On),
            Now = Start.AddMinutes(++_said),
            Quoted = saying.Quotes is { } quoted ? _named[quoted] : null,
            OfficeUnits = OfficeUnits,
            Distinct = saying.Distinct,
        };
    }

    public LedgerDecision Say(Saying saying) => Say(Request(saying));

    public LedgerDecision Say(RecordRequest request) => Write(RecordSubmission.Decide(request, State, _ids));

    public LedgerDecision Write(LedgerDecision decision)
    {
        _activities.AddRange(decision.Activities);
        _bookings.AddRange(decision.Bookings);
        foreach (var id in decision.TakenBack)
        {
            var at = _activities.FindIndex(a => a.Id == id);
            _activities[at] = _activities[at] with { TakenBack = true };
        }

        return decision;
    }

    /// <summary>The unit's totals that are not 0, in short names: <c>ds=1 da=88</c>.</summary>
    public string Totals(Unit? unit = null) => string.Join(' ', SampleCampaign.Short
        .Select(s => (s.Key, Sum: _bookings.Where(b => b.Unit == (unit ?? Saying.Baita).Id && b.Slot == s.Value).Sum(b => b.Delta)))
        .Where(s => s.Sum != 0)
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}={s.Sum:0.###}")));

    public decimal Total(string slot) => _bookings.Where(b => b.Slot == SampleCampaign.Short[slot]).Sum(b => b.Delta);
}

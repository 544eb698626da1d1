using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Tests.Dues;

/// <summary>A season in memory: messages are read and decided one after the other, and what is decided is kept as a store keeps it.</summary>
internal sealed class DueReplay
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly Campaign campaign;
    private readonly IReportReader reader;
    private readonly RevisionId revision;
    private readonly Ids ids = new();
    private readonly Dictionary<string, ToldSubmission> named = new(StringComparer.Ordinal);
    private readonly List<ToldSubmission> told = [];
    private readonly List<ActivityRecord> activities = [];
    private readonly List<Booking> bookings = [];
    private readonly List<Due> dues;
    private int now;

    public DueReplay(Campaign campaign, IReadOnlyList<string> units, DateTimeOffset since, IReadOnlyDictionary<string, ObligationSettings>? settings = null)
    {
        this.campaign = campaign;
        reader = ReportReader.Compile(campaign);
        revision = new RevisionId(campaign.Id, 1);
        Units = [.. units.Select((name, i) => new Unit { Id = new UnitId(ids.Next()), Name = name, Order = i + 1 })];
        var running = new RunningCampaign
        {
            Revision = revision, Campaign = campaign, Since = since, Groups = [], Set = settings ?? new Dictionary<string, ObligationSettings>(),
        };
        dues = [.. DuePlan.For(running, Units, Zone, ids)];
    }

    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<Due> Dues => dues;

    /// <summary>What the last message meant for the dues.</summary>
    public IReadOnlyList<DueOutcome> Outcomes { get; private set; } = [];

    /// <summary>What the last message was decided as, with its request; null: it was kept without being decided.</summary>
    public (RecordRequest Request, LedgerDecision Decision)? Last { get; private set; }

    /// <summary>Says something for a unit, or for several (a person who reports for all of them).</summary>
    public void Say(DateTimeOffset at, string from, string text, int photos = 0, IReadOnlyList<string>? files = null, string? name = null, string? quotes = null)
    {
        var submission = new SubmissionId(ids.Next());
        Decide(submission, SubmissionChange.New, at, from, text, Attachments(photos, files ?? []), quotes is null ? null : named[quotes].Id);
        if (name is not null) named[name] = told.Find(t => t.Id == submission) ?? new ToldSubmission { Id = submission, SaidAt = at, SaidOn = default, Text = text, Reading = ReportReading.Nothing };
    }

    /// <summary>Changes the words of a named message; it keeps the time it was said.</summary>
    public void Edit(string name, string from, string text) =>
        Decide(named[name].Id, SubmissionChange.Edited, named[name].SaidAt, from, text, named[name].Attachments, null);

    /// <summary>Withdraws a named message on its platform.</summary>
    public void Withdraw(string name, string from) =>
        Decide(named[name].Id, SubmissionChange.Withdrawn, named[name].SaidAt, from, "", [], null);

    /// <summary>Excuses a unit's due (免报).</summary>
    public void Excuse(string unit, string obligation, DateOnly deadline) =>
        Put(Find(unit, obligation, deadline) with { State = DueState.Excused, ExcusedBecause = "停电" });

    /// <summary>Answers what the last message left open.</summary>
    public void Answer(CheckCode code, Answer answer)
    {
        var (original, decision) = Last!.Value;
        var given = new GivenAnswer(decision.Remarks.First(r => r.Code == code), answer);
        var request = new AnswerRequest
        {
            Original = original, Open = decision.Remarks, Given = given, Message = new MessageId(ids.Next()), By = original.Sender, Now = DateTimeOffset.UnixEpoch.AddMinutes(++now),
        };
        Write(original, AnswerRemark.Decide(request, State(), ids).Ledger);
    }

    /// <summary>Counts the last message for an older due; whether that was possible.</summary>
    public bool CountFor(Due due)
    {
        var original = Last!.Value.Request;
        var decision = OverdueChoice.Decide(original, due.Id, State());
        Write(original, decision);
        return decision.DueChanges.Count > 0;
    }

    public Due Find(string unit, string obligation, DateOnly deadline) =>
        dues.Single(d => d.Unit == Units.Single(u => u.Name == unit).Id && d.Of.Obligation == obligation && d.Deadline == deadline);

    public LedgerState State(bool withTold = true) => new()
    {
        Activities = [.. activities.Select(a => a with { Figures = FigureFold.Of(bookings.Where(b => b.Activity == a.Id)) })],
        Bookings = bookings, Dues = dues, Told = withTold ? told : [],
    };

    private void Decide(
        SubmissionId submission, SubmissionChange change, DateTimeOffset at, string from, string text, IReadOnlyList<Attachment> files, SubmissionId? quoted)
    {
        (Outcomes, Last) = ([], null);
        var sender = Sender(from);
        var own = sender.Units.Count == 1 ? sender.Units[0] : sender.Units.Where(u => text.Contains(u.Name, StringComparison.Ordinal)).Take(2).ToList() is [var only] ? only : null;
        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        var reading = change == SubmissionChange.Withdrawn ? ReportReading.Nothing
            : reader.Read(text, new ReadingContext
            {
                SaidAt = local, Unit = own?.Name, Units = [.. Units.Select(u => u.Name)], Photos = files.Count,
                ReportsFor = sender.Units.Count > 1 ? [.. sender.Units.Select(u => u.Name)] : [],
            });
        var said = new ToldSubmission { Id = submission, SaidAt = at, SaidOn = DateOnly.FromDateTime(local), Text = text, Reading = reading, Attachments = files };
        var handsIn = HandIn.Of(campaign, said).Any(h => h.IsAskedBy(campaign));
        if (change == SubmissionChange.New && !handsIn && reading.Kind is ReadingKind.Other or ReadingKind.Query or ReadingKind.Registration) return;
        if (reading.Kind == ReadingKind.Other && handsIn) reading = reading with { Kind = ReadingKind.Report };
        var place = new Place { Chat = new ChatKey(Platform.WebChat, "g1"), Office = new Office { Id = default, Name = "街道", Zone = Zone.Id }, Campaigns = [revision], Units = Units };
        var (parts, _) = UnitParts.Of(reading, own, sender, place, transcribed: false);
        if (parts.Count == 0 && own is null) parts = UnitParts.Together(reading, sender, text);
        if (parts.Count == 0 && (reading.Kind == ReadingKind.Retraction || change != SubmissionChange.New)) parts = [.. sender.Units.Select(u => new UnitPart { Unit = u, Activities = [] })];
        var request = new RecordRequest
        {
            Submission = submission, Change = change, Message = new MessageId(ids.Next()), TextHash = TextHash.Of(text.Length > 0 ? text : string.Join(' ', files.Select(f => f.Name))),
            Text = text, Revision = revision, Campaign = campaign, Reading = reading, Parts = parts, Sender = sender.Id, SaidAt = at, SaidOn = said.SaidOn, Zone = Zone,
            Now = DateTimeOffset.UnixEpoch.AddMinutes(++now), Quoted = quoted, Attachments = files, OfficeUnits = Units,
        };
        Write(request, RecordSubmission.Decide(request, State(change != SubmissionChange.New || reading.Kind == ReadingKind.Retraction), ids));
        told.RemoveAll(t => t.Id == submission);
        if (change != SubmissionChange.Withdrawn) told.Add(said with { Reading = reading });
    }

    private void Write(RecordRequest request, LedgerDecision decision)
    {
        activities.AddRange(decision.Activities);
        bookings.AddRange(decision.Bookings);
        foreach (var id in decision.TakenBack) activities[activities.FindIndex(a => a.Id == id)] = activities.Single(a => a.Id == id) with { TakenBack = true };
        foreach (var change in decision.DueChanges) Put(change.Due);
        (Outcomes, Last) = (decision.Dues, (request, decision));
    }

    private void Put(Due due)
    {
        var at = dues.FindIndex(d => d.Id == due.Id);
        if (at < 0) dues.Add(due);
        else dues[at] = due;
    }

    private Person Sender(string from)
    {
        var units = from.Split('、').Select(n => Units.FirstOrDefault(u => u.Name == n)).OfType<Unit>().ToList();
        return new Person
        {
            Id = new PersonId(new Guid(from.Length, (short)from[0], (short)from[^1], new byte[8])), Name = from, Units = units,
            Role = units.Count == 0 ? Domain.Organisation.Role.Admin : Domain.Organisation.Role.Liaison, Account = new AccountKey(Platform.WebChat, from),
        };
    }

    private static IReadOnlyList<Attachment> Attachments(int photos, IReadOnlyList<string> files) =>
    [
        .. Enumerable.Range(1, photos).Select(i => new Attachment { Name = string.Create(CultureInfo.InvariantCulture, $"照片{i}.jpg"), Kind = MediaKind.Jpeg }),
        .. files.Select(f => new Attachment { Name = f }),
    ];

    private sealed class Ids : IIdSource
    {
        private int last;

        public Guid Next() => new(++last, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
    }
}

using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Dues;
using Xunit;

namespace Bot.Domain.Tests.Dues;

/// <summary>
/// Messages of a season and how the dues stand after them: of each unit named, every due that is not open, as
/// <c>weekly-material 06-13 late</c>; all others must be open.
/// </summary>
internal sealed class DueCase(string label, string campaign, params IReadOnlyList<string> units)
{
    public const string Baita = "白塔社区";

    private readonly List<Action<DueReplay>> steps = [];
    private readonly IReadOnlyList<string> units = units.Count == 0 ? [Baita] : units;
    private int year;
    private string? begins;

    public string Campaign => campaign;

    /// <summary>When the bot began; without it, long before the campaign.</summary>
    public DueCase Since(string monthDay)
    {
        begins = monthDay;
        return this;
    }

    public DueCase Say(string at, string text, int photos = 0, string? from = null, string? file = null, string? name = null, string? quotes = null) =>
        Step(r => r.Say(At(at), from ?? units[0], text, photos, file?.Split('|') ?? [], name, quotes));

    public DueCase Edit(string name, string text, string? from = null) => Step(r => r.Edit(name, from ?? units[0], text));

    public DueCase Withdraw(string name, string? from = null) => Step(r => r.Withdraw(name, from ?? units[0]));

    public DueCase Excuse(string obligation, string deadline) => Step(r => r.Excuse(units[0], obligation, Day(deadline)));

    public DueCase Answer(CheckCode code, Answer answer) => Step(r => r.Answer(code, answer));

    /// <summary>Counts the last message for an older due.</summary>
    public DueCase CountFor(string obligation, string deadline, bool possible = true) =>
        Step(r => Assert.Equal((label, possible), (label, r.CountFor(r.Find(units[0], obligation, Day(deadline))))));

    /// <summary>How the dues of a unit (the first, where none is named) stand now.</summary>
    public DueCase Stands(string expected, string? unit = null) => Step(r =>
    {
        var id = r.Units.Single(u => u.Name == (unit ?? units[0])).Id;
        var found = r.Dues.Where(d => d.Unit == id && d.State != DueState.Open).OrderBy(d => d.Deadline).ThenBy(d => d.Of.Obligation, StringComparer.Ordinal)
            .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Of.Obligation} {d.Deadline:MM-dd} {d.State.ToString().ToLowerInvariant()}"));
        Assert.Equal((label, expected), (label, string.Join("; ", found)));
    });

    /// <summary>The due the last message offers to be counted for; empty: none.</summary>
    public DueCase Offers(string expected) => Step(r => Assert.Equal(
        (label, expected), (label, string.Join("; ", r.Outcomes.OfType<DueOutcome.Offers>().Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Overdue.Of.Obligation} {o.Overdue.Deadline:MM-dd}"))))));

    /// <summary>What the last message lacked, by what its obligation asks for.</summary>
    public DueCase Lacks(Asked expected) => Step(r => Assert.Equal((label, expected), (label, Assert.Single(r.Outcomes.OfType<DueOutcome.Meets>()).Missing)));

    public void Run(Func<string, Campaign> open)
    {
        var opened = open(campaign);
        year = opened.Year;
        var replay = new DueReplay(opened, units, At((begins ?? "01-01") + " 00:00"));
        foreach (var step in steps) step(replay);
    }

    public override string ToString() => label;

    private DueCase Step(Action<DueReplay> step)
    {
        steps.Add(step);
        return this;
    }

    // 06-13 18:00 in the campaign's year.
    private DateTimeOffset At(string written) =>
        DateTimeOffset.ParseExact($"{year}-{written} +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture).ToUniversalTime();

    private DateOnly Day(string written) => DateOnly.ParseExact($"{year}-{written}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

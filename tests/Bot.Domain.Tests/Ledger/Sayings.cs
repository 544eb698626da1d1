using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Tests.Ledger;

/// <summary>
/// A message with its reading made by hand. Activities are written <c>6-13: ds=2 da=120+ p=30</c>, several with <c>|</c>:
/// month-day (or a span with <c>/</c>), short slot names, values with <c>+</c> over, <c>-</c> under, <c>~</c> about,
/// <c>i</c> implied, <c>&lt;88</c> the value it replaces.
/// </summary>
internal sealed record Saying(ReadingKind Kind, string On, string Activities)
{
    public static readonly Unit Baita = UnitNo(1, "白塔社区");
    public static readonly Unit Taoxian = UnitNo(2, "桃仙社区");
    public static readonly PersonId Zhang = new(new Guid(91, 0, 0, new byte[8]));
    public static readonly PersonId Li = new(new Guid(92, 0, 0, new byte[8]));

    public Basis Basis { get; init; }

    public bool Nil { get; init; }

    public Unit Unit { get; init; } = Baita;

    public PersonId Sender { get; init; } = Zhang;

    public bool Transcribed { get; init; }

    public string? Text { get; init; }

    public string Asks { get; init; } = "";

    /// <summary>A name for the submission: an edit bears its former name, a quotation the quoted one's.</summary>
    public string? Name { get; init; }

    public string? Quotes { get; init; }

    public SubmissionChange Change { get; init; }

    public bool Distinct { get; init; }

    public static Saying Report(string on, string activities) => new(ReadingKind.Report, on, activities);

    public static Saying Total(string on, string activities) => new(ReadingKind.Report, on, activities) { Basis = Basis.Cumulative };

    public static Saying Correction(string on, string activities) => new(ReadingKind.Correction, on, activities);

    public static Saying Retraction(string on, string activities = "") => new(ReadingKind.Retraction, on, activities);

    public static Saying Zero(string on) => new(ReadingKind.Report, on, "") { Nil = true };

    /// <summary>The message's words; without words of its own they follow from what it says.</summary>
    public string Words => Text ?? $"{Kind} {Basis} {Activities} {Asks}{(Nil ? "零报告" : "")}";

    public ReportReading Reading()
    {
        var activities = Activities.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Activity).ToList();
        return new ReportReading
        {
            Kind = Kind,
            Nil = Nil,
            Basis = Basis,
            Days = [.. activities.SelectMany(a => a.Days).Distinct()],
            Activities = [.. activities.Where(a => a.Components.Count > 0)],
            Asks = [.. Asks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => new Ask(SampleCampaign.Short[a], Span(Asks), "test"))],
        };
    }

    public static DateOnly Day(string monthDay) => DateOnly.ParseExact("2024-" + monthDay, "yyyy-M-d", CultureInfo.InvariantCulture);

    private ReportedActivity Activity(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var days = colon < 0 ? [] : written[..colon].Split(',').Select(Days).ToList();
        var figures = written[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ReportedActivity { Days = days, Components = [.. figures.Select(Component)], Span = Span(written) };
    }

    private Component Component(string written)
    {
        var (name, rest) = Halves(written, '=');
        var (value, replaces) = Halves(rest, '<');
        return new Component
        {
            Slot = SampleCampaign.Short[name],
            Value = decimal.Parse(value.TrimEnd('+', '-', '~', 'i'), CultureInfo.InvariantCulture),
            Bound = value[^1] switch { '+' => Bound.Over, '-' => Bound.Under, '~' => Bound.About, _ => Bound.Exact },
            Implied = value[^1] == 'i',
            Replaces = replaces.Length == 0 ? null : decimal.Parse(replaces, CultureInfo.InvariantCulture),
            Span = Span(written),
            Rule = "test",
        };
    }

    private TextSpan Span(string part) => Words.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? new(at, at + part.Length) : new(0, Words.Length);

    private static DaySpan Days(string written) =>
        Halves(written.Trim(), '/') is var (from, to) && to.Length > 0 ? new DaySpan(Day(from), Day(to)) : DaySpan.On(Day(written.Trim()));

    private static (string Left, string Right) Halves(string written, char at)
    {
        var index = written.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (written, "") : (written[..index], written[(index + 1)..]);
    }

    private static Unit UnitNo(int number, string name) =>
        new() { Id = new UnitId(new Guid(number, 0, 0, new byte[8])), Name = name, Order = number, Type = "社区" };
}

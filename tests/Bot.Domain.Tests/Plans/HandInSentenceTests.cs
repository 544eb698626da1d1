using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Plans;
using Xunit;

namespace Bot.Domain.Tests.Plans;

/// <summary>What single sentences of a plan ask for (Corpus/plans/sentences).</summary>
public sealed class HandInSentenceTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus", "plans", "sentences");
    private static readonly string Plan = File.ReadAllText(Path.Combine(Folder, "plan.txt"));

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(Folder, "asked.txt")).Where(line => line.Length > 0 && line[0] != '#'))
            {
                var arrow = line.IndexOf("=>", StringComparison.Ordinal);
                cases.Add(line[..arrow].Trim(), line[(arrow + 2)..].Trim());
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sentence_asks_for_what_it_says_and_nothing_else(string sentence, string asked)
    {
        var text = Plan.Replace("{}", sentence, StringComparison.Ordinal);
        var reading = PlanCompiler.Read([.. text.Split('\n').Select(line => new DocumentBlock.Paragraph(line))], WorkingDays.ByWeek);
        var expected = asked.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal);
        Assert.Equal(expected, reading.Obligations.Select(Said).Order(StringComparer.Ordinal));
    }

    private static string Said(PlanObligation obligation)
    {
        var said = $"{Lower(obligation.Kind.ToString())} " + obligation.Schedule switch
        {
            Schedule.Once once => $"once {Day(once.Due)}",
            Schedule.Dates dates => $"dates {string.Join(',', dates.Due.Select(Day))}",
            Schedule.Daily => "daily",
            Schedule.Weekly weekly => "weekly " + (weekly.Days.Count == 0 ? "null" : string.Join(',', weekly.Days.Select(Weekday))) + (weekly.From == new DateOnly(2024, 6, 1) ? "" : $" from {Day(weekly.From)}"),
            Schedule.Biweekly two => $"biweekly {Weekday(two.Day)} {Day(two.From)}",
            Schedule.Monthly monthly => $"monthly {string.Join(',', monthly.Days)} {Month(monthly.FromMonth)} {Month(monthly.ToMonth)}",
            Schedule.Quarterly quarterly => $"quarterly {quarterly.Month} {quarterly.Day} {Month(quarterly.FromMonth)} {Month(quarterly.ToMonth)}",
            Schedule.PerActivity each => $"per_activity {each.Days}",
            _ => "unspecified",
        };
        return obligation.Time is { } time ? $"{said} {time}" : said;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Weekday(DayOfWeek day) => Lower(day.ToString()[..3]);

    private static string Lower(string word) => word.ToLowerInvariant();
}

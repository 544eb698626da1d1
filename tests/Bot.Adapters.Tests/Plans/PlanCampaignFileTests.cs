using System.Text;
using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Plans;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Adapters.Tests.Plans;

/// <summary>Whatever was read in a plan, its campaign file can be read back.</summary>
public sealed class PlanCampaignFileTests
{
    private static readonly Gen<string> Print = from parts in Gen.Elements("开展演练", "{", "}", "{a.drill.sessions}", "\r\n", " ", "\t", "\u0007", "#", ": ", "“安全生产月”", "'", "\"", "", "安全生产青山行", "\u2028", "- ", "2024").ListOf()
                                                select string.Concat(parts.Take(5));

    private static readonly Gen<DateOnly> Day = Gen.Choose(0, 400).Select(day => new DateOnly(2024, 1, 1).AddDays(day));

    private static readonly Gen<Schedule> When =
        from kind in Gen.Choose(0, 8)
        from a in Day
        from b in Day
        from number in Gen.Choose(-1, 400)
        select kind switch
        {
            0 => (Schedule)new Schedule.Once(a),
            1 => new Schedule.Dates([a, b, a]),
            2 => new Schedule.Daily(a, b),
            3 => new Schedule.Weekly(number < 0 ? [] : [(DayOfWeek)(number % 7), DayOfWeek.Friday], a, b),
            4 => new Schedule.Biweekly(DayOfWeek.Wednesday, a, b),
            5 => new Schedule.Monthly([number % 40], a, b),
            6 => new Schedule.Quarterly(number % 5, number % 40, a, b),
            7 => new Schedule.PerActivity(number),
            _ => new Schedule.Unspecified(),
        };

    private static readonly Gen<PlanReading> Reading =
        from words in Print.ArrayOf(8)
        from whens in When.ListOf()
        from hour in Gen.Choose(0, 24)
        from first in Day
        from edition in Gen.Choose(0, 300)
        from form in Gen.Choose(0, 2)
        select new PlanReading
        {
            Title = words[0], Subject = words[1], Theme = words[2], DocumentNumber = words[3], Year = 2024, Edition = edition, Period = new DaySpan(first, first.AddDays(29)),
            Events = [new CampaignEvent(first, words[4])], Activities = words,
            Forms = [new PlanForm { Name = words[5], Attachment = edition, Printed = true, Columns = [words[6]], Rows = [Row(words, "a.drill"), Row([.. words.Reverse()], "b.drill")] }, new PlanForm { Name = words[6], Attachment = 2, Printed = false }],
            Obligations = [.. whens.Take(5).Select((when, nth) => new PlanObligation
            {
                Id = $"owed-{nth}", Kind = (ObligationKind)(nth + 2), Thing = words[7], Schedule = when, Time = new PlanHour(hour, 0), Subject = nth == 1 ? words[4] : null, Where = words[3], Addressees = words, Form = form == 2 ? null : form, Sentence = words[0],
            })],
        };

    [Fact]
    public void Any_reading_with_a_period_becomes_a_file_that_can_be_read() => Prop.ForAll(Reading.ToArbitrary(), reading =>
    {
        var campaign = PlanCampaign.Of(reading, new CampaignId("hill-2024")).Match(made => made, missing => throw new InvalidOperationException(missing[0].Reason));
        var file = CampaignYamlWriter.Write(campaign);
        var read = CampaignYaml.Read(Encoding.UTF8.GetBytes(file), "hill.yaml").Match(loaded => loaded, faults => throw new InvalidOperationException($"{faults[0]}\n{file}"));
        return CampaignYamlWriter.Write(read) == file;
    }).QuickCheckThrowOnFailure();

    private static FormRow Row(string[] words, string family) => new()
    {
        Name = words[0], Requirement = words[1], Lines = [words[2], $"{words[3]}{{{family}.sessions}}{words[4]}"],
        Slots = [Blank($"{family}.sessions", words[5], "场"), Blank($"{family}.done", words[6], words[7].Length > 3 ? Slot.YesNo : words[7])],
    };

    private static Slot Blank(string id, string phrase, string measure) => new() { Id = new SlotId(id), Phrase = phrase, Measure = measure, Aggregate = Aggregate.Sum };
}

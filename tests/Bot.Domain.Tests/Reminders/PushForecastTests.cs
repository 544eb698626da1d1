using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Reminders;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Reminders;

public sealed class PushForecastTests
{
    [Theory]
    [InlineData("a Tuesday", "2024-06-25", null, "prefill-eve@06-24T09:00 before-1@06-24T09:00 before-3@06-21T09:00<06-22")]
    [InlineData("Dragon Boat", "2024-06-10", null, "before-3@06-07T09:00 before-1@06-07T09:00<06-09=Merged day-09@06-07T09:00<06-10=Merged day-15@06-07T15:00<06-10")]
    [InlineData("the third day of the period", "2024-06-03", null, "before-3@05-31T09:00=BeforeWindow before-1@06-02T09:00=BeforeWindow")]
    [InlineData("due at noon", "2024-06-25", "12:00", "day-15@06-25T10:00! day-09@06-25T09:00")]
    [InlineData("due at half past seven", "2024-06-25", "07:30", "day-09@06-25T09:00=NoHourLeft day-15@06-25T15:00=NoHourLeft")]
    public void Every_step_is_told_with_what_became_of_it(string label, string due, string? hour, string told)
    {
        var obligation = Owed(new Schedule.Once(Day(due)), ObligationKind.Summary, hour);
        var forecast = PushForecast.Of(Occur(obligation)[0], obligation.Time, PushPolicy.Default(obligation), Year2024, Shanghai);
        Assert.Equal(PushPolicy.Default(obligation).Steps.Count, forecast.Count);
        var written = forecast.Select(Write).ToHashSet(StringComparer.Ordinal);
        Assert.True(written.IsSupersetOf(told.Split(' ')), $"{label}: {string.Join(' ', written)}");
    }

    [Fact]
    public void What_is_forecast_as_pushed_is_just_what_is_planned()
    {
        foreach (var schedule in new Schedule[] { new Schedule.Weekly([DayOfWeek.Monday], June.From, June.To), new Schedule.Daily(June.From, June.To), new Schedule.Monthly([25], June.From, Day("2024-12-01")) })
        {
            foreach (var hour in new[] { null, "07:00", "09:00", "16:00" })
            {
                var obligation = Owed(schedule, ObligationKind.Statistics, hour);
                var policy = PushPolicy.Default(obligation);
                foreach (var occurrence in Occur(obligation))
                {
                    var planned = PushTimes.Of(occurrence, obligation.Time, policy, Year2024, Shanghai).Select(p => (p.Step.Name, (DateTimeOffset?)p.At));
                    var forecast = PushForecast.Of(occurrence, obligation.Time, policy, Year2024, Shanghai);
                    Assert.Equal(planned.OrderBy(p => p.Item2).ThenBy(p => p.Name), forecast.Where(f => f.Fate == StepFate.Pushed).Select(f => (f.Step.Name, f.At)).OrderBy(p => p.At).ThenBy(p => p.Name));
                    Assert.All(forecast.Where(f => f.Fate is StepFate.BeforeWindow or StepFate.NoHourLeft), f => Assert.Null(f.At));
                    Assert.Equal(forecast.OrderBy(f => f.Day).ThenBy(f => f.Hour), forecast);
                }
            }
        }
    }

    private static string Write(StepForecast f) => string.Create(
        CultureInfo.InvariantCulture,
        $"{f.Step.Name}@{f.Day:MM-dd}T{f.Hour:HH:mm}{(f.IsEarlier ? "!" : "")}{(f.FromRestDay is { } rest ? $"<{rest:MM-dd}" : "")}{(f.Fate == StepFate.Pushed ? "" : $"={f.Fate}")}");
}

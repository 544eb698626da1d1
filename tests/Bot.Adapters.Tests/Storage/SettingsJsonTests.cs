using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

public sealed class SettingsJsonTests
{
    private static readonly DateTimeOffset SetAt = new(2024, 6, 13, 7, 0, 0, TimeSpan.Zero);
    private static readonly Obligation Someday = new() { Id = "material", Kind = ObligationKind.Material, Subject = "安全生产月", Schedule = new Schedule.Unspecified() };

    public static TheoryData<string, Schedule?> Schedules => new()
    {
        { "the plan's", null },
        { "once", new Schedule.Once(new DateOnly(2024, 6, 28)) },
        { "weekly", new Schedule.Weekly([DayOfWeek.Monday, DayOfWeek.Thursday], new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)) },
        { "monthly", new Schedule.Monthly([0, 15], new DateOnly(2024, 6, 1), new DateOnly(2024, 12, 1)) },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void What_is_written_is_read_again(string label, Schedule? own)
    {
        var settings = new ObligationSettings
        {
            Schedule = own, EarlierDays = 2, CutOff = new DateOnly(2024, 6, 20), SetAt = SetAt,
            Pushes = new PushPolicy
            {
                Steps = [new PushStep { Name = "reminder-d3-0930", Kind = PushKind.Reminder, Day = StepDay.WorkingDaysBefore, Count = 3, At = new TimeOnly(9, 30) }],
                Audience = PushAudience.PrivateFirst, QuietFrom = new TimeOnly(20, 0), QuietTo = new TimeOnly(8, 30), Thanks = false,
            },
        };
        var read = SettingsJson.Read(SettingsJson.Write(settings, Someday), Someday, SetAt);
        Assert.Equivalent(settings, read, strict: true);
        Assert.True(own?.GetType() == read.Schedule?.GetType(), label);
    }

    [Fact]
    public void Defaults_are_not_written_and_follow_the_schedule_that_is_set()
    {
        var json = SettingsJson.Write(ObligationSettings.Default(Someday), Someday);
        Assert.Equal("{\"earlierDays\":0}", json);
        Assert.Equivalent(PushPolicy.Default(Someday), SettingsJson.Read(json, Someday, SetAt).Pushes, strict: true);

        var once = new Schedule.Once(new DateOnly(2024, 6, 28));
        json = SettingsJson.Write(new ObligationSettings { Pushes = PushPolicy.Default(Someday, once), Schedule = once }, Someday);
        Assert.DoesNotContain("pushes", json, StringComparison.Ordinal);
        Assert.Contains(SettingsJson.Read(json, Someday, SetAt).Pushes.Steps, s => s.Name == "before-3");
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("null", "no settings")]
    [InlineData("{\"earlierDay\":2}", "an unknown member")]
    [InlineData("{\"pushes\":{\"steps\":[],\"audience\":\"Group\",\"quietFrom\":\"21:00\",\"quietTo\":\"08:00\"}}", "thanks is missing")]
    [InlineData("{\"pushes\":{\"steps\":[{\"name\":\"a\",\"kind\":\"Shout\",\"day\":\"DaysBefore\",\"count\":1,\"at\":\"09:00\"}],\"audience\":\"Group\",\"quietFrom\":\"21:00\",\"quietTo\":\"08:00\",\"thanks\":true}}", "an unknown kind")]
    [InlineData("{\"pushes\":{\"steps\":null,\"audience\":\"Group\",\"quietFrom\":\"21:00\",\"quietTo\":\"08:00\",\"thanks\":true}}", "steps that are none")]
    [InlineData("{\"schedule\":{\"rule\":\"Weekly\",\"from\":\"2024-06-01\",\"to\":\"2024-06-30\"}}", "weekly without its days")]
    [InlineData("{\"schedule\":{\"rule\":\"Once\",\"due\":\"28 June\"}}", "no day")]
    public void What_is_not_ours_is_refused(string json, string label) =>
        Assert.True(Record.Exception(() => SettingsJson.Read(json, Someday, SetAt)) is JsonException, label);

    [Fact]
    public void A_schedule_no_office_sets_is_not_written() => Assert.Throws<ArgumentException>(
        () => SettingsJson.Write(ObligationSettings.Default(Someday) with { Schedule = new Schedule.PerActivity(1) }, Someday));
}

using Bot.Domain.Reminders;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Reminders;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("over midnight, before", "21:00", "08:00", "20:59", "20:59")]
    [InlineData("over midnight, as it begins", "21:00", "08:00", "21:00", "20:59")]
    [InlineData("over midnight, late", "21:00", "08:00", "23:30", "20:59")]
    [InlineData("over midnight, midnight", "21:00", "08:00", "00:00", "08:00")]
    [InlineData("over midnight, early", "21:00", "08:00", "07:59", "08:00")]
    [InlineData("over midnight, as it ends", "21:00", "08:00", "08:00", "08:00")]
    [InlineData("from midnight", "00:00", "07:00", "03:00", "07:00")]
    [InlineData("at noon, before", "12:00", "14:00", "11:59", "11:59")]
    [InlineData("at noon, inside", "12:00", "14:00", "13:00", "14:00")]
    [InlineData("at noon, as it ends", "12:00", "14:00", "14:00", "14:00")]
    [InlineData("none", "08:00", "08:00", "03:00", "03:00")]
    [InlineData("none, at the hour itself", "08:00", "08:00", "08:00", "08:00")]
    public void An_hour_in_them_moves_out_of_them_on_the_same_day(string label, string from, string to, string hour, string expected)
    {
        var policy = new PushPolicy { Steps = [], QuietFrom = Hour(from)!.Value, QuietTo = Hour(to)!.Value };
        Assert.True(Hour(expected) == QuietHours.Outside(policy, Hour(hour)!.Value), label);
        Assert.True((hour != expected) == QuietHours.Holds(policy, Hour(hour)!.Value), label);
    }
}

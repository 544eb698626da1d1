using Bot.Host.Console;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Bot.Host.Tests.Console;

public class PeriodChoiceTests
{
    private static readonly DateOnly Thursday = new(2024, 6, 13);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("?period=本周", "本周", "from=2024-06-10&to=2024-06-16")]
    [InlineData("?period=上周&from=2024-01-01", "上周", "from=2024-06-03&to=2024-06-09")]
    [InlineData("?period=本月", "本月", "from=2024-06-01&to=2024-06-30")]
    [InlineData("?period=days&from=2024-06-02&to=2024-06-05", "days", "from=2024-06-02&to=2024-06-05")]
    [InlineData("?from=2024-06-02", "days", "from=2024-06-02&to=2024-06-13")]
    [InlineData("?to=2024-06-02", "days", "from=2000-01-01&to=2024-06-02")]
    [InlineData("?period=days", "", "")]
    [InlineData("?period=whatever", "", "")]
    public void An_address_says_the_days(string query, string key, string days)
    {
        var read = Read(query);
        Assert.Equal((key, days, null), (read.Key, read.Query, read.Fault));
    }

    [Theory]
    [InlineData("?from=2024-13-01")]
    [InlineData("?to=1.6.2024")]
    [InlineData("?from=1024-06-01")]
    [InlineData("?from=2024-06-05&to=2024-06-04")]
    public void Wrong_days_are_said_to_be_wrong(string query)
    {
        var read = Read(query);
        Assert.NotNull(read.Fault);
        Assert.Null(read.Days);
    }

    private static PeriodChoice Read(string query) => PeriodChoice.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Thursday);
}

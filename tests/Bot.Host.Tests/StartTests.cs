using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Host.Tests;

public sealed class StartTests
{
    [Theory]
    [InlineData("2024-06-13T15:00:00+08:00", null)]
    [InlineData("2026-11-30T23:59:00+08:00", null)]
    [InlineData("2026-12-01T00:00:00+08:00", "2027")] // Greenwich still has November
    [InlineData("2031-05-01T12:00:00+08:00", "2031")]
    public async Task The_start_says_which_year_s_holidays_are_not_known(string now, string? year)
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Clock.MoveToAsync(DateTimeOffset.Parse(now), default);
        var log = new Lines();
        await ActivatorUtilities.CreateInstance<Start>(bot.Services, log).RunAsync(default);
        Assert.Equal(year is null ? [] : [$"The public holidays of {year} are not known"], log.Said.Select(s => s.Split(':')[0]));
    }

    private sealed class Lines : ILogger<Start>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception));
    }
}

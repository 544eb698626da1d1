using Bot.Adapters.Calendar;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Adapters.Tests.Calendar;

public sealed class CalendarLogTests
{
    [Theory]
    [InlineData("2026-06-01", "")]
    [InlineData("2026-11-30", "")]
    [InlineData("2026-12-01", "2027")]
    [InlineData("2025-12-31", "")]
    [InlineData("2031-05-01", "2031")]
    [InlineData("2031-12-01", "2031 2032")]
    public void A_year_in_use_that_is_not_known_is_said_once(string today, string years)
    {
        var log = new Lines();
        CalendarLog.UnknownYears(log, new WorkCalendar(ShippedCalendar.Rows, []).Days(), DateOnly.Parse(today));
        Assert.Equal(years.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(y => $"The public holidays of {y} are not known"), log.Said.Select(s => s.Split(':')[0]));
    }

    private sealed class Lines : ILogger
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Assert.Equal(LogLevel.Warning, logLevel);
            Said.Add(formatter(state, exception));
        }
    }
}

using Bot.Domain.Dues;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.Calendar;

/// <summary>Registers the calendar of working days.</summary>
internal static class AddWorkCalendar
{
    /// <summary><see cref="WorkingDays"/>, read once; a broken own list throws <see cref="BrokenCalendarException"/> when it is first asked for.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataFolder">The data folder, which may hold the operator's own list.</param>
    public static IServiceCollection AddWorkingDays(this IServiceCollection services, string dataFolder) =>
        services.AddSingleton(_ => new WorkCalendar(ShippedCalendar.Rows, OwnCalendar.In(dataFolder).Read().Match(
            own => own.Rows, fault => throw new BrokenCalendarException(fault))).Days());
}

using Bot.Adapters.Console;
using Bot.Adapters.Imports;
using Bot.Host.Access;
using Bot.Host.Imports;
using Bot.Host.Limits;

namespace Bot.Host.Console;

/// <summary>The console: the office's own rooms behind the chat, for admins.</summary>
internal static class ConsoleRegistration
{
    /// <summary>Needs the stores, <c>AddAccess</c> and <c>AddWebChat</c>.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services) => services.AddConsoleStores()
        .AddSingleton<ImportJobs>().AddSingleton<ImportWake>().AddHostedService<ImportWorker>();

    /// <summary>Needs <c>MapWebChat</c> before it: pages' headers and static files come from there.</summary>
    public static WebApplication MapConsole(this WebApplication app)
    {
        var routes = app.MapGroup(ConsolePaths.Home)
            .RequireAuthorization(AccessPaths.ConsolePolicy)
            .AddEndpointFilter<SameOrigin>()
            .AddEndpointFilter<FormSize>()
            .WithLimits(RateLimits.People, FormSize.LargestDrained);
        routes.MapOverview();
        routes.MapForms();
        routes.MapRecords();
        routes.MapUnclaimed();
        routes.MapDues();
        routes.MapPolicies();
        routes.MapPushes();
        routes.MapUndelivered();
        routes.MapCalendar();
        routes.MapPlans();
        routes.MapHandIns();
        routes.MapPlanForms();
        routes.MapGroups();
        routes.MapImports();
        routes.MapUnits();
        routes.MapPeople();
        return app;
    }
}

using Bot.Host.Limits;

namespace Bot.Host.Access;

/// <summary>Sign-in: a cookie per device, gained by a personal link or, in the demo, by picking a person.</summary>
internal static class AccessRegistration
{
    private const int LargestForm = 16 * 1024;

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme, cookie =>
        {
            cookie.Cookie.Name = "safetymonth";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.IsEssential = true;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(180);
            cookie.Cookie.MaxAge = cookie.ExpireTimeSpan;
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(SessionCookie);
            // A moved demo clock must not end sessions.
            cookie.TimeProvider = TimeProvider.System;
        });
        services.AddAuthorizationBuilder().AddPolicy(
            AccessPaths.ConsolePolicy,
            policy => policy.RequireAuthenticatedUser()
                .RequireAssertion(context => context.Resource is HttpContext { ConsoleOpen: true }));
        return services;
    }

    public static WebApplication MapAccess(this WebApplication app)
    {
        var routes = app.MapGroup("")
            .AddEndpointFilter<SameOrigin>()
            .WithLimits(RateLimits.Entrances, LargestForm);
        routes.MapWho();
        routes.MapLinks();
        return app;
    }
}

using Microsoft.AspNetCore.Http.Features;

namespace Bot.Host.Telemetry;

/// <summary>Names the framework's span of a request by its route, never by its path: paths are keys here.</summary>
internal static class RequestSpans
{
    public static IApplicationBuilder UseRequestSpans(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is not null && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            span.DisplayName = $"{context.Request.Method} {route}";
            span.SetTag("http.route", route);
        }

        await next(context);
        span?.SetTag("http.response.status_code", context.Response.StatusCode);
    });
}

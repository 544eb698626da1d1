namespace Bot.Host.WebChat;

/// <summary>What browsers are told about every answer: nothing from elsewhere, nothing inline, no guessing of types.</summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UsePageHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(), microphone=(), camera=()";
        context.Response.OnStarting(static state =>
        {
            // Pages and fragments are one person's: no cache keeps them. What may be kept says so itself.
            var response = (HttpResponse)state;
            if (response.Headers.CacheControl.Count == 0)
                response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });
}

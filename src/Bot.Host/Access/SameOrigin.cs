namespace Bot.Host.Access;

/// <summary>
/// Refuses posts that another site's page sends with our cookie. Browsers say themselves where a request comes from
/// (Sec-Fetch-Site; Origin on plain http, where the former is not sent), so a check of these two, beside a cookie with
/// SameSite=Lax, does what tokens in forms do, and goes on working when the person is switched in another tab, when
/// the program was restarted, and for posts retried hours later. A request with neither header comes from no browser
/// and carries nobody's cookie without their knowledge.
/// </summary>
internal sealed class SameOrigin : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOwn(context.HttpContext.Request)
            ? await next(context)
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static bool IsOwn(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return true;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}

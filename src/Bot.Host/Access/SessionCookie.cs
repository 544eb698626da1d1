using Bot.Adapters.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Bot.Host.Access;

/// <summary>Turns the cookie into a viewer on every request, and sends those without one where they can get in.</summary>
internal sealed class SessionCookie(IAccessLinks links) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var session = Session.Read(context.Principal);
        var viewer = session is null
            ? null
            : await links.ViewerAsync(session.Office, session.Person, context.HttpContext.RequestAborted);
        if (session is null || viewer is null || viewer.SessionEpoch != session.Epoch)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Session.Scheme);
            return;
        }
        // Sessions live in real time, whatever the demo clock shows.
        var consoleOpen = viewer.IsAdmin && session.ConsoleUntil > TimeProvider.System.GetUtcNow();
        context.HttpContext.Features.Set(new ViewerFeature(viewer, consoleOpen));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Answer(
            context.HttpContext, StatusCodes.Status401Unauthorized,
            context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase) ? AccessPaths.ConsoleClosed : AccessPaths.Who);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Answer(context.HttpContext, StatusCodes.Status403Forbidden, AccessPaths.ConsoleClosed);

    private static Task Answer(HttpContext context, int status, string page)
    {
        if (WantsPage(context.Request))
            context.Response.Redirect(page);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Pages are navigated to; scripts, pictures and streams want a status.</summary>
    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Host.Access;
using Bot.Host.Limits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;

namespace Bot.Host.WebChat;

/// <summary>The web chat: the group as a phone or a browser sees it.</summary>
internal static class WebChatRegistration
{
    /// <summary>Needs <c>AddAccess</c>, data protection, the feed, the posts, the intake, the blobs, and in the demo its clock.</summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Chinese as itself, not as number references; what is special in HTML is encoded all the same.
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        services.AddScoped<EntryFragments>();
        services.AddScoped<ChatStream>();
        services.AddScoped<PostForm>();
        services.AddScoped<Uploads>();
        services.AddSingleton<UploadTickets>();
        return services;
    }

    public static WebApplication MapWebChat(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")),
            // Asked for anew each time and answered 304: a new version of the program is there at once. Icons would flicker.
            OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/img", StringComparison.Ordinal) ? "max-age=86400" : "no-cache",
        });
        var routes = app.MapGroup("")
            .RequireAuthorization()
            .AddEndpointFilter<SameOrigin>()
            .AddEndpointFilter<SameViewer>()
            .WithLimits(RateLimits.People, BodySizes.Form);
        routes.MapChat();
        routes.MapPosts();
        routes.MapStream();
        routes.MapUpload();
        routes.MapMedia();
        routes.MapClock();
        return app;
    }
}

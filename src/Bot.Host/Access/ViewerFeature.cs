using Bot.Adapters.WebChat;

namespace Bot.Host.Access;

/// <summary>Who is behind a request, found once when its cookie was read.</summary>
internal sealed record ViewerFeature(Viewer Viewer, bool ConsoleOpen);

internal static class HttpContextViewer
{
    extension(HttpContext context)
    {
        /// <summary>Who is signed in; null: nobody.</summary>
        public Viewer? ViewerOrNone => context.Features.Get<ViewerFeature>()?.Viewer;

        /// <summary>Who is signed in, on an endpoint that requires it.</summary>
        public Viewer Viewer =>
            context.ViewerOrNone ?? throw new InvalidOperationException("The endpoint does not require a session.");

        /// <summary>Whether the session may use the console now.</summary>
        public bool ConsoleOpen => context.Features.Get<ViewerFeature>()?.ConsoleOpen ?? false;
    }
}

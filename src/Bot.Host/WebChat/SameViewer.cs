using Bot.Host.Access;

namespace Bot.Host.WebChat;

/// <summary>
/// A page made for one person must not write as another: in the demo the person can be switched in a second tab, and
/// the cookie is shared. Requests say for whom their page was made.
/// </summary>
internal sealed class SameViewer : IEndpointFilter
{
    public const string Sentence = "您在别的窗口换了人。请刷新页面后再写，以免发错身份。";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var claimed = http.Request.Query[ChatPaths.ViewerParameter].ToString();
        return claimed.Length == 0 || claimed == http.Viewer.Person.Value.ToString()
            ? await next(context)
            : Answers.Refused(Sentence, StatusCodes.Status409Conflict);
    }
}

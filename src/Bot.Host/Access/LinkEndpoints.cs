using Bot.Adapters.Access;
using Bot.Domain.Drafts;
using Bot.Host.Console;
using Bot.Host.WebChat;
using Microsoft.AspNetCore.Authentication;

namespace Bot.Host.Access;

/// <summary>
/// Links that let people in. Opening one shows a page with a button, and only the button uses the link up: chat
/// programs and mail scanners open links by themselves to preview them.
/// </summary>
internal static class LinkEndpoints
{
    private const int LongestSecret = 200;

    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AccessPaths.PersonalLink, (string secret) => Ask(
            "打开安全月群聊",
            "这是发给您个人的链接，第一次打开后只能在这台设备上使用，请不要转发。",
            "进入群聊"));
        routes.MapGet(AccessPaths.ConsoleLink, (string secret) => Ask(
            "打开管理后台",
            "这是一次性链接，进入后即失效。请在自己的电脑上打开。",
            "进入后台"));
        routes.MapPost(AccessPaths.PersonalLink, (string secret, HttpContext context, IAccessLinks links, CancellationToken cancel) =>
            RedeemAsync(context, links, secret, LinkPurpose.Chat, cancel));
        routes.MapPost(AccessPaths.ConsoleLink, (string secret, HttpContext context, IAccessLinks links, CancellationToken cancel) =>
            RedeemAsync(context, links, secret, LinkPurpose.Console, cancel));
        routes.MapGet(AccessPaths.ConsoleClosed, () => Page.Of<NoticePage>(
            new Dictionary<string, object?>
            {
                [nameof(NoticePage.Title)] = "后台要用管理员的链接打开",
                [nameof(NoticePage.Text)] = "请管理员在群聊里发“后台”，机器人会私下回一个一次性链接。链接一小时内有效，打开后十二小时内可用。",
                [nameof(NoticePage.Back)] = "/",
            },
            StatusCodes.Status403Forbidden));
    }

    private static IResult Ask(string title, string text, string button) =>
        Page.Of<OpenLinkPage>(new Dictionary<string, object?>
        {
            [nameof(OpenLinkPage.Title)] = title,
            [nameof(OpenLinkPage.Text)] = text,
            [nameof(OpenLinkPage.Button)] = button,
        });

    private static async Task<IResult> RedeemAsync(
        HttpContext context, IAccessLinks links, string secret, LinkPurpose purpose, CancellationToken cancel)
    {
        var outcome = secret.Length > LongestSecret
            ? new LinkOutcome.Refused("链接不完整或已失效，请向管理员要一个新的。")
            : await links.RedeemAsync(secret, purpose, DeviceCookie.For(context), cancel);
        return outcome switch
        {
            LinkOutcome.Opened { Viewer.IsAdmin: false } when purpose is LinkPurpose.Console =>
                Refuse("只有管理员能进入后台。"),
            LinkOutcome.Opened opened => await EnterAsync(context, opened, purpose),
            LinkOutcome.Refused refused => Refuse(refused.Sentence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> EnterAsync(HttpContext context, LinkOutcome.Opened opened, LinkPurpose purpose)
    {
        DateTimeOffset? console = purpose is LinkPurpose.Console
            ? TimeProvider.System.GetUtcNow() + Session.ConsoleStay
            : null;
        await context.SignInAsync(Session.Scheme, Session.For(opened.Viewer, console).Principal());
        if (purpose is not LinkPurpose.Console) return Page.SeeOther("/");
        return Page.SeeOther(Guid.TryParse(context.Request.Query[AccessPaths.Plan], out var plan) ? ConsolePaths.Plan(new DraftId(plan)) : ConsolePaths.Home);
    }

    private static IResult Refuse(string sentence) =>
        Page.Of<NoticePage>(
            new Dictionary<string, object?>
            {
                [nameof(NoticePage.Title)] = "链接打不开",
                [nameof(NoticePage.Text)] = sentence,
            },
            StatusCodes.Status403Forbidden);
}

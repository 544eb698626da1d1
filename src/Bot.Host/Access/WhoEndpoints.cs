using Bot.Adapters.Access;
using Bot.Host.WebChat;
using Microsoft.AspNetCore.Authentication;

namespace Bot.Host.Access;

/// <summary>In the demo: pick who you are. Outside it: how to get in. And the way out.</summary>
internal static class WhoEndpoints
{
    public static void MapWho(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AccessPaths.Who, ShowAsync);
        routes.MapPost(AccessPaths.Who, PickAsync);
        routes.MapPost(AccessPaths.SignOut, async (HttpContext context) =>
        {
            await context.SignOutAsync(Session.Scheme);
            return Page.SeeOther(AccessPaths.Who);
        });
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IAccessLinks links, CancellationToken cancel)
    {
        var people = await links.DemoPeopleAsync(cancel);
        return people.Count > 0
            ? Page.Of<PickPersonPage>(new Dictionary<string, object?>
            {
                [nameof(PickPersonPage.People)] = people,
                [nameof(PickPersonPage.Current)] = context.ViewerOrNone?.Person,
            })
            : Page.Of<NoticePage>(
                new Dictionary<string, object?>
                {
                    [nameof(NoticePage.Title)] = "请用您的个人链接打开",
                    [nameof(NoticePage.Text)] = "每位联络员有自己的链接，由管理员发给您。换了手机或链接打不开时，请向管理员要一个新的。",
                },
                StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> PickAsync(HttpContext context, IAccessLinks links, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var people = await links.DemoPeopleAsync(cancel);
        var picked = people.FirstOrDefault(p => p.Person.Value.ToString() == form["person"].ToString());
        if (picked is null)
            return Page.SeeOther(AccessPaths.Who);
        // In the demo an admin has the console open too: everybody here is at the same machine.
        var until = TimeProvider.System.GetUtcNow() + Session.ConsoleStay;
        await context.SignInAsync(Session.Scheme, Session.For(picked, until).Principal());
        return Page.SeeOther("/");
    }
}

using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Host.Access;
using Bot.Host.WebChat;

namespace Bot.Host.Console;

/// <summary>Liaison groups: what runs in them, how they are bound, who is in those of the page.</summary>
internal static class GroupEndpoints
{
    private const string Missing = "没有这个群，或它已停用。";

    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/groups", (HttpContext context, CancellationToken cancel) => ListAsync(context, Entered.Nothing, cancel));
        routes.MapPost("/groups", AddAsync);
        var group = routes.MapGroup("/groups/{id:guid}");
        group.MapGet("", (HttpContext context, Guid id, CancellationToken cancel) => ShowAsync(context, id, Entered.Nothing, cancel));
        group.MapPost("/name", RenameAsync);
        group.MapPost("/top", AimAsync);
        group.MapPost("/close", CloseAsync);
        group.MapPost("/code", MakeCodeAsync);
        group.MapPost("/code/cancel", CancelCodeAsync);
        group.MapPost("/campaigns", BindAsync);
        group.MapPost("/campaigns/{campaign}/end", UnbindAsync);
        group.MapPost("/members", AddMemberAsync);
        group.MapPost("/members/{person:guid}/remove", RemoveMemberAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Entered entered, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var groups = await context.RequestServices.GetRequiredService<GroupRegister>().AllAsync(frame.Viewer.Office, cancel);
        return ConsolePage.Of<GroupsPage>(frame, new GroupsModel(groups, entered), ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, Entered entered, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var services = context.RequestServices;
        if (await services.GetRequiredService<GroupRegister>().FindAsync(frame.Viewer.Office, new GroupId(id), cancel) is not { } group)
            return await ConsolePage.NotThereAsync(context, Missing, cancel);
        var model = new GroupModel(
            group, await services.GetRequiredService<OfficeCampaigns>().AllAsync(frame.Viewer.Office, frame.Today, cancel),
            await services.GetRequiredService<PeopleRegister>().AllAsync(frame.Viewer.Office, cancel),
            await services.GetRequiredService<UnitRegister>().AllAsync(frame.Viewer.Office, cancel), entered);
        return ConsolePage.Of<GroupPage>(frame, model, ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> AddAsync(HttpContext context, GroupRegister groups, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        return await groups.AddAsync(context.Viewer, Names.Clean(form["name"]), form["where"] == "page", cancel) switch
        {
            RegisterOutcome.Done done => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Group(new GroupId(done.Id)), "added")),
            RegisterOutcome.Refused refused => await ListAsync(context, Entered.Wrong(form, refused), cancel),
            _ => await ConsolePage.NotThereAsync(context, Missing, cancel),
        };
    }

    private static Task<IResult> RenameAsync(HttpContext context, Guid id, GroupRegister groups, CancellationToken cancel) =>
        DoAsync(context, id, "saved", form => groups.RenameAsync(context.Viewer, new GroupId(id), Names.Clean(form["name"]), cancel), cancel);

    private static Task<IResult> AimAsync(HttpContext context, Guid id, GroupRegister groups, CancellationToken cancel) => DoAsync(
        context, id, "saved",
        async form => form["top"].ToString() switch
        {
            "" => await groups.AimAsync(context.Viewer, new GroupId(id), null, cancel),
            var written => await groups.AimAsync(context.Viewer, new GroupId(id), new UnitId(Guid.TryParse(written, out var top) ? top : Guid.Empty), cancel),
        },
        cancel);

    private static Task<IResult> CloseAsync(HttpContext context, Guid id, GroupRegister groups, CancellationToken cancel) =>
        DoAsync(context, id, "closed", _ => groups.CloseAsync(context.Viewer, new GroupId(id), cancel), cancel);

    private static Task<IResult> MakeCodeAsync(HttpContext context, Guid id, GroupRegister groups, CancellationToken cancel) =>
        DoAsync(context, id, "code", _ => groups.MakeCodeAsync(context.Viewer, new GroupId(id), cancel), cancel);

    private static Task<IResult> CancelCodeAsync(HttpContext context, Guid id, GroupRegister groups, CancellationToken cancel) => DoAsync(
        context, id, "cancelled",
        async form => await groups.CancelCodeAsync(context.Viewer, form["code"].ToString(), cancel) ? new RegisterOutcome.Done(id) : new RegisterOutcome.Unknown(), cancel);

    private static Task<IResult> BindAsync(HttpContext context, Guid id, GroupRegister groups, CancellationToken cancel) => DoAsync(
        context, id, "bound",
        async form => form.TryDay("ends", out var ends)
            ? await groups.RunCampaignAsync(context.Viewer, new GroupId(id), new CampaignId(form["campaign"].ToString()), ends, cancel)
            : new RegisterOutcome.Refused("ends", "日期请写成2024-06-30这样。"),
        cancel);

    private static Task<IResult> UnbindAsync(HttpContext context, Guid id, string campaign, GroupRegister groups, CancellationToken cancel) => DoAsync(
        context, id, "unbound",
        async _ => await groups.EndCampaignAsync(
            context.Viewer, new GroupId(id), new CampaignId(campaign), (await ConsoleFrame.OfAsync(context, cancel)).Today, cancel),
        cancel);

    private static Task<IResult> AddMemberAsync(HttpContext context, Guid id, GroupRegister groups, CancellationToken cancel) => DoAsync(
        context, id, "member", form => groups.AddMemberAsync(context.Viewer, new GroupId(id), new PersonId(form.Id("person") ?? Guid.Empty), cancel), cancel);

    private static Task<IResult> RemoveMemberAsync(HttpContext context, Guid id, Guid person, GroupRegister groups, CancellationToken cancel) =>
        DoAsync(context, id, "left", _ => groups.RemoveMemberAsync(context.Viewer, new GroupId(id), new PersonId(person), cancel), cancel);

    /// <summary>Does it and goes back to the group's page, or shows there what was entered wrongly.</summary>
    private static async Task<IResult> DoAsync(
        HttpContext context, Guid id, string done, Func<IFormCollection, Task<RegisterOutcome>> write, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        return await write(form) switch
        {
            RegisterOutcome.Done => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Group(new GroupId(id)), done)),
            RegisterOutcome.Refused refused => await ShowAsync(context, id, Entered.Wrong(form, refused), cancel),
            _ => await ConsolePage.NotThereAsync(context, Missing, cancel),
        };
    }
}

/// <summary>All groups, and the one being made.</summary>
internal sealed record GroupsModel(IReadOnlyList<GroupSheet> Groups, Entered Entered);

/// <summary>A group, and what and whom it can take.</summary>
internal sealed record GroupModel(
    GroupSheet Group, IReadOnlyList<OfficeCampaign> Campaigns, IReadOnlyList<PersonSheet> People, IReadOnlyList<Unit> Units, Entered Entered)
{
    /// <summary>The choice of branches.</summary>
    public IEnumerable<(string Key, string Label)> Branches
    {
        get
        {
            var parents = Units.Select(u => u.Parent).OfType<UnitId>().ToHashSet();
            return UnitTree.InOrder(Units).Select(u => (
                u.Unit.Id.Value.ToString(), $"{new string('\u3000', Math.Min(u.Depth, 4))}{u.Unit.Name}{(parents.Contains(u.Unit.Id) ? "及下级" : "")}"));
        }
    }
}

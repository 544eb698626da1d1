using Bot.Adapters.Console;
using Bot.Domain.Organisation;
using Bot.Host.Access;
using Bot.Host.WebChat;
using Microsoft.Extensions.Options;

namespace Bot.Host.Console;

/// <summary>People: liaisons by unit, join codes, personal links, admins.</summary>
internal static class PeopleEndpoints
{
    private const string Missing = "没有这个人。";
    private const string BadDay = "日期请写成2024-06-13这样。";

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people", (HttpContext context, CancellationToken cancel) => ListAsync(context, Entered.Nothing, cancel));
        routes.MapPost("/people", AddAsync);
        routes.MapPost("/people/codes", MakeCodeAsync);
        routes.MapPost("/people/codes/cancel", CancelCodeAsync);
        var person = routes.MapGroup("/people/{id:guid}");
        person.MapGet("", (HttpContext context, Guid id, CancellationToken cancel) => ShowAsync(context, id, Entered.Nothing, null, cancel));
        person.MapPost("", ChangeAsync);
        person.MapPost("/duties", AddDutyAsync);
        person.MapPost("/duties/{duty:guid}/end", EndDutyAsync);
        person.MapPost("/link", MakeLinkAsync);
        person.MapPost("/link/revoke", RevokeAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Entered entered, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var people = context.RequestServices.GetRequiredService<PeopleRegister>();
        var model = new PeopleModel(
            await people.AllAsync(frame.Viewer.Office, cancel), await UnitsAsync(context, frame, cancel),
            await people.JoinCodesAsync(frame.Viewer.Office, cancel), entered);
        return ConsolePage.Of<PeoplePage>(frame, model, ConsolePage.StatusOf(entered));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, Entered entered, string? link, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var people = context.RequestServices.GetRequiredService<PeopleRegister>();
        return await people.FindAsync(frame.Viewer.Office, new PersonId(id), cancel) is { } person
            ? ConsolePage.Of<PersonPage>(frame, new PersonModel(person, await UnitsAsync(context, frame, cancel), link, entered), ConsolePage.StatusOf(entered))
            : await ConsolePage.NotThereAsync(context, Missing, cancel);
    }

    private static async Task<IResult> AddAsync(HttpContext context, PeopleRegister people, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var form = await context.Request.ReadFormAsync(cancel);
        var role = RoleOf(form);
        var liaison = form.Id("unit") is { } unit ? new LiaisonEntry(new UnitId(unit), frame.Today, form.Ticked("deputy"), !form.Ticked("deputy")) : null;
        return await people.AddAsync(context.Viewer, Names.Clean(form["name"]), role, liaison, cancel) switch
        {
            RegisterOutcome.Done done => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Person(new PersonId(done.Id)), "added")),
            RegisterOutcome.Refused refused => await ListAsync(context, Entered.Wrong(form, refused), cancel),
            _ => await ConsolePage.NotThereAsync(context, Missing, cancel),
        };
    }

    private static async Task<IResult> MakeCodeAsync(HttpContext context, PeopleRegister people, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var unit = new UnitId(form.Id("unit") ?? Guid.Empty);
        return await people.MakeJoinCodeAsync(context.Viewer, unit, cancel) is RegisterOutcome.Done
            ? Page.SeeOther($"{ConsolePaths.Done(ConsolePaths.People, "code")}#unit-{unit.Value}")
            : await ConsolePage.NotThereAsync(context, "没有这个单位。", cancel);
    }

    private static async Task<IResult> CancelCodeAsync(HttpContext context, PeopleRegister people, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        return await people.CancelCodeAsync(context.Viewer, form["code"].ToString(), cancel)
            ? Page.SeeOther(ConsolePaths.Done(ConsolePaths.People, "cancelled"))
            : await ConsolePage.NotThereAsync(context, "没有这个码。", cancel);
    }

    private static Task<IResult> ChangeAsync(HttpContext context, Guid id, PeopleRegister people, CancellationToken cancel) => DoAsync(
        context, id, "saved", form => people.ChangeAsync(context.Viewer, new PersonId(id), Names.Clean(form["name"]), RoleOf(form), cancel), cancel);

    private static Task<IResult> AddDutyAsync(HttpContext context, Guid id, PeopleRegister people, CancellationToken cancel) => DoAsync(
        context, id, "saved",
        async form =>
        {
            var today = (await ConsoleFrame.OfAsync(context, cancel)).Today;
            if (!form.TryDay("from", out var from)) return new RegisterOutcome.Refused("from", BadDay);
            var entry = new LiaisonEntry(new UnitId(form.Id("unit") ?? Guid.Empty), from ?? today, form.Ticked("deputy"), form.Ticked("confirm"));
            return await people.AddLiaisonAsync(context.Viewer, new PersonId(id), entry, cancel);
        },
        cancel);

    private static Task<IResult> EndDutyAsync(HttpContext context, Guid id, Guid duty, PeopleRegister people, CancellationToken cancel) => DoAsync(
        context, id, "ended",
        async _ => await people.EndLiaisonAsync(context.Viewer, new PersonId(id), duty, (await ConsoleFrame.OfAsync(context, cancel)).Today, cancel), cancel);

    private static Task<IResult> RevokeAsync(HttpContext context, Guid id, PeopleRegister people, CancellationToken cancel) =>
        DoAsync(context, id, "revoked", _ => people.RevokeLinksAsync(context.Viewer, new PersonId(id), cancel), cancel);

    // The link is shown in the answer to this very post and nowhere again: it stands in no address and no log.
    private static async Task<IResult> MakeLinkAsync(HttpContext context, Guid id, PeopleRegister people, IOptions<BotOptions> options, CancellationToken cancel)
    {
        if (await people.MakeLinkAsync(context.Viewer, new PersonId(id), cancel) is not { } secret)
            return await ConsolePage.NotThereAsync(context, Missing, cancel);
        var outside = options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl : $"{context.Request.Scheme}://{context.Request.Host}";
        return await ShowAsync(context, id, Entered.Nothing, outside + AccessPaths.PersonalLink.Replace("{secret}", secret, StringComparison.Ordinal), cancel);
    }

    private static async Task<IResult> DoAsync(
        HttpContext context, Guid id, string done, Func<IFormCollection, Task<RegisterOutcome>> write, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        return await write(form) switch
        {
            RegisterOutcome.Done => Page.SeeOther(ConsolePaths.Done(ConsolePaths.Person(new PersonId(id)), done)),
            RegisterOutcome.Refused refused => await ShowAsync(context, id, Entered.Wrong(form, refused), null, cancel),
            _ => await ConsolePage.NotThereAsync(context, Missing, cancel),
        };
    }

    private static Role RoleOf(IFormCollection form) => Enum.TryParse<Role>(form["role"], out var role) && Enum.IsDefined(role) ? role : Role.Liaison;

    private static Task<IReadOnlyList<Unit>> UnitsAsync(HttpContext context, ConsoleFrame frame, CancellationToken cancel) =>
        context.RequestServices.GetRequiredService<UnitRegister>().AllAsync(frame.Viewer.Office, cancel);
}

/// <summary>Everybody, by unit.</summary>
internal sealed record PeopleModel(IReadOnlyList<PersonSheet> People, IReadOnlyList<Unit> Units, IReadOnlyList<LiveCode> Codes, Entered Entered);

/// <summary>One of them; the link is there only right after it was made.</summary>
internal sealed record PersonModel(PersonSheet Person, IReadOnlyList<Unit> Units, string? Link, Entered Entered);

using Bot.Adapters.Documents;
using Bot.Adapters.Plans;
using Bot.Adapters.Storage;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Returns;
using Bot.Host.Access;
using Bot.Host.Limits;
using Bot.Host.WebChat;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Files;

/// <summary>
/// What a unit was offered for 确认, as files: filled from the very bookings the version is frozen to, whatever the ledger says by
/// now. For the office's admins and the unit's own people; to everybody else the address is none.
/// </summary>
internal static class ReturnFiles
{
    public static WebApplication MapReturnFiles(this WebApplication app)
    {
        app.MapGet("/files/returns/{id:guid}/forms/{form}.docx", FormAsync).RequireAuthorization().WithLimits(RateLimits.People, BodySizes.None);
        app.MapGet("/files/returns/{id:guid}/summary.docx", DraftAsync).RequireAuthorization().WithLimits(RateLimits.People, BodySizes.None);
        return app;
    }

    private static async Task<IResult> FormAsync(HttpContext context, Guid id, string form, ReturnMaker maker, CancellationToken cancel) =>
        Answer(await maker.FormAsync(context.Viewer, new ReturnId(id), form, cancel));

    private static async Task<IResult> DraftAsync(HttpContext context, Guid id, ReturnMaker maker, CancellationToken cancel) =>
        Answer(await maker.DraftAsync(context.Viewer, new ReturnId(id), cancel));

    private static IResult Answer((byte[] Bytes, string Name)? made) => made is var (bytes, name) ? Results.File(bytes, FormDocx.ContentType, name) : Results.NotFound();
}

/// <summary>Writes the files of a version; null: there is none, or not for this viewer.</summary>
internal sealed class ReturnMaker(ReturnCabinet cabinet, OwnForms own)
{
    public async Task<(byte[] Bytes, string Name)?> FormAsync(Viewer viewer, ReturnId id, string form, CancellationToken cancel)
    {
        if (await cabinet.OpenAsync(viewer, id, cancel) is not { } found || found.Filled.Forms.FirstOrDefault(f => f.Form.Id.Value == form) is not { } rollup)
            return null;
        var content = await own.WriteAsync(viewer.Office, rollup, new FormDocxOptions { FilledOn = found.Day }, cancel);
        return (content, FileName.Clean($"{rollup.Form.Name}_{found.Filled.Unit.Name}.docx"));
    }

    public async Task<(byte[] Bytes, string Name)?> DraftAsync(Viewer viewer, ReturnId id, CancellationToken cancel) =>
        await cabinet.OpenAsync(viewer, id, cancel) is { Version.Draft: { } draft } found
            ? (SummaryDocx.Write(draft), FileName.Clean($"{found.Filled.Obligation.Subject}总结草稿_{found.Filled.Unit.Name}.docx"))
            : null;
}

/// <summary>Opens a version for those who may see it.</summary>
internal sealed class ReturnCabinet(IReturns returns, ICampaigns campaigns, ILedger ledger, IOrganisation organisation, Store store, TimeProvider clock)
{
    /// <summary>The version, filled again; null: the viewer's office has none of that id, or it is not for the viewer.</summary>
    public async Task<OpenedReturn?> OpenAsync(Viewer viewer, ReturnId id, CancellationToken cancel)
    {
        if (await returns.FindAsync(viewer.Office, id, cancel) is not { } version || !await MaySeeAsync(viewer, version.Unit, cancel)) return null;
        var campaign = (await campaigns.GetAsync(viewer.Office, version.Revision, cancel)).Campaign;
        if (campaign.Obligations.FirstOrDefault(o => o.Id == version.Of.Obligation) is not { } obligation) return null;
        var unit = OrganisationStore.Unit(await store.ReadAsync(db => db.Units.SingleAsync(u => u.OfficeId == viewer.Office.Value && u.Id == version.Unit.Value, cancel), cancel));
        var figures = await ledger.FiguresAsync(viewer.Office, version.Of.Campaign, [unit.Id], cancel);
        var day = DateOnly.FromDateTime(ChatTimes.Local(version.ConfirmedAt ?? version.CreatedAt, viewer.Zone).DateTime);
        return new OpenedReturn(version, FilledReturn.Frozen(campaign, obligation, version, unit, figures), day);
    }

    private async Task<bool> MaySeeAsync(Viewer viewer, UnitId unit, CancellationToken cancel)
    {
        if (viewer.IsAdmin) return true;
        var today = DateOnly.FromDateTime(ChatTimes.Local(clock.GetUtcNow(), viewer.Zone).DateTime);
        var person = await organisation.FindPersonAsync(viewer.Office, viewer.Account, today, cancel);
        return person is not null && (person.Units.Any(u => u.Id == unit) || (await returns.ConfirmsForAsync(viewer.Office, person.Id, today, cancel)).Contains(unit));
    }
}

/// <summary>A version with its forms filled.</summary>
/// <param name="Version">The version.</param>
/// <param name="Filled">Its forms.</param>
/// <param name="Day">The day to write on it.</param>
internal sealed record OpenedReturn(Return Version, FilledReturn Filled, DateOnly Day);

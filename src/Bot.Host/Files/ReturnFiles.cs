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

    private static async Task<IResult> FormAsync(HttpContext context, Guid id, string form, ReturnCabinet cabinet, OwnForms own, CancellationToken cancel)
    {
        if (await cabinet.OpenAsync(context.Viewer, new ReturnId(id), cancel) is not { } found || found.Filled.Forms.FirstOrDefault(f => f.Form.Id.Value == form) is not { } rollup)
            return Results.NotFound();
        var content = await own.WriteAsync(context.Viewer.Office, rollup, new FormDocxOptions { FilledOn = found.Day }, cancel);
        return Results.File(content, FormDocx.ContentType, FileName.Clean($"{rollup.Form.Name}_{found.Filled.Unit.Name}.docx"));
    }

    private static async Task<IResult> DraftAsync(HttpContext context, Guid id, ReturnCabinet cabinet, CancellationToken cancel) =>
        await cabinet.OpenAsync(context.Viewer, new ReturnId(id), cancel) is { Version.Draft: { } draft } found
            ? Results.File(SummaryDocx.Write(draft), FormDocx.ContentType, FileName.Clean($"{found.Filled.Obligation.Subject}总结草稿_{found.Filled.Unit.Name}.docx"))
            : Results.NotFound();
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

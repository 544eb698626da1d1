using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Console;

/// <summary>What the office set for an obligation: read, changed, put back to the defaults.</summary>
internal sealed class PolicyRegister(Store store, ISeasons seasons, IDues dues, OfficeCampaigns campaigns, TimeProvider clock)
{
    /// <summary>What holds for an obligation; null: the office has no such campaign, or it has no such obligation.</summary>
    public async Task<PolicySheet?> FindAsync(OfficeId office, CampaignId id, string obligation, DateOnly today, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(office, id, today, cancel) is not { } campaign) return null;
        if (campaign.Active.Campaign.Obligations.FirstOrDefault(o => o.Id == obligation) is not { } asked) return null;
        var season = await seasons.LoadAsync(office, clock.GetUtcNow(), cancel);
        var row = await store.ReadAsync(db => RowAsync(db, office, id, obligation, cancel), cancel);
        var settings = row is null ? ObligationSettings.Default(asked) : SettingsJson.Read(row.Settings, asked, row.SetAt);
        return new PolicySheet
        {
            Campaign = campaign, Obligation = asked, Settings = settings, Season = season,
            IsOwn = row is not null && row.Settings != SettingsJson.Write(ObligationSettings.Default(asked), asked),
            Running = season.Campaigns.FirstOrDefault(c => c.Revision.Campaign == id),
        };
    }

    /// <summary>Keeps what was set, and brings the dues in step with it. The settings were checked.</summary>
    public Task SaveAsync(Viewer admin, PolicySheet sheet, ObligationSettings settings, CancellationToken cancel) =>
        WriteAsync(admin, sheet, settings, AuditAction.PolicySet, cancel);

    /// <summary>Puts the defaults back. A row stays: what they would have pushed before now is not made up for.</summary>
    public Task ResetAsync(Viewer admin, PolicySheet sheet, CancellationToken cancel) =>
        WriteAsync(admin, sheet, ObligationSettings.Default(sheet.Obligation), AuditAction.PolicyReset, cancel);

    private async Task WriteAsync(Viewer admin, PolicySheet sheet, ObligationSettings settings, AuditAction action, CancellationToken cancel)
    {
        var (campaign, obligation, now) = (sheet.Campaign.Active.Campaign.Id, sheet.Obligation, clock.GetUtcNow());
        var json = SettingsJson.Write(settings, obligation);
        await store.WriteAsync(
            async db =>
            {
                // Saved as it stands, nothing is set anew: a step of this very minute is still sent.
                var row = await RowAsync(db, admin.Office, campaign, obligation.Id, cancel);
                if ((row?.Settings ?? SettingsJson.Write(ObligationSettings.Default(obligation), obligation)) == json) return;
                if (row is null) db.ObligationSettings.Add(row = new ObligationSettingRow { OfficeId = admin.Office.Value, CampaignId = campaign.Value, ObligationId = obligation.Id });
                (row.Settings, row.SetAt, row.SetBy) = (json, now, admin.Person.Value);
                AuditTrail.Note(db, admin, now, action, ("campaign", campaign.Value), ("obligation", obligation.Id));
            },
            cancel);
        await dues.EnsureAsync(admin.Office, now, cancel);
    }

    private static async Task<ObligationSettingRow?> RowAsync(BotDb db, OfficeId office, CampaignId campaign, string obligation, CancellationToken cancel) =>
        await db.ObligationSettings.FindAsync([office.Value, campaign.Value, obligation], cancel);
}

/// <summary>What holds for an obligation, and what its pushes are planned from.</summary>
internal sealed record PolicySheet
{
    public required OfficeCampaign Campaign { get; init; }
    public required Obligation Obligation { get; init; }
    public required ObligationSettings Settings { get; init; }

    /// <summary>Whether the office changed anything.</summary>
    public required bool IsOwn { get; init; }

    public required Season Season { get; init; }

    /// <summary>The campaign in the season; null: it runs in no group, nothing is pushed.</summary>
    public required RunningCampaign? Running { get; init; }
}

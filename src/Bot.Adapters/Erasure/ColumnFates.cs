using static Bot.Adapters.Erasure.Fate;

namespace Bot.Adapters.Erasure;

/// <summary>Every column of texts in the model, and what the erasure of a person does to it. A column that is not here fails a test.</summary>
internal static class ColumnFates
{
    /// <summary>By table and column.</summary>
    public static IReadOnlyDictionary<string, Fate> All { get; } = new Dictionary<string, Fate>(StringComparer.Ordinal)
    {
        // Who belongs where. Offices, units, groups and posts are public.
        ["Offices.Name"] = Keep, ["Offices.Zone"] = Keep,
        ["Units.Name"] = Keep, ["Units.Type"] = Keep, ["Units.Aliases"] = Keep,
        ["People.Name"] = Pseudonymise,
        ["Accounts.ExternalId"] = Erase,
        ["Groups.ChatId"] = Keep, ["Groups.Name"] = Keep,
        ["GroupCampaigns.CampaignId"] = Keep,
        ["Codes.Code"] = Keep, // of a group or a unit, never of a person
        ["Links.SecretHash"] = Erase, ["Links.DeviceHash"] = Erase,
        ["Audit.Action"] = Keep, ["Audit.Details"] = Cover,
        ["Settings.Key"] = Keep, ["Settings.Value"] = Keep,

        // Campaigns. An activated revision is a published plan and is never changed.
        ["Plans.Title"] = Cover, ["Plans.BlobKey"] = Keep, ["Plans.FileName"] = Cover, ["Plans.Corrections"] = Cover,
        ["Plans.AfterCampaign"] = Keep, ["Plans.CampaignId"] = Keep,
        ["Revisions.CampaignId"] = Keep, ["Revisions.Title"] = Keep, ["Revisions.Source"] = Keep, ["Revisions.SourceHash"] = Keep,
        ["Dues.CampaignId"] = Keep, ["Dues.ObligationId"] = Keep, ["Dues.ExcusedBecause"] = Cover,
        ["DeadlineMoves.CampaignId"] = Keep, ["DeadlineMoves.ObligationId"] = Keep, ["DeadlineMoves.Because"] = Cover,
        ["ObligationSettings.CampaignId"] = Keep, ["ObligationSettings.ObligationId"] = Keep, ["ObligationSettings.Settings"] = Keep,
        ["Pushes.Key"] = Pseudonymise, ["Pushes.CampaignId"] = Keep, ["Pushes.ObligationId"] = Keep, ["Pushes.Step"] = Keep,
        ["Pushes.ChatId"] = Pseudonymise, ["Pushes.MessageKey"] = Keep, ["Pushes.Fingerprint"] = Keep,
        ["Returns.CampaignId"] = Keep, ["Returns.FormId"] = Keep, ["Returns.ObligationId"] = Keep, ["Returns.Draft"] = Cover, ["Returns.Fingerprint"] = Keep,
        ["Deliverables.BlobKey"] = Keep,

        // The inbox: keys, times and hashes stay, words and photos go.
        ["Chats.ChatId"] = Pseudonymise,
        ["Messages.ChatId"] = Pseudonymise, ["Messages.ExternalId"] = Keep, ["Messages.SenderId"] = Pseudonymise, ["Messages.SenderName"] = Pseudonymise,
        ["Messages.Album"] = Keep, ["Messages.Quotes"] = Keep, ["Messages.TextHash"] = Keep, ["Messages.ImportKey"] = Pseudonymise, ["Messages.FailureCode"] = Keep,
        ["MessageTexts.Text"] = Erase, // of others: covered
        ["Attachments.Name"] = Erase, ["Attachments.BlobKey"] = Erase, ["Attachments.PlatformFile"] = Erase,
        ["Blobs.Key"] = Erase,
        ["Submissions.ChatId"] = Pseudonymise, ["Submissions.SenderId"] = Pseudonymise, ["Submissions.SenderName"] = Pseudonymise,
        ["Submissions.CampaignId"] = Keep, ["Submissions.Subject"] = Keep, ["Submissions.TextHash"] = Keep,
        ["SubmissionReadings.Reading"] = Erase, // of others: covered

        // The ledger: figures, days, slots and rules.
        ["Activities.CampaignId"] = Keep, ["Activities.Days"] = Keep, ["Activities.TextHash"] = Keep,
        ["Bookings.CampaignId"] = Keep, ["Bookings.SlotId"] = Keep, ["Bookings.Rule"] = Keep,
        ["Remarks.CampaignId"] = Keep, ["Remarks.SlotId"] = Keep, ["Remarks.Answer"] = Cover,
        ["LedgerLocks.CampaignId"] = Keep,

        // What the bot said.
        ["Outbox.Key"] = Keep, ["Outbox.ChatId"] = Pseudonymise, ["Outbox.Payload"] = Erase, // to others: covered
        ["Outbox.PlatformId"] = Keep, ["Outbox.FailureCode"] = Keep,
        ["SentParts.Key"] = Keep, ["SentParts.PlatformId"] = Keep,
        ["WebChatLines.ChatId"] = Pseudonymise, ["WebChatLines.RefId"] = Keep,

        // Hosts.
        ["Leases.Name"] = Keep, ["Paces.Key"] = Erase,
        ["SharedKeys.Name"] = Keep, ["SharedKeys.Value"] = Keep,
    };
}

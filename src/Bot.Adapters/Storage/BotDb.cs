using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Adapters.Storage;

/// <summary>The model, the same for every database. Each database has a context of its own below it, with its own migrations.</summary>
internal abstract class BotDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<OfficeRow> Offices => Set<OfficeRow>();
    public DbSet<UnitRow> Units => Set<UnitRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<AccountRow> Accounts => Set<AccountRow>();
    public DbSet<LiaisonRow> Liaisons => Set<LiaisonRow>();
    public DbSet<AdminScopeRow> AdminScopes => Set<AdminScopeRow>();
    public DbSet<GroupRow> Groups => Set<GroupRow>();
    public DbSet<GroupMemberRow> GroupMembers => Set<GroupMemberRow>();
    public DbSet<GroupCampaignRow> GroupCampaigns => Set<GroupCampaignRow>();
    public DbSet<CodeRow> Codes => Set<CodeRow>();
    public DbSet<LinkRow> Links => Set<LinkRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<PlanRow> Plans => Set<PlanRow>();
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();
    public DbSet<DueRow> Dues => Set<DueRow>();
    public DbSet<DeadlineMoveRow> DeadlineMoves => Set<DeadlineMoveRow>();
    public DbSet<ObligationSettingRow> ObligationSettings => Set<ObligationSettingRow>();
    public DbSet<PushRow> Pushes => Set<PushRow>();
    public DbSet<ReturnRow> Returns => Set<ReturnRow>();
    public DbSet<ReturnBookingRow> ReturnBookings => Set<ReturnBookingRow>();
    public DbSet<DeliverableRow> Deliverables => Set<DeliverableRow>();
    public DbSet<ChatRow> Chats => Set<ChatRow>();
    public DbSet<MessageRow> Messages => Set<MessageRow>();
    public DbSet<MessageTextRow> MessageTexts => Set<MessageTextRow>();
    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();
    public DbSet<BlobRow> Blobs => Set<BlobRow>();
    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();
    public DbSet<SubmissionReadingRow> SubmissionReadings => Set<SubmissionReadingRow>();
    public DbSet<ActivityRow> Activities => Set<ActivityRow>();
    public DbSet<ActivityUnitRow> ActivityUnits => Set<ActivityUnitRow>();
    public DbSet<BookingRow> Bookings => Set<BookingRow>();
    public DbSet<RemarkRow> Remarks => Set<RemarkRow>();
    public DbSet<LedgerLockRow> LedgerLocks => Set<LedgerLockRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<WebChatLineRow> WebChatLines => Set<WebChatLineRow>();
    public DbSet<TelegramChatRow> TelegramChats => Set<TelegramChatRow>();
    public DbSet<SentPartRow> SentParts => Set<SentPartRow>();
    public DbSet<LeaseRow> Leases => Set<LeaseRow>();
    public DbSet<PaceRow> Paces => Set<PaceRow>();
    public DbSet<SharedKeyRow> SharedKeys => Set<SharedKeyRow>();

    /// <summary>Waits for the turn of that name, which lasts for the rest of the transaction.</summary>
    public abstract Task TurnAsync(string name, CancellationToken cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Instants are UTC in every database; a local offset never gets in.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Organisation(modelBuilder);
        Campaigns(modelBuilder);
        Inbox(modelBuilder);
        Ledger(modelBuilder);
        Outgoing(modelBuilder);
        Hosts(modelBuilder);
    }

    private static void Organisation(ModelBuilder model)
    {
        model.Entity<OfficeRow>().HasKey(r => r.Id);
        model.Entity<UnitRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => new { r.OfficeId, r.Name }).IsUnique(); });
        model.Entity<PersonRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => r.OfficeId); });
        model.Entity<AccountRow>(e => { e.HasKey(r => new { r.OfficeId, r.Platform, r.ExternalId }); e.HasIndex(r => r.PersonId); });
        model.Entity<LiaisonRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => new { r.OfficeId, r.PersonId }); e.HasIndex(r => r.UnitId); });
        model.Entity<AdminScopeRow>().HasKey(r => new { r.PersonId, r.UnitId });
        model.Entity<GroupRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => new { r.Platform, r.ChatId }); e.HasIndex(r => r.OfficeId); });
        model.Entity<GroupMemberRow>(e => { e.HasKey(r => new { r.GroupId, r.PersonId }); e.HasIndex(r => r.PersonId); });
        model.Entity<GroupCampaignRow>().HasKey(r => new { r.GroupId, r.CampaignId });
        model.Entity<CodeRow>(e => { e.HasKey(r => r.Code); e.HasIndex(r => r.OfficeId); });
        model.Entity<LinkRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => r.SecretHash).IsUnique(); e.HasIndex(r => r.PersonId); });
        model.Entity<AuditRow>(e => { e.HasKey(r => r.Seq); e.HasIndex(r => r.OfficeId); });
        model.Entity<SettingRow>().HasKey(r => r.Key);
    }

    private static void Campaigns(ModelBuilder model)
    {
        model.Entity<PlanRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => r.OfficeId); e.HasIndex(r => r.BlobKey); });
        model.Entity<RevisionRow>().HasKey(r => new { r.OfficeId, r.CampaignId, r.Number });
        model.Entity<DueRow>(e =>
        {
            e.HasKey(r => r.Id);
            e.HasIndex(r => new { r.OfficeId, r.CampaignId, r.ObligationId, r.UnitId, r.Occurrence }).IsUnique();
            e.HasIndex(r => new { r.OfficeId, r.CampaignId, r.UnitId });
            e.HasIndex(r => new { r.OfficeId, r.ClosesAt });
            e.HasIndex(r => new { r.OfficeId, r.ChangedAt });
            e.HasIndex(r => r.MetBySubmissionId);
        });
        model.Entity<DeadlineMoveRow>().HasKey(r => new { r.OfficeId, r.CampaignId, r.ObligationId, r.Occurrence });
        model.Entity<ObligationSettingRow>().HasKey(r => new { r.OfficeId, r.CampaignId, r.ObligationId });
        model.Entity<PushRow>(e =>
        {
            e.HasKey(r => new { r.OfficeId, r.Key });
            e.HasIndex(r => new { r.OfficeId, r.PlannedAt });
            e.HasIndex(r => r.MessageKey);
        });
        model.Entity<ReturnRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => new { r.OfficeId, r.CampaignId, r.FormId, r.UnitId, r.Version }).IsUnique(); });
        model.Entity<ReturnBookingRow>().HasKey(r => new { r.ReturnId, r.BookingId });
        model.Entity<DeliverableRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => r.ReturnId); });
    }

    private static void Inbox(ModelBuilder model)
    {
        model.Entity<ChatRow>().HasKey(r => new { r.Platform, r.ChatId });
        model.Entity<MessageRow>(e =>
        {
            e.HasKey(r => r.Seq);
            e.HasIndex(r => r.Id).IsUnique();
            e.HasIndex(r => new { r.Platform, r.ChatId, r.ExternalId, r.Revision }).IsUnique();
            e.HasIndex(r => new { r.Platform, r.ChatId, r.Seq }).HasFilter(Filter("State", nameof(MessageState.Waiting))).HasDatabaseName("IX_Messages_Waiting");
            e.HasIndex(r => r.Seq).HasFilter(Filter("State", nameof(MessageState.Waiting))).HasDatabaseName("IX_Messages_Next");
            e.HasIndex(r => r.ImportKey);
            e.HasIndex(r => r.SubmissionId);
        });
        model.Entity<MessageTextRow>().HasKey(r => r.MessageId);
        model.Entity<AttachmentRow>(e =>
        {
            e.HasKey(r => new { r.MessageId, r.Position });
            e.HasIndex(r => r.BlobKey);
            e.HasIndex(r => r.FetchAfter).HasFilter("\"BlobKey\" IS NULL AND \"PlatformFile\" IS NOT NULL").HasDatabaseName("IX_Attachments_ToFetch");
        });
        model.Entity<BlobRow>().HasKey(r => r.Key);
        model.Entity<SubmissionRow>(e =>
        {
            e.HasKey(r => r.Id);
            e.HasIndex(r => new { r.OfficeId, r.TextHash });
            e.HasIndex(r => new { r.Platform, r.ChatId, r.SenderId, r.SaidAt });
        });
        model.Entity<SubmissionReadingRow>().HasKey(r => r.SubmissionId);
    }

    private static void Ledger(ModelBuilder model)
    {
        model.Entity<ActivityRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => r.SubmissionId); e.HasIndex(r => new { r.OfficeId, r.CampaignId }); });
        model.Entity<ActivityUnitRow>(e => { e.HasKey(r => new { r.ActivityId, r.UnitId }); e.HasIndex(r => r.UnitId); });
        model.Entity<BookingRow>(e =>
        {
            e.HasKey(r => r.Id);
            e.HasIndex(r => new { r.OfficeId, r.CampaignId, r.UnitId, r.SlotId, r.Day });
            e.HasIndex(r => new { r.OfficeId, r.CampaignId, r.SlotId, r.At });
            e.HasIndex(r => new { r.OfficeId, r.CampaignId, r.UnitId }, "IX_Bookings_Changed").HasFilter("\"Cause\" <> 'Report'");
            e.HasIndex(r => r.ActivityId);
            e.HasIndex(r => r.SubmissionId);
        });
        model.Entity<RemarkRow>(e => { e.HasKey(r => r.Id); e.HasIndex(r => r.SubmissionId); e.HasIndex(r => new { r.OfficeId, r.CampaignId, r.SettledAt }); });
        model.Entity<LedgerLockRow>().HasKey(r => new { r.OfficeId, r.CampaignId, r.UnitId });
    }

    private static void Outgoing(ModelBuilder model)
    {
        model.Entity<OutboxRow>(e =>
        {
            e.HasKey(r => r.Seq);
            e.HasIndex(r => r.Key).IsUnique();
            e.HasIndex(r => new { r.Platform, r.ChatId, r.Seq }).HasFilter(Filter("State", nameof(OutboxState.Waiting))).HasDatabaseName("IX_Outbox_Waiting");
            e.HasIndex(r => r.Seq).HasFilter(Filter("State", nameof(OutboxState.Waiting))).HasDatabaseName("IX_Outbox_Next");
            e.HasIndex(r => new { r.OfficeId, r.Seq }, "IX_Outbox_Parked").HasFilter(Filter("State", nameof(OutboxState.Parked)));
            e.HasIndex(r => new { r.OfficeId, r.Seq }, "IX_Outbox_Repeated").HasFilter("\"Repeats\" > 0");
        });
        model.Entity<SentPartRow>(e => { e.HasKey(r => new { r.Key, r.Part }); e.HasIndex(r => r.PlatformId); });
        model.Entity<TelegramChatRow>(e => { e.HasKey(r => r.Id); e.Property(r => r.Id).ValueGeneratedNever(); });
        model.Entity<WebChatLineRow>(e => { e.HasKey(r => r.Seq); e.HasIndex(r => new { r.ChatId, r.Seq }); e.HasIndex(r => new { r.ChatId, r.RefId }); });
    }

    private static void Hosts(ModelBuilder model)
    {
        model.Entity<LeaseRow>().HasKey(r => r.Name);
        model.Entity<PaceRow>().HasKey(r => r.Key);
        model.Entity<SharedKeyRow>().HasKey(r => r.Name);
    }

    // Both databases quote names with double quotes and texts with single ones.
    private static string Filter(string column, string value) => $"\"{column}\" = '{value}'";

    private sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}

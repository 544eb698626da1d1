using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Storage.Rows;

// Who belongs where. Every row carries its office; no query crosses offices.
internal sealed class OfficeRow
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
    public Guid? ParentId { get; set; }
    public string Zone { get; set; } = "";
    public bool KeepsPhotoLocation { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class UnitRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public string Name { get; set; } = "";
    public string Type { get; set; } = "";
    public int Order { get; set; }
    public Guid? ParentId { get; set; }
    public List<string> Aliases { get; set; } = [];
    public DateOnly? JoinedOn { get; set; }
    public DateOnly? ClosedOn { get; set; }
}

internal sealed class PersonRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public string Name { get; set; } = "";
    public Role Role { get; set; }

    /// <summary>When the person got their first, long receipt.</summary>
    public DateTimeOffset? GreetedAt { get; set; }

    /// <summary>Counted up when the person's links are revoked: sessions of an older count are over.</summary>
    public int SessionEpoch { get; set; }
}

internal sealed class AccountRow
{
    public Guid OfficeId { get; set; }
    public Platform Platform { get; set; }
    public string ExternalId { get; set; } = "";
    public Guid PersonId { get; set; }
}

internal sealed class LiaisonRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public Guid PersonId { get; set; }
    public Guid UnitId { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    public bool MayReport { get; set; }
    public bool MayConfirm { get; set; }
    public bool Deputy { get; set; }
}

/// <summary>An admin runs a unit's subtree; no row: the whole office.</summary>
internal sealed class AdminScopeRow
{
    public Guid OfficeId { get; set; }
    public Guid PersonId { get; set; }
    public Guid UnitId { get; set; }
}

internal sealed class GroupRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public Platform Platform { get; set; }

    /// <summary>The chat on its platform; null: a group made in the console that waits to be bound.</summary>
    public string? ChatId { get; set; }

    public string Name { get; set; } = "";
    public DateTimeOffset? BoundAt { get; set; }
    public DateTimeOffset? UnboundAt { get; set; }

    /// <summary>The unit whose subtree the group is for; null: the whole office.</summary>
    public Guid? TopUnitId { get; set; }
}

internal sealed class GroupMemberRow
{
    public Guid OfficeId { get; set; }
    public Guid GroupId { get; set; }
    public Guid PersonId { get; set; }
}

internal sealed class GroupCampaignRow
{
    public Guid OfficeId { get; set; }
    public Guid GroupId { get; set; }
    public string CampaignId { get; set; } = "";
    public int Revision { get; set; }
    public DateTimeOffset BoundAt { get; set; }
    public DateOnly? EndsOn { get; set; }
}

/// <summary>A short code somebody types: binds a group, or joins a person to a unit.</summary>
internal sealed class CodeRow
{
    public string Code { get; set; } = "";
    public Guid OfficeId { get; set; }
    public CodePurpose Purpose { get; set; }
    public Guid? GroupId { get; set; }
    public Guid? UnitId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}

internal enum CodePurpose
{
    BindGroup,
    JoinUnit,
}

/// <summary>A personal link; only the secret's hash is kept.</summary>
internal sealed class LinkRow
{
    public Guid Id { get; set; }
    public Guid OfficeId { get; set; }
    public Guid PersonId { get; set; }
    public Access.LinkPurpose Purpose { get; set; }
    public string SecretHash { get; set; } = "";
    public string? DeviceHash { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

internal sealed class AuditRow
{
    public long Seq { get; set; }
    public Guid OfficeId { get; set; }
    public Guid PersonId { get; set; }
    public DateTimeOffset At { get; set; }
    public string Action { get; set; } = "";

    /// <summary>Ids and counts as JSON; never texts, names or numbers of people.</summary>
    public string Details { get; set; } = "";
}

internal sealed class SettingRow
{
    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
}

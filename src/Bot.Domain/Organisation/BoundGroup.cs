namespace Bot.Domain.Organisation;

/// <summary>A chat that was bound.</summary>
public sealed record BoundGroup(OfficeId Office, string OfficeName, string GroupName);

namespace Bot.Domain.Gathering;

/// <summary>A submission (报送): the messages of one sender that belong together.</summary>
public readonly record struct SubmissionId(Guid Value);

namespace Bot.Domain.Messages;

/// <summary>
/// What makes a message unique: platform, chat, the platform's own message id and the revision (0 as first said,
/// then one more per edit; a withdrawal is a revision too).
/// </summary>
public readonly record struct MessageKey(ChatKey Chat, string Id, int Revision);

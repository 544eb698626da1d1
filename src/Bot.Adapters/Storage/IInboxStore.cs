using Bot.Domain.Messages;

namespace Bot.Adapters.Storage;

/// <summary>Keeps what came in, once and durably: the inbox itself, before anybody is woken.</summary>
internal interface IInboxStore : IInbox;

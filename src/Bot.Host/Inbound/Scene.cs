using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Host.Inbound;

/// <summary>A message with its surroundings.</summary>
/// <param name="Claim">The claim it is handled under.</param>
/// <param name="Message">What came in.</param>
/// <param name="Place">Where.</param>
/// <param name="Person">Who, where known in the office.</param>
/// <param name="Now">Now (UTC).</param>
internal sealed record Scene(ChatClaim Claim, IncomingMessage Message, Place Place, Person? Person, DateTimeOffset Now)
{
    /// <summary>The day it was said, in the office's zone.</summary>
    public DateOnly SaidOn => DateOnly.FromDateTime(Place.Local(Message.SaidAt));

    /// <summary>Whether it was said in a group.</summary>
    public bool InGroup => Place.Group is not null;

    /// <summary>What answers are keyed by: this message, or the press that had it read again.</summary>
    public Guid KeyedBy { get; init; } = Message.Id.Value;

    /// <summary>That this message is done with, and nothing more.</summary>
    public HandledSubmission Facts => new()
    {
        Claim = Claim, Completes = [Message.Id], Office = Place.Office.Id, Person = Person?.Id, Now = Now,
    };

    /// <summary>An answer under this message, with a key of its own.</summary>
    public OutgoingMessage Answer(string text, OutgoingKind kind = OutgoingKind.Reply, int number = 0) => new()
    {
        Key = FormattableString.Invariant($"re-{KeyedBy:n}-{number}"), Chat = Place.Chat, Kind = kind, Text = text,
        Quotes = Message.Event == MessageEvent.Pressed ? Message.Quotes : Message.Key.Id,
    };
}

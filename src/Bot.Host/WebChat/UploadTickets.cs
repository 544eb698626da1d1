using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Adapters.WebChat;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Microsoft.AspNetCore.DataProtection;

namespace Bot.Host.WebChat;

/// <summary>What a ticket holds.</summary>
internal sealed record UploadTicket(Guid Person, string Name, string Blob, MediaKind Kind, long Bytes, int? Width, int? Height);

[JsonSerializable(typeof(UploadTicket))]
internal sealed partial class UploadTicketJson : JsonSerializerContext;

/// <summary>
/// Between the upload of a photo and the post it belongs to, the page keeps what the intake found, sealed: nobody can
/// make one up, use another person's, or keep one for good, and nothing has to be stored for posts never sent.
/// </summary>
internal sealed class UploadTickets(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(2);
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("web-chat-upload").ToTimeLimitedDataProtector();

    public string Seal(Viewer viewer, Attachment attachment)
    {
        var ticket = new UploadTicket(
            viewer.Person.Value,
            attachment.Name,
            attachment.Blob?.Hex ?? throw new ArgumentException("Only stored content gets a ticket.", nameof(attachment)),
            attachment.Kind ?? throw new ArgumentException("Only recognised content gets a ticket.", nameof(attachment)),
            attachment.Bytes,
            attachment.Width,
            attachment.Height);
        return _seal.Protect(JsonSerializer.Serialize(ticket, UploadTicketJson.Default.UploadTicket), Valid);
    }

    /// <summary>What was uploaded; null: too old, somebody else's, or made up.</summary>
    public Attachment? Open(Viewer viewer, string ticketText)
    {
        string json;
        try
        {
            json = _seal.Unprotect(ticketText);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
        var ticket = JsonSerializer.Deserialize(json, UploadTicketJson.Default.UploadTicket);
        return ticket is null || ticket.Person != viewer.Person.Value
            ? null
            : new Attachment
            {
                Name = ticket.Name,
                Blob = BlobKey.Parse(ticket.Blob),
                Kind = ticket.Kind,
                Bytes = ticket.Bytes,
                Width = ticket.Width,
                Height = ticket.Height,
            };
    }
}

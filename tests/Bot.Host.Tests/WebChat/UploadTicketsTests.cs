using Bot.Adapters.WebChat;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Host.WebChat;
using Microsoft.AspNetCore.DataProtection;
using Xunit;

namespace Bot.Host.Tests.WebChat;

/// <summary>Between upload and post.</summary>
public sealed class UploadTicketsTests
{
    private static readonly Attachment Photo = new()
    {
        Name = "演练.jpg", Blob = BlobKey.Parse(new string('a', 64)), Kind = MediaKind.Jpeg, Bytes = 12_345, Width = 640, Height = 480,
    };

    private readonly UploadTickets tickets = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void Ticket_gives_back_what_the_intake_found()
    {
        var viewer = Person(1);

        Assert.Equal(Photo, tickets.Open(viewer, tickets.Seal(viewer, Photo)));
    }

    [Fact]
    public void Ticket_of_somebody_else_opens_nothing() => Assert.Null(tickets.Open(Person(2), tickets.Seal(Person(1), Photo)));

    [Theory]
    [InlineData("")]
    [InlineData("made up")]
    [InlineData("Q2ZESjg=")]
    public void Made_up_ticket_opens_nothing(string text) => Assert.Null(tickets.Open(Person(1), text));

    [Fact]
    public void Changed_ticket_opens_nothing()
    {
        var ticket = tickets.Seal(Person(1), Photo);
        var at = ticket.Length / 2;
        var changed = ticket[..at] + (ticket[at] == 'A' ? 'B' : 'A') + ticket[(at + 1)..];

        Assert.Null(tickets.Open(Person(1), changed));
    }

    private static Viewer Person(byte number) => new()
    {
        Office = new OfficeId(new Guid(9, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])),
        Person = new PersonId(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])),
        Account = new AccountKey(Platform.WebChat, "a"),
        Name = "安全员",
        Role = Role.Liaison,
    };
}

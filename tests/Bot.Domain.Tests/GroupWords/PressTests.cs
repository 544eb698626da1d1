using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Xunit;

namespace Bot.Domain.Tests.GroupWords;

public sealed class PressTests
{
    private static readonly SubmissionId Id = new(Guid.Parse("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"));

    private static readonly UnitId Unit = new(Guid.Parse("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c"));

    public static TheoryData<Press> Presses => [new Press.OfUnit(Id, Unit), new Press.Claim(Id, Unit), new Press.OfCampaign(Id, 0), new Press.CountFor(Id, new DueId(Unit.Value)), new Press.Answer("anything else"),
        new Press.Agree(new MessageId(Id.Value), new DueId(Unit.Value)), new Press.Decline(new MessageId(Id.Value), new DueId(Unit.Value)),
        new Press.Reopen(Unit, DateTimeOffset.FromUnixTimeMilliseconds(1718258400123))];

    [Theory]
    [MemberData(nameof(Presses))]
    public void What_is_written_on_a_button_is_read_back(Press press)
    {
        Assert.Equal(press, Press.Read(press.Data));
        Assert.True(press.Data.Length <= 64);
    }

    [Theory]
    [InlineData("unit:not-an-id:1")]
    [InlineData("camp:AAAAAAAAAAAAAAAAAAAAAA:-1")]
    [InlineData("unit:AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("unit:AAAAAAAAAAAAAAAAAAAAAA:1")]
    [InlineData("unit:AAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("evil:AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("reopen:AAAAAAAAAAAAAAAAAAAAAA:-1")]
    [InlineData("reopen:AAAAAAAAAAAAAAAAAAAAAA:9223372036854775807")]
    [InlineData("agree:AAAAAAAAAAAAAAAAAAAAAA:1")]
    [InlineData("")]
    public void Forged_data_is_no_choice_of_ours(string data) => Assert.Equal(new Press.Answer(data), Press.Read(data));
}

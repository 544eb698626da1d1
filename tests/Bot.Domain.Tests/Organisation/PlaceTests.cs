using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Xunit;

namespace Bot.Domain.Tests.Organisation;

public sealed class PlaceTests
{
    private static readonly Place Place = new()
    {
        Chat = new ChatKey(Platform.WebChat, "g-1"), Office = new Office { Id = new OfficeId(Guid.Empty), Name = "街道应急办" }, Campaigns = [],
        Units =
        [
            Unit(1, "白塔社区", "白塔"), Unit(2, "塔北社区", "塔北"), Unit(3, "前榆村"), Unit(4, "后榆村"),
        ],
    };

    [Theory]
    [InlineData("白塔社区", "白塔社区")]
    [InlineData("白塔", "白塔社区")]
    [InlineData("前榆", "前榆村")]
    [InlineData("榆村", null)]
    [InlineData("社区", null)]
    [InlineData("塔", null)]
    [InlineData("", null)]
    [InlineData("不存在村", null)]
    public void A_unit_is_found_by_name_alias_or_a_part_that_fits_one_only(string name, string? expected) =>
        Assert.Equal(expected, Place.UnitCalled(name)?.Name);

    [Fact]
    public void Days_are_the_office_s_not_Greenwich_s() =>
        Assert.Equal(new DateTime(2024, 6, 14, 7, 30, 0), Place.Local(new DateTimeOffset(2024, 6, 13, 23, 30, 0, TimeSpan.Zero)));

    private static Unit Unit(int order, string name, params string[] aliases) =>
        new() { Id = new UnitId(Guid.Parse($"00000000-0000-0000-0000-00000000000{order}")), Name = name, Order = order, Aliases = aliases };
}

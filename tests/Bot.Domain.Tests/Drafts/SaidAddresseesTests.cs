using Bot.Domain.Drafts;
using Bot.Domain.Organisation;
using Xunit;

namespace Bot.Domain.Tests.Drafts;

/// <summary>Who must hand in, as people say it.</summary>
public sealed class SaidAddresseesTests
{
    private static readonly IReadOnlyList<Unit> Units = [Of("和平社区", "社区"), Of("永和村", "村"), Of("白塔社区", "社区", "白塔")];

    public static TheoryData<string, string?> Said => new()
    {
        { "各社区", "社区" },
        { "各社区、村", "社区 村" },
        { "社区和村", "社区 村" },
        { "辖区内各企业", "企业" },
        { "和平社区", "和平社区" },
        { "永和村、白塔", "永和村 白塔社区" },
        { "社区以及企业", "社区 企业" },
        { "和谐社区与和平社区", "和谐社区 和平社区" },
        { "永和村和和平社区", "永和村 和平社区" },
        { "所有单位", "" },
        { "各单位", "" },
        { "全部", "" },
        { "各", null },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void They_are_types_and_names_of_units(string words, string? addressees) =>
        Assert.Equal(addressees, SaidAddressees.Of(words, Units) is { } read ? string.Join(' ', read) : null);

    [Fact]
    public void Who_is_no_unit_and_no_type_is_told() => Assert.Equal(["企业"], SaidAddressees.Unknown(["社区", "永和村", "企业"], Units));

    private static Unit Of(string name, string type, params string[] aliases) => new()
    {
        Id = new UnitId(new Guid(name.Length + type.Length, 0, 0, new byte[8])), Name = name, Type = type, Aliases = aliases, Order = 1,
    };
}

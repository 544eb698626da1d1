using Bot.Domain.Organisation;
using Xunit;

namespace Bot.Domain.Tests.Organisation;

public class UnitTreeTests
{
    // 3 stands before its parent 5 in the official order; 6 has a parent that is not there.
    private static readonly IReadOnlyList<Unit> Units = [Make(1), Make(2, 1), Make(3, 5), Make(4, 2), Make(5, 1), Make(6, 99)];

    [Fact]
    public void A_unit_and_all_below_it_come_in_official_order()
    {
        Assert.Equal([1, 2, 3, 4, 5], UnitTree.Below(Units, Id(1)).Select(u => u.Order));
        Assert.Equal([3, 5], UnitTree.Below(Units, Id(5)).Select(u => u.Order));
        Assert.Equal([4], UnitTree.Below(Units, Id(4)).Select(u => u.Order));
        Assert.Empty(UnitTree.Below(Units, Id(98)));
    }

    [Fact]
    public void Each_unit_stands_behind_its_parent() =>
        Assert.Equal([(1, 0), (2, 1), (4, 2), (5, 1), (3, 2), (6, 0)], UnitTree.InOrder(Units).Select(u => (u.Unit.Order, u.Depth)));

    private static Unit Make(int number, int? parent = null) => new()
    {
        Id = Id(number), Name = $"单位{number}", Order = number, Parent = parent is { } p ? Id(p) : null,
    };

    private static UnitId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));
}

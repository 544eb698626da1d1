using Bot.Domain.Organisation;
using Xunit;
using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Ledger;

public sealed class SeasonTests
{
    private static readonly Unit Hunhe = Baita with { Id = new UnitId(new Guid(3, 0, 0, new byte[8])), Name = "浑河站社区" };
    private static readonly Unit Shijia = Baita with { Id = new UnitId(new Guid(4, 0, 0, new byte[8])), Name = "施家寨村" };
    private static readonly Unit Lixiang = Baita with { Id = new UnitId(new Guid(5, 0, 0, new byte[8])), Name = "李相村" };
    private static readonly Unit Wensu = Baita with { Id = new UnitId(new Guid(6, 0, 0, new byte[8])), Name = "文溯社区" };

    [Fact]
    public void A_whole_season_of_five_units_comes_to_the_totals_that_must_come_of_it()
    {
        var ledger = new LedgerReplay();
        foreach (var said in Season) ledger.Say(said);
        Assert.Equal((13m, 881m, 301m, 4m, 8m), (ledger.Total("ds"), ledger.Total("da"), ledger.Total("p"), ledger.Total("x"), ledger.Total("w")));
    }

    [Fact]
    public void Said_a_second_time_the_season_books_nothing()
    {
        var ledger = new LedgerReplay();
        foreach (var said in Season) ledger.Say(said);
        var before = ledger.Bookings.Count;
        foreach (var said in Season.Where(s => !s.Nil)) ledger.Say(said with { On = "6-30" });
        Assert.Equal((13m, 881m, 301m), (ledger.Total("ds"), ledger.Total("da"), ledger.Total("p")));
        // The undated reports are new ones by then.
        Assert.DoesNotContain(ledger.Bookings.Skip(before), b => !b.Slot.Value.StartsWith("shenyang", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Saying> Season =>
    [
        Report("6-5", "6-5: ds=1 da=88 p=51") with { Unit = Taoxian },
        Report("6-5", "6-5: ds=1 da=88 p=51") with { Unit = Taoxian },
        Correction("6-5", "6-5: da=98") with { Unit = Taoxian },
        Report("6-5", "6-4: ds=1 da=155 p=19") with { Unit = Hunhe },
        Zero("6-5") with { Unit = Shijia },
        Report("6-13", "6-13: ds=2 da=95 | 6-13: p=12") with { Unit = Lixiang },
        Zero("6-13") with { Unit = Wensu },
        Report("6-13", "6-12: ds=1 da=27 | 6-12: p=35") with { Unit = Taoxian },
        Report("6-14", "6-12: ds=1 da=160 | 6-12: p=19") with { Unit = Hunhe },
        Report("6-14", "6-12: ds=2 da=147 p=59") with { Unit = Shijia },
        Report("6-18", "6-18: ds=2 da=65 p=40") with { Unit = Wensu },
        Zero("6-19") with { Unit = Shijia },
        Zero("6-20") with { Unit = Taoxian },
        Report("6-20", "6-20: ds=1 da=72 p=32") with { Unit = Lixiang },
        Total("6-21", "ds=2 da=315 p=38") with { Unit = Hunhe },
        Total("6-21", "ds=2 da=65 p=40") with { Unit = Wensu },
        Total("6-21", "ds=3 da=167 p=44") with { Unit = Lixiang },
        Total("6-21", "ds=2 da=125 p=86") with { Unit = Taoxian },
        Report("6-24", "w=2 x=1") with { Unit = Wensu },
        Report("6-25", "6-24: ds=1 da=25 p=19") with { Unit = Hunhe },
        Report("6-25", "6-24: ds=1 da=25 p=19") with { Unit = Hunhe },
        Report("6-25", "w=3 x=1") with { Unit = Shijia },
        Report("6-25", "w=2 x=1") with { Unit = Hunhe },
        Total("6-26", "ds=2 da=147 p=59") with { Unit = Shijia },
        Zero("6-26") with { Unit = Taoxian },
        Report("6-27", "w=1 x=1") with { Unit = Lixiang },
        Report("6-27", "6-27: ds=1 da=37 | 6-27: p=15") with { Unit = Shijia },
        Zero("6-27") with { Unit = Wensu },
    ];
}

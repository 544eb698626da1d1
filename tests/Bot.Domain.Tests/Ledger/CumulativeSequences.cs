using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Ledger;

internal static class CumulativeSequences
{
    public static IReadOnlyList<Sequence> All { get; } =
    [
        new Sequence("a total that agrees books nothing")
            .Then(Report("6-5", "6-4: ds=1 da=155 p=19"), "ds=1 da=155 p=19")
            .Then(Report("6-14", "6-12: ds=1 da=160 p=19"), "ds=2 da=315 p=38")
            .Then(Total("6-21", "ds=2 da=315 p=38"), "ds=2 da=315 p=38", "Difference Difference Difference"),
        new Sequence("a total books only its difference")
            .Then(Report("6-5", "6-4: ds=1 da=155"), "ds=1 da=155")
            .Then(Total("6-21", "ds=3 da=200 p=10"), "ds=3 da=200 p=10", "Difference Difference Difference"),
        new Sequence("the same total again")
            .Then(Total("6-21", "ds=3 da=200"), "ds=3 da=200")
            .Then(Report("6-22", "6-22: ds=1 da=40"), "ds=4 da=240")
            .Then(Total("6-23", "ds=3 da=200"), "ds=4 da=240", "Repeated"),
        new Sequence("a total below what is known is asked")
            .Then(Report("6-5", "6-4: ds=3 da=155"), "ds=3 da=155")
            .Then(Total("6-21", "ds=2 da=160"), "ds=3 da=160", "BelowKnown Difference"),
        new Sequence("a bounded total agrees with what lies inside it")
            .Then(Report("6-5", "6-4: ds=1 da=315"), "ds=1 da=315")
            .Then(Total("6-21", "da=300+"), "ds=1 da=315", "Difference")
            .Then(Total("6-21", "da=320-"), "ds=1 da=315", "Difference")
            .Then(Total("6-21", "da=310~"), "ds=1 da=315", "Difference")
            .Then(Total("6-21", "da=400+"), "ds=1 da=400", "Difference"),
        new Sequence("a bounded figure agrees with an exact total inside it")
            .Then(Report("6-5", "6-4: ds=1 da=120+"), "ds=1 da=120")
            .Then(Total("6-21", "da=126"), "ds=1 da=120", "Difference")
            .Then(Total("6-21", "da=150"), "ds=1 da=150", "Difference"),
        new Sequence("a late report is taken out of the difference until it is used up")
            .Then(Total("6-21", "ds=3 da=200"), "ds=3 da=200")
            .Then(Report("6-22", "6-19: ds=1 da=135"), "ds=3 da=200", "Recorded")
            .Then(Report("6-22", "6-20: ds=1 da=40"), "ds=3 da=200")
            .Then(Report("6-22", "6-18: ds=1 da=50"), "ds=3 da=225")
            .Then(Report("6-22", "6-22: ds=1 da=30"), "ds=4 da=255"),
        new Sequence("a late report after a total that agreed is new")
            .Then(Report("6-5", "6-5: ds=3 da=249"), "ds=3 da=249")
            .Then(Total("6-21", "ds=3 da=249"), "ds=3 da=249")
            .Then(Report("6-21", "6-19: ds=1 da=135"), "ds=4 da=384"),
        new Sequence("two totals: a late report uses the first difference, then the second")
            .Then(Total("6-10", "ds=2"), "ds=2")
            .Then(Total("6-20", "ds=5"), "ds=5")
            .Then(Report("6-21", "6-9: ds=3"), "ds=5")
            .Then(Report("6-21", "6-15: ds=3"), "ds=6"),
        new Sequence("a taken-back late report gives the difference back")
            .Then(Total("6-21", "ds=3 da=200"), "ds=3 da=200")
            .Then(Report("6-22", "6-19: ds=1 da=150"), "ds=3 da=200")
            .Then(Retraction("6-22"), "ds=3 da=200", "TakenBack")
            .Then(Report("6-22", "6-18: ds=2 da=199"), "ds=3 da=200"),
        new Sequence("a corrected late report settles with the difference")
            .Then(Total("6-21", "da=200"), "da=200")
            .Then(Report("6-22", "6-19: ds=1 da=50"), "ds=1 da=200")
            .Then(Correction("6-22", "6-19: da=60"), "ds=1 da=200")
            .Then(Correction("6-22", "6-19: da=40"), "ds=1 da=200")
            .Then(Retraction("6-22"), "da=200"),
        new Sequence("a correction upwards of what a total holds already")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Total("6-21", "ds=1 da=98"), "ds=1 da=98")
            .Then(Correction("6-22", "6-5: da=98"), "ds=1 da=98", "Corrected"),
        new Sequence("a late report larger than the difference shrinks out of its own part first")
            .Then(Total("6-21", "ds=4"), "ds=4")
            .Then(Report("6-22", "6-19: ds=2") with { Name = "first" }, "ds=4")
            .Then(Report("6-22", "6-20: ds=3"), "ds=5")
            .Then(Correction("6-22", "6-20: ds=2"), "ds=4")
            .Then(Correction("6-22", "6-20: ds=3"), "ds=5")
            .Then(Retraction("6-22") with { Quotes = "first" }, "ds=4"),
        new Sequence("corrected down and up again takes nothing out of a total that held it")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Total("6-21", "ds=1 da=98"), "ds=1 da=98")
            .Then(Correction("6-22", "6-5: da=80"), "ds=1 da=90")
            .Then(Correction("6-23", "6-5: da=88"), "ds=1 da=98"),
        new Sequence("a correction of a statement that is the only source")
            .Then(Total("6-21", "ds=3 da=200"), "ds=3 da=200")
            .Then(Correction("6-22", "da=180"), "ds=3 da=180", "Corrected")
            .Then(Correction("6-22", "da=180"), "ds=3 da=180", "Corrected")
            .Then(Correction("6-22", "ds=4"), "ds=4 da=180", "Corrected"),
        new Sequence("a correction of a statement after a later report")
            .Then(Total("6-21", "w=3"), "w=3")
            .Then(Report("6-22", "6-22: ds=1"), "ds=1 w=3")
            .Then(Total("6-23", "w=5"), "ds=1 w=5")
            .Then(Correction("6-23", "w=4"), "ds=1 w=4"),
        new Sequence("a corrected total states the total")
            .Then(Report("6-5", "6-5: ds=2"), "ds=2")
            .Then(Total("6-21", "ds=5"), "ds=5")
            .Then(Report("6-22", "6-22: ds=1"), "ds=6")
            .Then(Correction("6-22", "ds=5") with { Basis = Bot.Domain.Reading.Basis.Cumulative }, "ds=5", "Corrected")
            .Then(Correction("6-22", "ds=2") with { Basis = Bot.Domain.Reading.Basis.Cumulative }, "ds=5", "BelowKnown"),
        new Sequence("a taken-back total leaves what was reported")
            .Then(Report("6-5", "6-5: ds=2"), "ds=2")
            .Then(Total("6-21", "ds=5"), "ds=5")
            .Then(Report("6-22", "6-6: ds=1"), "ds=5")
            .Then(Retraction("6-22") with { Quotes = null }, "ds=5", "TakenBack")
            .Then(Retraction("6-22", "ds=5"), "ds=5", "NothingToTakeBack"),
        new Sequence("a retraction of a total that agreed does not eat the report before it")
            .Then(Report("6-5", "6-5: ds=2"), "ds=2")
            .Then(Total("6-21", "ds=2"), "ds=2")
            .Then(Retraction("6-21"), "ds=2", "TakenBack"),
        new Sequence("a total of one month is held against that month")
            .Then(Report("6-25", "6-20: w=9"), "w=9")
            .Then(Report("7-25", "7-20: w=4"), "w=13")
            .Then(Total("11-22", "w=3") with { Text = "11月以来，制作公益作品3件" }, "w=16", "Difference")
            .Then(Report("11-23", "11-10: w=2"), "w=16")
            .Then(Report("11-23", "8-10: w=2"), "w=18")
            .Then(Total("12-24", "w=21") with { Text = "6—12月累计制作公益作品21件" }, "w=21", "Difference"),
        new Sequence("a form's head names the month it is counted for")
            .Then(Report("6-25", "6-20: w=9"), "w=9")
            .Then(Report("7-20", "7-15: w=2"), "w=11")
            .Then(Total("7-27", "w=4") with { Text = "填报单位：白塔社区\n统计时间：7月1日至27日\n制作公益作品（4）件" }, "w=13", "Difference")
            .Then(Total("8-31", "w=1") with { Text = "填报单位：白塔社区 数据时间：2024年8月1日-8月31日\n制作公益作品（1）件" }, "w=14", "Difference"),
        new Sequence("a month's summary is held against that month")
            .Then(Report("6-25", "6-20: w=9"), "w=9")
            .Then(Total("7-27", "w=4") with { Text = "7月活动总结：制作公益作品4件" }, "w=13", "Difference")
            .Then(Total("8-27", "w=20") with { Text = "活动总结（7月27日）：制作公益作品20件" }, "w=20", "Difference"),
        new Sequence("a correction of the total that was stated, by the total it replaces")
            .Then(Report("6-13", "6-12: p=12"), "p=12")
            .Then(Total("6-26", "p=20"), "p=20")
            .Then(Total("6-28", "p=20") with { Text = "统计表" }, "p=20")
            .Then(Correction("6-29", "p=22<20"), "p=22", "Corrected")
            .Then(Correction("6-29", "p=22<20"), "p=22", "Corrected"),
        new Sequence("a correction of a stated total by the name of the table")
            .Then(Report("6-13", "6-12: p=12"), "p=12")
            .Then(Total("6-26", "p=20"), "p=20")
            .Then(Correction("6-29", "p=22") with { Text = "更正：统计表里海报应为22件" }, "p=22", "Corrected")
            .Then(Correction("6-30", "p=21") with { Text = "更正：統計表裡海報應為21件" }, "p=21", "Corrected"),
        new Sequence("a correction of a total that agreed with the reports")
            .Then(Report("6-13", "6-12: p=12"), "p=12")
            .Then(Report("6-20", "6-19: p=8"), "p=20")
            .Then(Total("6-26", "p=20"), "p=20")
            .Then(Report("6-27", "6-27: p=3"), "p=23")
            .Then(Correction("6-29", "p=22<20"), "p=25", "Corrected")
            .Then(Correction("6-29", "p=18<20") with { Text = "更正：总结里海报应为18件，不是20件" }, "p=25"),
        new Sequence("a report that holds the replaced value is meant before a total that does")
            .Then(Report("6-13", "6-12: p=20"), "p=20")
            .Then(Total("6-26", "p=20"), "p=20")
            .Then(Correction("6-29", "p=22<20") with { Name = "first" }, "p=22", "Corrected"),
        new Sequence("the day of a correction means the report of that day")
            .Then(Report("6-13", "6-12: p=12"), "p=12")
            .Then(Total("6-26", "p=20"), "p=20")
            .Then(Correction("6-29", "6-12: p=15") with { Text = "更正：6月12日的报表里海报应为15件" }, "p=20", "Corrected"),
        new Sequence("a told 0 stands")
            .Then(Total("6-21", "x=0"), "", "Difference")
            .Then(Report("6-22", "x=0"), "", "Recorded"),
    ];
}

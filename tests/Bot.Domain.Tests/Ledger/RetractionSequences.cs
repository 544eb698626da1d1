using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Ledger;

internal static class RetractionSequences
{
    public static IReadOnlyList<Sequence> All { get; } =
    [
        new Sequence("the newest is taken back, the second time nothing")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-12", "6-12: ds=1 da=27 | 6-12: p=9"), "ds=2 da=115 p=9")
            .Then(Retraction("6-12"), "ds=1 da=88", "TakenBack TakenBack")
            .Then(Retraction("6-12"), "ds=1 da=88", "NothingToTakeBack"),
        new Sequence("a quoted one is taken back")
            .Then(Report("6-5", "6-5: ds=1 da=88") with { Name = "first" }, "ds=1 da=88")
            .Then(Report("6-12", "6-12: ds=1 da=27"), "ds=2 da=115")
            .Then(Retraction("6-12") with { Quotes = "first" }, "ds=1 da=27", "TakenBack"),
        new Sequence("the one whose figures it names")
            .Then(Report("6-5", "6-5: ls=3 la=82"), "ls=3 la=82")
            .Then(Report("6-12", "6-12: ds=1 da=27"), "ds=1 da=27 ls=3 la=82")
            .Then(Retraction("6-12", "ls=3 la=82"), "ds=1 da=27", "TakenBack")
            .Then(Retraction("6-12", "ls=4"), "ds=1 da=27", "NothingToTakeBack"),
        new Sequence("the one whose day it names")
            .Then(Report("6-5", "6-5: ls=3 la=82"), "ls=3 la=82")
            .Then(Report("6-12", "6-12: ds=1 da=27"), "ds=1 da=27 ls=3 la=82")
            .Then(Retraction("6-12", "6-5:"), "ds=1 da=27", "TakenBack"),
        new Sequence("another sender's newest is not meant")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Retraction("6-5") with { Sender = Li }, "ds=1 da=88", "NothingToTakeBack"),
        new Sequence("a corrected report is taken back whole")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "da=98"), "ds=1 da=98")
            .Then(Retraction("6-5"), "", "TakenBack"),
        new Sequence("taken back and reported again counts again")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Retraction("6-5"), "")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88", "Recorded"),
        new Sequence("sent twice by mistake: the one that counts stays")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88", "Repeated")
            .Then(Retraction("6-5") with { Text = "不好意思发重复了，上一条不算" }, "ds=1 da=88", "Repeated"),
        new Sequence("a zero report taken back does not eat the report before it")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Zero("6-12"), "ds=1 da=88")
            .Then(Retraction("6-12"), "ds=1 da=88", "TakenBack"),
        new Sequence("a stock figure between two others")
            .Then(Report("6-5", "6-5: bc=5"), "bc=5")
            .Then(Report("6-12", "6-12: bc=7") with { Name = "second" }, "bc=7")
            .Then(Report("6-19", "6-19: bc=10"), "bc=10")
            .Then(Retraction("6-19") with { Quotes = "second" }, "bc=10")
            .Then(Retraction("6-19"), "bc=5"),
        new Sequence("a quoted correction is undone")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "da=98") with { Name = "correction" }, "ds=1 da=98")
            .Then(Retraction("6-5") with { Quotes = "correction" }, "ds=1 da=88", "Corrected"),
    ];
}

using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Ledger;

internal static class CorrectionSequences
{
    public static IReadOnlyList<Sequence> All { get; } =
    [
        new Sequence("a correction by its day")
            .Then(Report("6-5", "6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51")
            .Then(Report("6-12", "6-12: ds=1 da=27"), "ds=2 da=115 p=51")
            .Then(Correction("6-12", "6-5: da=98"), "ds=2 da=125 p=51", "Corrected"),
        new Sequence("a correction without a day means the nearest")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-12", "6-12: ds=1 da=27"), "ds=2 da=115")
            .Then(Correction("6-12", "da=30"), "ds=2 da=118"),
        new Sequence("a correction by the value it replaces")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-12", "6-12: ds=1 da=27"), "ds=2 da=115")
            .Then(Correction("6-12", "da=98<88"), "ds=2 da=125")
            .Then(Correction("6-12", "da=98<88"), "ds=2 da=125", "Corrected"),
        new Sequence("a correction that names a value nobody reported is asked where several could be meant")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-12", "6-12: ds=1 da=27"), "ds=2 da=115")
            .Then(Correction("6-12", "da=98<55"), "ds=2 da=115", "NothingToCorrect"),
        new Sequence("a correction that quotes")
            .Then(Report("6-5", "6-5: ds=1 da=88") with { Name = "first" }, "ds=1 da=88")
            .Then(Report("6-12", "6-12: ds=1 da=27"), "ds=2 da=115")
            .Then(Correction("6-12", "da=98") with { Quotes = "first" }, "ds=2 da=125"),
        new Sequence("a correction of a slot that was not told, by its family")
            .Then(Report("6-5", "6-5: ds=1i"), "ds=1")
            .Then(Correction("6-5", "6-5: da=98"), "ds=1 da=98"),
        new Sequence("a correction of an implied count")
            .Then(Report("6-5", "6-5: ds=1i da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "ds=2"), "ds=2 da=88"),
        new Sequence("a correction sent twice")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "da=98"), "ds=1 da=98")
            .Then(Correction("6-5", "da=98"), "ds=1 da=98", "Corrected"),
        new Sequence("the uncorrected message sent again undoes nothing")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "da=98"), "ds=1 da=98")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=98", "Repeated")
            .Then(Report("6-5", "6-5: ds=1 da=98"), "ds=1 da=98", "Repeated"),
        new Sequence("nothing to correct")
            .Then(Correction("6-5", "da=98"), "", "NothingToCorrect")
            .Then(Report("6-5", "6-5: p=30"), "p=30")
            .Then(Correction("6-6", "6-4: p=20"), "p=30", "NothingToCorrect"),
        new Sequence("a correction by the day the report was said")
            .Then(Report("6-20", "6-19: ds=1 da=145"), "ds=1 da=145")
            .Then(Correction("6-20", "6-20: da=150"), "ds=1 da=150"),
        new Sequence("a correction of the sum of two activities of one message")
            .Then(Report("6-18", "6-18: ds=1 da=46 | 6-18: ds=1 da=38"), "ds=2 da=84")
            .Then(Correction("6-18", "6-18: da=102"), "ds=2 da=102")
            .Then(Correction("6-18", "6-18: da=102"), "ds=2 da=102"),
        new Sequence("a correction of one of two activities of one message")
            .Then(Report("6-18", "6-18: ds=1 da=50 | 6-18: ds=1 da=80"), "ds=2 da=130")
            .Then(Correction("6-18", "6-18: da=90"), "ds=2 da=140"),
        new Sequence("a whole report sent again as the valid one")
            .Then(Report("6-13", "6-13: ds=2 da=120 p=30"), "ds=2 da=120 p=30")
            .Then(Correction("6-13", "6-13: ds=2 da=130 p=30 ls=1"), "ds=2 da=130 ls=1 p=30", "Corrected Corrected Corrected Corrected"),
        new Sequence("a correction of a taken-back report finds nothing")
            .Then(Report("6-13", "6-13: ds=2 da=120"), "ds=2 da=120")
            .Then(Retraction("6-13"), "")
            .Then(Correction("6-13", "da=130"), "", "NothingToCorrect"),
        new Sequence("a correction of the present stock figure")
            .Then(Report("6-5", "6-5: bc=5"), "bc=5")
            .Then(Report("6-12", "6-12: bc=7"), "bc=7")
            .Then(Correction("6-12", "bc=8"), "bc=8"),
        new Sequence("a correction of a past stock figure leaves the present one")
            .Then(Report("6-5", "6-5: bc=5"), "bc=5")
            .Then(Report("6-12", "6-12: bc=7"), "bc=7")
            .Then(Correction("6-12", "6-5: bc=6"), "bc=7"),
    ];
}

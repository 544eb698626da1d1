using Bot.Domain.Ledger;
using Bot.Domain.Reading;
using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Ledger;

internal static class EditSequences
{
    public static IReadOnlyList<Sequence> All { get; } =
    [
        new Sequence("an edit that changes nothing")
            .Then(First("6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51")
            .Then(Edit("6-5: ds=1 da=88 p=51") with { Text = "only a comma more" }, "ds=1 da=88 p=51"),
        new Sequence("an edited figure")
            .Then(First("6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51")
            .Then(Edit("6-5: ds=1 da=90 p=51"), "ds=1 da=90 p=51", "Corrected")
            .Then(Edit("6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51", "Corrected"),
        new Sequence("figures added and taken away")
            .Then(First("6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51")
            .Then(Edit("6-5: ds=1 da=88 | 6-5: ls=1 la=20"), "ds=1 da=88 ls=1 la=20")
            .Then(Edit("6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51"),
        new Sequence("cut into other activities")
            .Then(First("6-5: ds=2 da=88 p=51"), "ds=2 da=88 p=51")
            .Then(Edit("6-5: ds=1 da=40 | 6-5: ds=1 da=48 | 6-5: p=51"), "ds=2 da=88 p=51", ""),
        new Sequence("another day")
            .Then(First("6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Edit("6-6: ds=1 da=88"), "ds=1 da=88", "Recorded"),
        new Sequence("a correction survives an edit elsewhere")
            .Then(First("6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51")
            .Then(Correction("6-5", "da=98"), "ds=1 da=98 p=51")
            .Then(Edit("6-5: ds=1 da=88 p=52"), "ds=1 da=98 p=52", "Corrected")
            .Then(Edit("6-5: ds=1 da=90 p=52"), "ds=1 da=90 p=52", "Corrected")
            .Then(Edit("6-5: ds=1 da=90 p=53"), "ds=1 da=90 p=53"),
        new Sequence("a correction survives another day")
            .Then(First("6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51")
            .Then(Correction("6-5", "da=98"), "ds=1 da=98 p=51")
            .Then(Edit("6-4: ds=1 da=88 p=51"), "ds=1 da=98 p=51"),
        new Sequence("edited to nothing")
            .Then(First("6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Edit("") with { Kind = ReadingKind.Other }, "", "TakenBack"),
        new Sequence("withdrawn, corrections and all")
            .Then(First("6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "da=98"), "ds=1 da=98")
            .Then(Edit("") with { Change = SubmissionChange.Withdrawn }, "", "TakenBack")
            .Then(Edit("") with { Change = SubmissionChange.Withdrawn }, "", ""),
        new Sequence("an edited report, sent again in its first form")
            .Then(First("6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Edit("6-5: ds=1 da=90"), "ds=1 da=90")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=90", "Repeated")
            .Then(Report("6-5", "6-5: ds=1 da=90"), "ds=1 da=90", "Repeated"),
        new Sequence("a repeat that is edited into something new")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(First("6-5: ds=1 da=88"), "ds=1 da=88", "Repeated")
            .Then(Edit("6-6: ds=1 da=30"), "ds=2 da=118", "Recorded"),
        new Sequence("an edited total")
            .Then(Report("6-4", "6-4: ds=2"), "ds=2")
            .Then(Total("6-5", "ds=5") with { Name = "one" }, "ds=5")
            .Then(Report("6-6", "6-6: ds=1"), "ds=6")
            .Then(Edit("ds=6") with { Basis = Basis.Cumulative }, "ds=7", "Corrected")
            .Then(Edit("ds=4") with { Basis = Basis.Cumulative }, "ds=5", "Corrected")
            .Then(Edit("ds=1") with { Basis = Basis.Cumulative }, "ds=5", "BelowKnown")
            .Then(Edit("") with { Change = SubmissionChange.Withdrawn }, "ds=3"),
        new Sequence("a report edited into a total, and back")
            .Then(Report("6-4", "6-4: ds=2"), "ds=2")
            .Then(First("6-5: ds=3"), "ds=5")
            .Then(Edit("ds=3") with { Basis = Basis.Cumulative }, "ds=3")
            .Then(Edit("6-5: ds=3"), "ds=5"),
        new Sequence("a report edited into a zero report, and back")
            .Then(First("6-5: ds=3"), "ds=3")
            .Then(Edit("") with { Nil = true }, "", "TakenBack Nil")
            .Then(Edit("6-5: ds=3"), "ds=3"),
        new Sequence("an edited correction")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "da=98") with { Name = "one" }, "ds=1 da=98")
            .Then(Edit("da=89") with { Kind = ReadingKind.Correction }, "ds=1 da=89")
            .Then(Edit("") with { Change = SubmissionChange.Withdrawn }, "ds=1 da=88"),
        new Sequence("an edited correction that was corrected again since")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "da=98") with { Name = "one" }, "ds=1 da=98")
            .Then(Correction("6-5", "da=95"), "ds=1 da=95")
            .Then(Edit("") with { Change = SubmissionChange.Withdrawn }, "ds=1 da=95"),
        new Sequence("an edited late report settles with the difference")
            .Then(Total("6-21", "da=200"), "da=200")
            .Then(First("6-19: ds=1 da=50"), "ds=1 da=200")
            .Then(Edit("6-19: ds=1 da=70"), "ds=1 da=200")
            .Then(Edit("6-19: ds=1 da=250"), "ds=1 da=250")
            .Then(Edit("") with { Kind = ReadingKind.Other }, "da=200"),
        new Sequence("an edited stock figure")
            .Then(First("6-5: bc=5"), "bc=5")
            .Then(Edit("6-5: bc=6"), "bc=6", "Corrected")
            .Then(Edit("6-5: ds=1"), "ds=1"),
    ];

    private static Saying First(string activities) => Report("6-5", activities) with { Name = "one" };

    private static Saying Edit(string activities) => Report("6-5", activities) with { Name = "one", Change = SubmissionChange.Edited };
}

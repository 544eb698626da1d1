using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Ledger;

internal static class ReportSequences
{
    public static IReadOnlyList<Sequence> All { get; } =
    [
        new Sequence("reports of different days add up")
            .Then(Report("6-5", "6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51", "Recorded")
            .Then(Report("6-13", "6-12: ds=2 da=95 | 6-12: p=12"), "ds=3 da=183 p=63", "Recorded Recorded"),
        new Sequence("the same report again")
            .Then(Report("6-5", "6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51")
            .Then(Report("6-5", "6-5: ds=1 da=88 p=51"), "ds=1 da=88 p=51", "Repeated"),
        new Sequence("the same day and figures in other words")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-7", "6-5: ds=1 da=88") with { Text = "补发照片：6月5日演练1场88人" }, "ds=1 da=88", "Repeated"),
        new Sequence("implied and written once are the same figure")
            .Then(Report("6-5", "6-5: ds=1i da=88"), "ds=1 da=88")
            .Then(Report("6-5", "6-5: ds=1 da=88") with { Text = "other words" }, "ds=1 da=88", "Repeated"),
        new Sequence("another bound is another figure")
            .Then(Report("6-5", "6-5: ds=1 da=120+"), "ds=1 da=120")
            .Then(Report("6-5", "6-5: ds=1 da=120") with { Text = "演练1场120人" }, "ds=2 da=240", "Recorded"),
        new Sequence("only what is new is booked")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-6", "6-5: ds=1 da=88 p=30"), "ds=1 da=88 p=30", "Repeated Recorded"),
        new Sequence("a second message adds another activity")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-6", "6-5: ds=1 da=88 | 6-6: ls=1 la=40"), "ds=1 da=88 ls=1 la=40", "Repeated Recorded"),
        new Sequence("told as two, repeated as one")
            .Then(Report("6-5", "6-5: ds=1 da=50 | 6-5: ds=1 da=80"), "ds=2 da=130")
            .Then(Report("6-5", "6-5: ds=2 da=130"), "ds=2 da=130", "Repeated"),
        new Sequence("told as one, repeated as two")
            .Then(Report("6-5", "6-5: ds=2 da=130"), "ds=2 da=130")
            .Then(Report("6-5", "6-5: ds=1 da=50 | 6-5: ds=1 da=80"), "ds=2 da=130", "Repeated Repeated"),
        new Sequence("two like sessions of one message count twice, and only once when repeated")
            .Then(Report("6-5", "6-5: ls=1 la=30 | 6-5: ls=1 la=30"), "ls=2 la=60", "Recorded Recorded")
            .Then(Report("6-5", "6-5: ls=1 la=30 | 6-5: ls=1 la=30"), "ls=2 la=60", "Repeated Repeated")
            .Then(Report("6-5", "6-5: ls=1 la=30 | 6-5: ls=1 la=30 | 6-5: ls=1 la=30") with { Text = "three" }, "ls=3 la=90", "Repeated Repeated Recorded"),
        new Sequence("one of two sessions named again is no other session")
            .Then(Report("6-5", "6-5: ls=1 la=30 | 6-5: ls=1 la=45"), "ls=2 la=75")
            .Then(Report("6-5", "6-5: ls=1 la=45"), "ls=2 la=75", "Repeated"),
        new Sequence("days written as a span or one by one are the same days")
            .Then(Report("6-12", "6-10/6-12: ls=3 la=90"), "ls=3 la=90")
            .Then(Report("6-12", "6-10,6-11,6-12: ls=3 la=90"), "ls=3 la=90", "Repeated"),
        new Sequence("undated, again on the same day")
            .Then(Report("6-13", "p=30"), "p=30")
            .Then(Report("6-13", "p=30") with { Text = "在小区张贴30张" }, "p=30", "Repeated"),
        new Sequence("undated, the same text two days later")
            .Then(Report("6-13", "p=30"), "p=30")
            .Then(Report("6-15", "p=30"), "p=30", "Repeated"),
        new Sequence("undated, other words two days later")
            .Then(Report("6-13", "p=30"), "p=30")
            .Then(Report("6-15", "p=30") with { Text = "又张贴30张" }, "p=60", "Recorded"),
        new Sequence("undated, the same text a week later is a new week")
            .Then(Report("6-6", "p=30"), "p=30")
            .Then(Report("6-13", "p=30"), "p=60", "Recorded"),
        new Sequence("sent again with its day added")
            .Then(Report("6-13", "ds=1 da=50"), "ds=1 da=50")
            .Then(Report("6-13", "6-13: ds=1 da=50"), "ds=1 da=50", "Repeated"),
        new Sequence("named once more beside its photos")
            .Then(Report("6-13", "6-13: ds=2 da=50"), "ds=2 da=50")
            .Then(Report("6-13", "6-13: ds=1i"), "ds=2 da=50", "Repeated"),
        new Sequence("the answer that it is another one")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-5", "6-5: ds=1 da=88") with { Distinct = true }, "ds=2 da=176", "Recorded"),
        new Sequence("the same sender, the same day, other figures")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-5", "6-5: ds=1 da=30"), "ds=2 da=118", "Recorded"),
        new Sequence("two reporters who agree")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-6", "6-5: ds=1 da=88") with { Sender = Li }, "ds=1 da=88", "Repeated"),
        new Sequence("two reporters who disagree: what is in conflict waits, the rest counts")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-6", "6-5: ds=1 da=80 p=20") with { Sender = Li }, "ds=1 da=88 p=20", "Conflict Recorded"),
        new Sequence("two reporters of different days")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Report("6-6", "6-6: ds=1 da=80") with { Sender = Li }, "ds=2 da=168", "Recorded"),
        new Sequence("a second reporter repeats what was corrected meanwhile")
            .Then(Report("6-5", "6-5: ds=1 da=88"), "ds=1 da=88")
            .Then(Correction("6-5", "da=98"), "ds=1 da=98")
            .Then(Report("6-6", "6-5: ds=1 da=88") with { Sender = Li, Text = "another" }, "ds=1 da=98", "Repeated"),
        new Sequence("zero reports")
            .Then(Zero("6-6"), "", "Nil")
            .Then(Zero("6-13"), "", "Nil"),
        new Sequence("nothing of a message that reports nothing")
            .Then(new Saying(Bot.Domain.Reading.ReadingKind.Other, "6-6", "6-7: ds=1 da=80"), "", "")
            .Then(new Saying(Bot.Domain.Reading.ReadingKind.Query, "6-6", ""), "", ""),
        new Sequence("stock figures: the newest counts")
            .Then(Report("6-5", "6-5: bc=5 ba=100"), "bc=5 ba=100")
            .Then(Report("6-12", "6-12: bc=7 ba=50"), "bc=7 ba=150")
            .Then(Report("6-13", "6-6: bc=6 ba=20"), "bc=7 ba=170")
            .Then(Report("6-13", "6-6: bc=6 ba=20"), "bc=7 ba=170", "Repeated")
            .Then(Report("6-20", "6-19: bc=4"), "bc=4 ba=170"),
        new Sequence("stock figures named in two places of one message")
            .Then(Report("6-5", "6-5: bc=3 | 6-5: bc=2"), "bc=5")
            .Then(Report("6-5", "6-5: bc=3 | 6-5: bc=2"), "bc=5", "Repeated Repeated"),
        new Sequence("a yes/no box")
            .Then(Report("6-5", "y=1"), "y=1")
            .Then(Report("6-12", "y=1"), "y=1")
            .Then(Report("6-13", "y=0"), ""),
        new Sequence("numbers nobody counts to")
            .Then(Report("6-5", "6-5: ds=1 da=1000000000000"), "ds=1", "Recorded")
            .Then(Report("6-6", "6-6: ds=1 da=999999999999"), "ds=2 da=999999999999", "Recorded"),
    ];
}

using Bot.Domain.Ledger;
using Bot.Domain.Reading;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Ledger;

public sealed class LedgerProperties
{
    private static readonly Gen<int> Number = Gen.Choose(0, 9999);
    private static readonly Arbitrary<int[]> Numbers = Arb.From(Number.ArrayOf(), ShrinkEach);

    [Fact]
    public void Said_twice_any_conversation_changes_no_total_the_second_time() => Check(Numbers, numbers =>
    {
        var conversation = WithoutIdleCorrections(numbers.Select(Message));
        var ledger = Ledger(conversation);
        var (totals, bookings) = (ledger.Totals(), ledger.Bookings.Count);
        foreach (var said in conversation) ledger.Say(said);
        return totals == ledger.Totals() && ledger.Bookings.Skip(bookings).All(b => b.Delta == 0);
    });

    [Fact]
    public void Totals_never_change_by_repeats() => Check(Numbers, numbers =>
    {
        var conversation = numbers.Select(Message).ToList();
        return Ledger(conversation).Totals() == Ledger(conversation.SelectMany(s => new[] { s, s })).Totals();
    });

    [Fact]
    public void The_order_of_reports_of_different_days_does_not_matter_wherever_a_total_stands_between() =>
        Check(Arb.From(Number.ArrayOf().Zip(Gen.Choose(0, 40)).Zip(Gen.Choose(0, 40))), drawn =>
        {
            var ((numbers, total), place) = drawn;
            var reports = numbers.Take(20).Select((n, at) => Report("6-30", FormattableString.Invariant($"6-{at + 1}: ds={n % 4} da={n % 60}"))).ToList();
            var statement = Total("6-30", FormattableString.Invariant($"ds={total} da={total * 9}"));
            var one = Ledger(reports.Append(statement));
            reports.Reverse();
            reports.Insert(Math.Min(place, reports.Count), statement);
            return one.Totals() == Ledger(reports).Totals();
        });

    [Fact]
    public void A_retracted_submission_comes_to_nothing_and_leaves_the_rest_as_it_was() => Check(Numbers, numbers =>
    {
        var ledger = Ledger(numbers.Select(Message));
        var before = ledger.Totals();
        var retracted = ledger.Say(Report("6-29", "6-9: ds=3 da=77 | 6-8: p=5 bc=9") with { Name = "last", Text = "last" });
        ledger.Say(Retraction("6-29") with { Quotes = "last" });
        var own = retracted.Activities.Select(a => a.Id).ToHashSet();
        return before == ledger.Totals() && ledger.Bookings.Where(b => own.Contains(b.Activity)).Sum(b => b.Delta) == 0;
    });

    [Fact]
    public void An_edited_report_counts_as_if_it_had_been_said_so_at_once() => Check(Arb.From(Number.ArrayOf().Zip(Number).Zip(Number)), drawn =>
    {
        var ((numbers, first), second) = drawn;
        var before = numbers.Select(Message).ToList();
        var (former, final) = (Single(first), Single(second));
        var edited = Ledger([.. before, former with { Name = "one" }, final with { Name = "one", Change = SubmissionChange.Edited }]);
        return edited.Totals() == Ledger([.. before, final]).Totals();
    });

    [Fact]
    public void Booking_ids_ascend_in_the_order_of_booking() => Check(Numbers, numbers =>
    {
        var ids = Ledger(numbers.Select(Message)).Bookings.Select(b => b.Id.Value).ToList();
        return ids.SequenceEqual(ids.Order());
    });

    // Reports of one day always say the same, corrections of one day correct to the same, so that the second saying is one.
    private static Saying Message(int number)
    {
        var (kind, day) = (number % 7, (number / 7 % 12) + 1);
        return kind switch
        {
            0 => Report("6-28", FormattableString.Invariant($"6-{day}: ls={day} la={day * 10}")),
            1 => Report("6-28", FormattableString.Invariant($"6-{day}: ds=1i da={20 + day}+ | 6-{day}: ds=1 da={50 + day}")),
            2 => Correction("6-28", FormattableString.Invariant($"6-{day}: la={300 + day}")),
            3 => Total("6-20", FormattableString.Invariant($"ds={day} p={day * 3}")),
            4 => Zero("6-28"),
            5 => Report("6-28", FormattableString.Invariant($"6-{day}: p={day}")) with { Sender = day % 2 == 0 ? Zhang : Li },
            _ => Report("6-28", FormattableString.Invariant($"p={20000 + day}")),
        };
    }

    // A correction of what is reported only later finds nothing the first time, and something the second.
    private static List<Saying> WithoutIdleCorrections(IEnumerable<Saying> conversation)
    {
        var kept = new List<Saying>();
        foreach (var said in conversation)
        {
            var days = said.Reading().Days;
            if (said.Kind != ReadingKind.Correction || kept.Exists(k => IsLecture(k) && k.Reading().Days.SequenceEqual(days))) kept.Add(said);
        }

        return kept;
    }

    private static bool IsLecture(Saying said) => said.Kind == ReadingKind.Report && said.Activities.Contains("la=", StringComparison.Ordinal);

    // A report on days that no other message speaks of.
    private static Saying Single(int number) => (number % 3) switch
    {
        0 => Report("6-28", FormattableString.Invariant($"6-{20 + (number % 2)}: ds={number % 5} da={number}")),
        1 => Report("6-28", FormattableString.Invariant($"6-{20 + (number % 2)}: ds=1 | 6-20: p={number} la={number % 50}")),
        _ => Report("6-28", FormattableString.Invariant($"6-20: ds=2 | 6-20: ds={number % 4} da={number % 90} | 6-21: p=7")),
    };

    private static LedgerReplay Ledger(IEnumerable<Saying> conversation)
    {
        var ledger = new LedgerReplay();
        foreach (var said in conversation) ledger.Say(said);
        return ledger;
    }

    private static void Check<T>(Arbitrary<T> drawn, Func<T, bool> holds) =>
        Prop.ForAll(drawn, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(24));

    private static IEnumerable<int[]> ShrinkEach(int[] numbers) =>
        Enumerable.Range(0, numbers.Length).Select(at => numbers.Where((_, i) => i != at).ToArray());
}

using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Dues;

public sealed class OccurrenceProperties
{
    private static readonly int[] Leaps = [2023, 2024, 2025];

    /// <summary>Schedules of every recurring kind, in any of three years, with the office's earlier days.</summary>
    public static readonly Gen<(Schedule Schedule, int Earlier)> Drawn =
        from year in Gen.Elements(Leaps)
        from day in Gen.Choose(0, 364)
        from length in Gen.Choose(0, 250)
        from kind in Gen.Choose(0, 7)
        from number in Gen.Choose(0, 31)
        from other in Gen.Choose(0, 31)
        from earlier in Gen.Choose(0, 3)
        select (Make(kind, new DateOnly(year, 1, 1).AddDays(day), length, number, other), earlier);

    [Fact]
    public void Windows_of_an_obligation_never_overlap_and_leave_no_gap() => Check(Drawn, drawn =>
    {
        var occurrences = Occurrences.Of(Owed(drawn.Schedule), June, Set(Owed(drawn.Schedule), earlier: drawn.Earlier), new Dictionary<DateOnly, DateOnly>(), Shanghai);
        return occurrences.All(o => o.WindowFrom <= o.Deadline) && occurrences.Zip(occurrences.Skip(1)).All(p => p.Second.WindowFrom == p.First.Deadline.AddDays(1));
    });

    [Fact]
    public void Moving_deadlines_leaves_no_day_without_a_window_and_changes_no_plan_s_day() => Check(Drawn.Zip(Gen.Choose(-20, 20).ArrayOf(12)), drawn =>
    {
        var owed = Owed(drawn.Item1.Schedule);
        var plain = Occur(owed);
        var moves = plain.Zip(drawn.Item2).ToDictionary(p => p.First.Day, p => p.First.Day.AddDays(p.Second));
        var moved = Occurrences.Of(owed, June, ObligationSettings.Default(owed), moves, Shanghai);
        if (moved.Count == 0) return plain.Count == 0;
        var covered = moved.SelectMany(o => Days(o.WindowFrom, o.Deadline)).ToHashSet();
        return plain.Select(o => o.Day).SequenceEqual(moved.Select(o => o.Day))
            && moved.All(o => o.WindowFrom <= o.Deadline && o.Deadline == moves.GetValueOrDefault(o.Day, o.Day))
            && Days(moved[0].WindowFrom, moved.Max(o => o.Deadline)).All(covered.Contains);
    });

    [Fact]
    public void Asked_twice_a_schedule_says_the_same() => Check(Drawn, drawn => Occur(Owed(drawn.Schedule)).SequenceEqual(Occur(Owed(drawn.Schedule))));

    private static Schedule Make(int kind, DateOnly from, int length, int number, int other)
    {
        var to = from.AddDays(length);
        DayOfWeek[] days = [.. new[] { (DayOfWeek)(number % 7), (DayOfWeek)(other % 7) }.Distinct()];
        return kind switch
        {
            0 => new Schedule.Daily(from, to),
            1 => new Schedule.Weekly([], from, to),
            2 => new Schedule.Weekly(days, from, to),
            3 => new Schedule.Biweekly(days[0], from, to),
            4 => new Schedule.Monthly([.. new[] { number, other }.Distinct()], FirstOf(from), FirstOf(to)),
            5 => new Schedule.Quarterly((number % 3) + 1, other, FirstOf(from), FirstOf(to)),
            6 => new Schedule.Dates([from, to, from.AddDays(number)]),
            _ => new Schedule.Unspecified(),
        };
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1)) yield return day;
    }

    private static void Check<T>(Gen<T> drawn, Func<T, bool> holds) =>
        Prop.ForAll(Arb.From(drawn), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}

using System.Diagnostics;
using System.Globalization;

namespace Bot.Benchmarks;

/// <summary>
/// One morning's pushes, and completeness, each beside the plain SQL that does as much in the same database file and cannot
/// be beaten: the ratio says what rules, keys and words cost.
/// </summary>
internal static class DueRun
{
    private const int Rounds = 5;

    public static async Task PrintAsync(TextWriter to)
    {
        var morning = new List<(TimeSpan Ours, TimeSpan Sql)>();
        for (var i = 0; i <= Rounds; i++) morning.Add(await MorningAsync());
        var complete = new List<(TimeSpan Ours, TimeSpan Sql)>();
        await using (var office = await BenchOffice.MakeAsync(branches: 500, perBranch: 10, occurrences: 30))
        {
            for (var i = 0; i <= Rounds; i++) complete.Add(await CompleteAsync(office));
        }

        await to.WriteLineAsync("| | ours, ms | plain SQL, ms | ours takes |\n|---|--:|--:|--:|");
        await to.WriteLineAsync(Line("plan, word and send one morning's pushes: 10,000 units, 1,000 groups, 7,000 missing", morning));
        await to.WriteLineAsync(Line("completeness of 5,000 units × 30 occurrences", complete));
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"\nMedian of {Rounds} rounds after one that is left out."));
    }

    // Each round has a file of its own: a morning cannot be sent twice.
    private static async Task<(TimeSpan Ours, TimeSpan Sql)> MorningAsync()
    {
        await using var ours = await BenchOffice.MakeAsync(branches: 1000, perBranch: 10, occurrences: 4);
        var watch = Stopwatch.StartNew();
        var sent = await ours.PushMorningAsync();
        var took = watch.Elapsed;
        await using var plain = await BenchOffice.MakeAsync(branches: 1000, perBranch: 10, occurrences: 4);
        watch.Restart();
        var written = await plain.PlainMorningAsync();
        var sql = watch.Elapsed;
        return sent == written && sent == 1000 ? (took, sql) : throw new InvalidOperationException($"{sent} messages were sent, {written} by plain SQL.");
    }

    private static async Task<(TimeSpan Ours, TimeSpan Sql)> CompleteAsync(BenchOffice office)
    {
        var watch = Stopwatch.StartNew();
        var ours = await office.CompletenessAsync();
        var took = watch.Elapsed;
        watch.Restart();
        var sql = await office.PlainCompletenessAsync();
        var plain = watch.Elapsed;
        return ours == sql && ours.Expected > 0 ? (took, plain) : throw new InvalidOperationException($"{ours} is not {sql}.");
    }

    private static string Line(string name, List<(TimeSpan Ours, TimeSpan Sql)> rounds)
    {
        var (ours, sql) = (Median(rounds.Skip(1).Select(r => r.Ours)), Median(rounds.Skip(1).Select(r => r.Sql)));
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {ours:#,0} | {sql:#,0} | {ours / sql:0.0}× |");
    }

    private static double Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Rounds / 2).TotalMilliseconds;
}

using System.Text.Json;

namespace Bot.Host.Tests.Simulation;

/// <summary>
/// Holds what a rehearsal printed against what must come of it: every expected push once, within ten minutes, naming
/// exactly the missing; no other push about a due, none in quiet hours, one message per instant; 未报 answered; the final
/// dues and totals.
/// </summary>
internal sealed class SimulationCheck
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Expected _expected;
    private readonly List<Line> _lines;
    private readonly List<string> _faults = [];

    private SimulationCheck(string expected, string output)
    {
        _expected = JsonSerializer.Deserialize<Expected>(expected, Json)!;
        _lines = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<Line>(l, Json)!)];
    }

    /// <summary>One sentence for each difference; none where all holds.</summary>
    public static IReadOnlyList<string> Differences(string expected, string output)
    {
        var check = new SimulationCheck(expected, output);
        check.Instants();
        check.Pushes();
        check.Queries();
        check.Final();
        return check._faults;
    }

    private void Instants()
    {
        var told = _lines.Where(l => IsPush(l) && l.Kind != "thanks").ToList();
        _faults.AddRange(told.Where(l => l.At.Hour is < 8 or >= 21).Select(l => $"pushed in quiet hours: {l.At:s} {l.Kind}"));
        _faults.AddRange(
            from l in told
            group l by (l.To, Minute: $"{l.At:yyyy-MM-dd HH:mm}", l.Kind) into instant
            where instant.Count() > 1
            select $"{instant.Count()} {instant.Key.Kind} messages to {instant.Key.To} at {instant.Key.Minute}; one merged message is enough");
    }

    private void Pushes()
    {
        var sent = _lines.Where(IsPush).SelectMany(l => (l.Dues ?? []).Select(d => new Push(l.At, l.Kind!, d.Obligation, d.Deadline, d.Units))).ToList();
        foreach (var wanted in _expected.Pushes)
        {
            var at = sent.FindIndex(p => (p.Kind, p.Obligation, p.Deadline) == (wanted.Kind, wanted.Obligation, wanted.Deadline)
                && p.At >= wanted.At && p.At <= wanted.At.AddMinutes(10));
            if (at < 0)
            {
                _faults.Add($"missing {wanted}");
                continue;
            }

            if (wanted.Kind != "thanks" && Names(sent[at].Units) != Names(wanted.Units)) _faults.Add($"{sent[at]}, missing are {Names(wanted.Units)}");
            sent.RemoveAt(at);
        }

        var last = _expected.Pushes.Select(p => p.Deadline).Max(StringComparer.Ordinal);
        _faults.AddRange(sent.Where(p => string.CompareOrdinal(p.Deadline, last) <= 0).Select(p => $"unexpected {p}"));
    }

    private void Queries()
    {
        foreach (var query in _expected.Queries)
        {
            var reply = _lines.FirstOrDefault(l => l.Kind == "reply" && l.At >= query.At && l.At <= query.At.AddMinutes(5));
            if (reply is null)
            {
                _faults.Add($"未报 at {query.At:s} was not answered");
                continue;
            }

            foreach (var open in query.Open.Where(o => o.Units.Count > 0))
            {
                var said = reply.Dues?.LastOrDefault(d => (d.Obligation, d.Deadline) == (open.Obligation, open.Deadline));
                if (said is null || Names(said.Units) != Names(open.Units))
                    _faults.Add($"未报 at {query.At:s}: {open.Obligation} {open.Deadline} is {(said is null ? "not told" : Names(said.Units))}, missing are {Names(open.Units)}");
            }
        }
    }

    private void Final()
    {
        if (_lines.FirstOrDefault(l => l.Final is not null)?.Final is not { } final)
        {
            _faults.Add("no final line");
            return;
        }

        var states = final.Dues.ToDictionary(d => (d.Obligation, d.Deadline, d.Unit), d => d.State);
        foreach (var due in _expected.Final.Dues)
        {
            var state = states.GetValueOrDefault((due.Obligation, due.Deadline, due.Unit));
            if (state != due.State) _faults.Add($"final {due.Obligation} {due.Deadline} {due.Unit}: {state ?? "none"}, should be {due.State}");
        }

        foreach (var slot in final.Totals.Keys.Union(_expected.Final.Totals.Keys).Order(StringComparer.Ordinal))
        {
            var (total, wanted) = (final.Totals.GetValueOrDefault(slot), _expected.Final.Totals.GetValueOrDefault(slot));
            if (total != wanted) _faults.Add($"total {slot}: {total}, should be {wanted}");
        }
    }

    private static bool IsPush(Line line) => line.Kind is "reminder" or "escalation" or "thanks";

    private static string Names(IReadOnlyList<string>? units) => string.Join('、', (units ?? []).Order(StringComparer.Ordinal));

    private sealed record Expected(IReadOnlyList<Push> Pushes, IReadOnlyList<Query> Queries, Outcome Final);

    private sealed record Push(DateTimeOffset At, string Kind, string Obligation, string Deadline, IReadOnlyList<string>? Units)
    {
        public override string ToString() => $"{Kind} {Obligation} {Deadline} at {At:s} for {Names(Units)}";
    }

    private sealed record Query(DateTimeOffset At, IReadOnlyList<Missing> Open);

    private sealed record Missing(string Obligation, string Deadline, IReadOnlyList<string> Units);

    private sealed record Line(DateTimeOffset At, string? To, string? Kind, IReadOnlyList<Missing>? Dues, Outcome? Final);

    private sealed record Outcome(IReadOnlyList<FinalDue> Dues, IReadOnlyDictionary<string, decimal> Totals);

    private sealed record FinalDue(string Obligation, string Deadline, string Unit, string State);
}

using System.Text.Json;

namespace Bot.Host.Simulation;

/// <summary>A season to rehearse (design §10): who takes part, and what happens when.</summary>
internal sealed record Scenario(ScenarioHead Head, IReadOnlyList<ScenarioLine> Lines)
{
    /// <summary>Reads JSON lines; a bad line is one sentence that says which and why.</summary>
    public static (Scenario? Read, string? Fault) Read(IReadOnlyList<string> lines)
    {
        ScenarioHead? head = null;
        var events = new List<ScenarioLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            try
            {
                if (head is null)
                {
                    head = JsonSerializer.Deserialize(lines[i], ScenarioWire.Default.ScenarioHead);
                    continue;
                }

                var line = JsonSerializer.Deserialize(lines[i], ScenarioWire.Default.ScenarioLine)!;
                if (Fault(line, events.Count == 0 ? head.From : events[^1].At) is { } fault) return (null, FormattableString.Invariant($"line {i + 1}: {fault}"));
                events.Add(line);
            }
            catch (JsonException fault)
            {
                return (null, FormattableString.Invariant($"line {i + 1}: not as expected at {fault.Path ?? "$"}; see \"Scenario\" in the documentation of simulate."));
            }
        }

        if (head is null) return (null, "The scenario is empty: its first line names campaign, from, to, units, group and admins.");
        return head.To < head.From ? (null, "line 1: \"to\" lies before \"from\".") : (new Scenario(head, events), null);
    }

    private static string? Fault(ScenarioLine line, DateTimeOffset before)
    {
        if (line.At < before) return "lines must be in order of time; \"at\" lies before the line above.";
        return line.Event switch
        {
            null when line.From is null || line.Text is null => "a message needs \"from\" and \"text\".",
            null => null,
            "join" or "close" or "excuse" when line.Unit is null => $"\"{line.Event}\" needs \"unit\".",
            "clock" when line.To is null => "\"clock\" needs \"to\".",
            "join" or "close" or "excuse" or "down" or "up" or "clock" => null,
            _ => $"unknown event \"{line.Event}\"; known: join, close, excuse, down, up, clock.",
        };
    }
}

/// <summary>The first line.</summary>
internal sealed record ScenarioHead
{
    /// <summary>A shipped campaign's id, or a campaign file.</summary>
    public required string Campaign { get; init; }

    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required IReadOnlyList<string> Units { get; init; }
    public string Group { get; set; } = "g1";
    public IReadOnlyList<string> Admins { get; set; } = [];

    /// <summary>Who reports for which units; a unit nobody is named for has a liaison of its own name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> People { get; set; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>A message, or an event.</summary>
internal sealed record ScenarioLine
{
    public required DateTimeOffset At { get; init; }
    public string? From { get; init; }
    public string? Text { get; init; }
    public int Photos { get; init; }
    public string? Event { get; init; }
    public string? Unit { get; init; }

    /// <summary>Where the clock is put; for an excuse, the last deadline it covers.</summary>
    public DateTimeOffset? To { get; init; }
}

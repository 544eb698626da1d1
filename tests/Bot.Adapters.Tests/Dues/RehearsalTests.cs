using System.Text.Json;
using Bot.Adapters.Campaigns;
using Bot.Domain.Tests.Dues;
using Xunit;

namespace Bot.Adapters.Tests.Dues;

/// <summary>Whole rehearsed months: how every due stands at the end.</summary>
public sealed class RehearsalTests
{
    [Theory]
    [InlineData("dev-1")]
    [InlineData("dev-2")]
    public void Every_due_of_a_rehearsed_month_stands_as_expected(string name)
    {
        var lines = File.ReadAllLines(Corpus.File(Path.Combine("simulation", name + ".scenario.jsonl"))).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var campaign = ShippedCampaigns.Open(lines[0].GetProperty("campaign").GetString()!).Match(c => c, _ => throw new InvalidOperationException());
        var units = lines[0].GetProperty("units").EnumerateArray().Select(u => u.GetString()!).ToList();
        var replay = new DueReplay(campaign, units, lines[0].GetProperty("from").GetDateTimeOffset().ToUniversalTime());
        foreach (var line in lines.Skip(1))
        {
            replay.Say(line.GetProperty("at").GetDateTimeOffset().ToUniversalTime(), line.GetProperty("from").GetString()!, line.GetProperty("text").GetString()!, line.GetProperty("photos").GetInt32());
        }

        var expected = JsonDocument.Parse(File.ReadAllText(Corpus.File(Path.Combine("simulation", name + ".expected.json")))).RootElement
            .GetProperty("final").GetProperty("dues").EnumerateArray()
            .Select(d => $"{d.GetProperty("unit")} {d.GetProperty("obligation")} {d.GetProperty("deadline")} {d.GetProperty("state")}").Order(StringComparer.Ordinal).ToList();
        var last = lines[0].GetProperty("to").GetDateTimeOffset();
        var found = replay.Dues.Where(d => d.ClosesAt <= last)
            .Select(d => $"{units[replay.Units.ToList().FindIndex(u => u.Id == d.Unit)]} {d.Kind.ToString().ToLowerInvariant()} {d.Deadline:yyyy-MM-dd} {d.State.ToString().ToLowerInvariant()}")
            .Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }
}

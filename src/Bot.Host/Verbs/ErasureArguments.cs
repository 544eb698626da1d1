using System.Globalization;
using Bot.Adapters.Clock;
using Bot.Adapters.Demo;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Verbs;

/// <summary>What the verbs that erase are asked: their own options, <c>--yes</c>, and the program's settings beside them.</summary>
internal sealed record ErasureArguments
{
    /// <summary>The verb's own options.</summary>
    public required IReadOnlyDictionary<string, string> Given { get; init; }

    /// <summary>Whether it is meant; without it, it is only told what would be done.</summary>
    public required bool Yes { get; init; }

    /// <summary>The settings' part of the command line.</summary>
    public required string[] Settings { get; init; }

    /// <summary>Reads options of these names; anything else is a fault that says what is known.</summary>
    public static (ErasureArguments? Read, string? Fault) Read(IReadOnlyList<string> args, params IReadOnlyList<string> known)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new List<string>();
        var yes = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--yes")
            {
                yes = true;
                continue;
            }

            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            var isSetting = name.StartsWith($"{BotOptions.Section}:", StringComparison.OrdinalIgnoreCase);
            if (isSetting && name.Contains('=', StringComparison.Ordinal))
            {
                settings.Add(args[i]);
                continue;
            }

            if (!isSetting && name != "data" && !known.Contains(name)) return (null, $"Unknown option \"{args[i]}\". Known: {string.Join(", ", known.Select(k => $"--{k}"))}, --data, --yes.");
            if (i + 1 >= args.Count) return (null, $"--{name} needs a value.");
            var value = args[++i];
            if (isSetting) settings.AddRange([args[i - 1], value]);
            else if (name == "data") settings.AddRange([$"--{BotOptions.Section}:{nameof(BotOptions.DataFolder)}", value]);
            else if (!given.TryAdd(name, value)) return (null, $"--{name} is given twice.");
        }

        return (new ErasureArguments { Given = given, Yes = yes, Settings = [.. settings] }, null);
    }

    /// <summary>The instant before <paramref name="now"/> that an age such as <c>90d</c> or <c>12m</c> means; null: it is no age.</summary>
    public static DateTimeOffset? Before(string age, DateTimeOffset now)
    {
        if (age.Length < 2 || !int.TryParse(age.AsSpan(0, age.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 36_500) return null;
        return age[^1] switch
        {
            'd' => now.AddDays(-count),
            'm' when count <= 1_200 => now.AddMonths(-count),
            _ => null,
        };
    }

    /// <summary>The office of that id or name; null: none, or several of the name.</summary>
    public static async Task<OfficeRow?> OfficeAsync(Store store, string office, CancellationToken cancel)
    {
        var isId = Guid.TryParse(office, out var id);
        var found = await store.ReadAsync(db => db.Offices.Where(o => o.Name == office || (isId && o.Id == id)).Take(2).ToListAsync(cancel), cancel);
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The time the office's messages carry: the demo has a clock of its own.</summary>
    public static async Task<DateTimeOffset> NowAsync(BotOptions options, Store store, CancellationToken cancel)
    {
        if (!options.Demo) return TimeProvider.System.GetUtcNow();
        var clock = new DemoClock(store, TimeProvider.System, DemoOffice.Start);
        await clock.ResumeAsync(cancel);
        return clock.GetUtcNow();
    }
}

using System.Globalization;

namespace Bot.Host.Verbs;

/// <summary>What <c>import</c> is asked.</summary>
internal sealed record ImportArguments
{
    public const string Usage =
        "import <文件> --group <群名> [--campaign <活动>] [--office <单位>] [--senders <表.csv>] [--review <表.csv>] [--copied-on 2024-06-14] [--dates mdy|dmy] [--data <文件夹>] [--dry-run] [--yes]";

    private static readonly string[] Known = ["group", "campaign", "office", "senders", "review", "copied-on", "dates"];

    public required string File { get; init; }
    public required string Group { get; init; }
    public string? Campaign { get; init; }
    public string? Office { get; init; }

    /// <summary>The review table as somebody has decided it.</summary>
    public string? Senders { get; init; }

    /// <summary>Where the review table is written to.</summary>
    public string? Review { get; init; }

    public DateOnly? CopiedOn { get; init; }
    public bool? MonthFirst { get; init; }

    /// <summary>Whether it is to count; without it the review is all that happens.</summary>
    public required bool Yes { get; init; }

    /// <summary>The settings' part of the command line.</summary>
    public required string[] Settings { get; init; }

    public static (ImportArguments? Read, string? Fault) Read(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args[0].StartsWith('-')) return (null, $"请先给出文件：{Usage}");
        var isDry = args.Contains("--dry-run");
        var (asked, fault) = ErasureArguments.Read([.. args.Skip(1).Where(a => a != "--dry-run")], Known);
        if (asked is null) return (null, fault);
        if (isDry && asked.Yes) return (null, "--dry-run 和 --yes 只能给一个。");
        if (!asked.Given.TryGetValue("group", out var group)) return (null, $"请用 --group 说明是哪个群。{Usage}");
        DateOnly? copied = null;
        if (asked.Given.TryGetValue("copied-on", out var day))
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return (null, "--copied-on 要写成 2024-06-14。");
            copied = on;
        }

        if (asked.Given.TryGetValue("dates", out var order) && order is not ("mdy" or "dmy")) return (null, "--dates 写 mdy（月在前）或 dmy（日在前）。");
        return (new ImportArguments
        {
            File = Path.GetFullPath(args[0]), Group = group, Campaign = asked.Given.GetValueOrDefault("campaign"), Office = asked.Given.GetValueOrDefault("office"),
            Senders = asked.Given.GetValueOrDefault("senders"), Review = asked.Given.GetValueOrDefault("review"), CopiedOn = copied,
            MonthFirst = order is null ? null : order == "mdy", Yes = asked.Yes, Settings = asked.Settings,
        }, null);
    }
}

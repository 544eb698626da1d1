using System.Globalization;
using System.Text;
using Bot.Adapters.Calendar;
using Bot.Adapters.Campaigns;
using Bot.Adapters.Words;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Host.Verbs;

/// <summary>What the program can do from the command line. stdout carries only what a verb promises; the rest goes to stderr.</summary>
internal static class Verb
{
    private const int Misused = 64;
    private const int BrokenOwn = 2;
    internal const string Known = "serve, parse, explain, quantities, words, plan, simulate, calendar, migrate, doctor, copy, import, erase-person, purge";

    public static async Task<int> RunAsync(string verb, string[] args)
    {
        if (verb == "serve") return await Serve.RunAsync(args, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        System.Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            if (verb == "words") return await WordsAsync(args, stop.Token);
            if (verb == "plan") return await PlanAsync(args, stop.Token);
            if (verb == "migrate") return await Migrate.RunAsync(args, System.Console.Out, System.Console.Error, stop.Token);
            if (verb == "doctor") return await Doctor.RunAsync(args, System.Console.Out, System.Console.Error, stop.Token);
            if (verb == "import") return await Import.RunAsync(args, System.Console.Out, System.Console.Error, stop.Token);
            if (verb == "erase-person") return await ErasePerson.RunAsync(args, System.Console.Out, System.Console.Error, stop.Token);
            if (verb == "purge") return await PurgeOld.RunAsync(args, System.Console.Out, System.Console.Error, stop.Token);
            var (options, fault) = Arguments.Read(args, OptionsOf(verb));
            if (options is null) return await MisusedAsync(fault ?? "");
            return await RunAsync(verb, options, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
        catch (IOException fault2) when (fault2.Message.Contains("Broken pipe", StringComparison.OrdinalIgnoreCase))
        {
            // Whoever read our output has seen enough.
            return 0;
        }
    }

    private static async Task<int> RunAsync(string verb, Arguments options, CancellationToken cancel)
    {
        using var input = new StreamReader(System.Console.OpenStandardInput(), new UTF8Encoding(false));
        await using var output = new StreamWriter(System.Console.OpenStandardOutput(), new UTF8Encoding(false));
        switch (verb)
        {
            case "parse":
                return await ReaderAsync(options, (reader, _) => Parse.RunAsync(input, output, reader, cancel));
            case "explain":
                return await ReaderAsync(options, (reader, campaign) => Explain.RunAsync(input, output, reader, Context(options, campaign), cancel));
            case "quantities":
                return await Quantities.RunAsync(input, output, cancel);
            case "simulate":
                return await Simulate.RunAsync(options["scenario"], options["database"], output, cancel);
            case "calendar":
                return await CalendarAsync(options, output, cancel);
            case "copy":
                return await Copy.RunAsync(options["from"], options["to"], output, System.Console.Error, cancel);
            default:
                return await MisusedAsync($"Unknown verb \"{verb}\". Known: {Known}.");
        }
    }

    private static string[] OptionsOf(string verb) => verb switch
    {
        "parse" => ["campaign", "words"],
        "explain" => ["campaign", "words", "unit", "units", "sent-at"],
        "simulate" => ["scenario", "database"],
        "calendar" => ["notice", "year", "csv", "data"],
        "copy" => ["from", "to"],
        _ => [],
    };

    private static async Task<int> ReaderAsync(Arguments options, Func<IReportReader, Campaign, Task<int>> run)
    {
        if (options["campaign"] is not { } wanted) return await MisusedAsync($"--campaign is needed: one of {string.Join(", ", ShippedCampaigns.Ids)}, or a file.");
        switch (ShippedCampaigns.OpenOrFile(wanted, Environment.CurrentDirectory))
        {
            case CampaignFile.Loaded loaded:
                var file = options["words"] is { } path ? new OwnWordsFile(Path.GetFullPath(path)) : null;
                switch (file?.Read() ?? new OwnWordsText.Taken(OwnWords.None))
                {
                    case OwnWordsText.Taken taken:
                        return await run(ReportReader.Compile(loaded.Campaign, taken.Words), loaded.Campaign);
                    case OwnWordsText.Refused refused:
                        foreach (var fault in refused.Faults) await System.Console.Error.WriteLineAsync(file!.Say(fault));
                        return Misused;
                    default:
                        throw new System.Diagnostics.UnreachableException();
                }

            case CampaignFile.Broken broken:
                foreach (var fault in broken.Faults) await System.Console.Error.WriteLineAsync(fault.ToString());
                return Misused;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> WordsAsync(string[] args, CancellationToken cancel)
    {
        var (asked, fault) = WordsArguments.Read(args);
        if (asked is null) return await MisusedAsync(fault ?? "");
        await using var output = new StreamWriter(System.Console.OpenStandardOutput(), new UTF8Encoding(false));
        return await new Words(asked, output, System.Console.Error).RunAsync(cancel);
    }

    private static async Task<int> PlanAsync(string[] args, CancellationToken cancel)
    {
        var (asked, fault) = PlanArguments.Read(args);
        if (asked is null) return await MisusedAsync(fault ?? "");
        await using var output = new StreamWriter(System.Console.OpenStandardOutput(), new UTF8Encoding(false));
        return await OwnCalendar.In(new BotOptions { DataFolder = asked.DataFolder }.DataPath()).Read().Match(
            own => new CompilePlan(asked, new WorkCalendar(ShippedCalendar.Rows, own.Rows).Days(), output, System.Console.Error).RunAsync(cancel),
            async broken =>
            {
                await System.Console.Error.WriteLineAsync(broken.ToString());
                return BrokenOwn;
            });
    }

    private static ReadingContext Context(Arguments options, Campaign campaign) => new()
    {
        Unit = options["unit"],
        Units = options["units"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        SaidAt = DateTimeOffset.TryParse(options["sent-at"], CultureInfo.InvariantCulture, out var at)
            ? at.DateTime
            : Explain.SaidAt(campaign, TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime),
    };

    private static async Task<int> CalendarAsync(Arguments options, StreamWriter output, CancellationToken cancel)
    {
        var calendar = new Calendar(OwnCalendar.In(Data(options).DataPath()), output, System.Console.Error);
        switch (options["notice"], options["csv"], options["year"])
        {
            case (null, null, null):
                return await calendar.ListAsync(cancel);
            case ({ } notice, null, null):
                return await calendar.TakeNoticeAsync(notice, null, cancel);
            case ({ } notice, null, { Length: 4 } written) when int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year):
                return await calendar.TakeNoticeAsync(notice, year, cancel);
            case (null, { } csv, null):
                return await calendar.TakeListAsync(csv, cancel);
            default:
                return await MisusedAsync("Give --notice <file>, with --year <four digits> if need be, or --csv <file>, or neither.");
        }
    }

    private static BotOptions Data(Arguments options) => new() { DataFolder = options["data"] ?? new BotOptions().DataFolder };

    private static async Task<int> MisusedAsync(string message)
    {
        await System.Console.Error.WriteLineAsync(message);
        return Misused;
    }
}

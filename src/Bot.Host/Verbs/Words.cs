using Bot.Adapters.Words;
using Bot.Domain.Reading;

namespace Bot.Host.Verbs;

/// <summary>
/// <c>words</c>: the office's own words. <c>check</c> says what is wrong in the file, <c>list</c> shows all that is known,
/// <c>try</c> shows which messages further lines would have read otherwise.
/// </summary>
internal sealed class Words(WordsArguments asked, TextWriter output, TextWriter errors)
{
    private const int Refused = 1;
    private const int Misused = 64;
    private readonly OwnWordsFile inForce = OwnWordsFile.In(new BotOptions { DataFolder = asked.DataFolder }.DataPath());

    /// <summary>Does what was asked.</summary>
    public Task<int> RunAsync(CancellationToken cancel) => asked.What switch
    {
        "check" => CheckAsync(cancel),
        "list" => ListAsync(cancel),
        _ => TryAsync(cancel),
    };

    private async Task<int> CheckAsync(CancellationToken cancel)
    {
        var file = asked.File is { } path ? new OwnWordsFile(Path.GetFullPath(path)) : inForce;
        return await file.Read().Match(
            async words =>
            {
                await SayAsync(FormattableString.Invariant($"{file.Path}: {words.Count} lines, all good"), cancel);
                return 0;
            },
            faults => ComplainAsync(faults.Select(file.Say), Refused, cancel));
    }

    private async Task<int> ListAsync(CancellationToken cancel) => await inForce.ReadOrNone().Match(
        async words =>
        {
            foreach (var line in words.Lines()) await SayAsync(line, cancel);
            return 0;
        },
        faults => ComplainAsync(faults.Select(inForce.Say), Refused, cancel));

    private async Task<int> TryAsync(CancellationToken cancel)
    {
        var file = asked.File is { } path ? new OwnWordsFile(Path.GetFullPath(path)) : null;
        var (text, unreadable) = file?.Open() ?? (string.Join('\n', asked.Lines), null);
        if (unreadable is not null) return await ComplainAsync([file!.Say(unreadable)], Refused, cancel);

        // The file in force is tried against the program's own words; anything else against what is in force.
        var before = file?.Path == Path.GetFullPath(inForce.Path) ? new OwnWordsText.Taken(OwnWords.None) : inForce.ReadOrNone();
        if (before is OwnWordsText.Refused broken) return await ComplainAsync(broken.Faults.Select(inForce.Say), Refused, cancel);
        var known = ((OwnWordsText.Taken)before).Words;
        return await known.And(text!).Match(
            words => CompareAsync(known, words, cancel),
            faults => ComplainAsync(faults.Select(f => file?.Say(f) ?? f.ToString()), Refused, cancel));
    }

    private async Task<int> CompareAsync(OwnWords before, OwnWords after, CancellationToken cancel)
    {
        var (messages, wrong) = await TrialMessages.ReadAsync(asked, cancel);
        if (messages is null) return await ComplainAsync(wrong, Misused, cancel);
        foreach (var line in wrong) await errors.WriteLineAsync(line.AsMemory(), cancel);
        var report = new WordsReport(output, asked.Json);
        var trials = new Dictionary<Domain.Campaigns.Campaign, WordTrial>();
        foreach (var message in messages)
        {
            if (!trials.TryGetValue(message.Campaign, out var trial)) trials.Add(message.Campaign, trial = new WordTrial(message.Campaign, before, after));
            await report.TellAsync(message, trial.Of(message.Text, message.Context), cancel);
        }

        await report.CloseAsync(cancel);
        return wrong.Count > 0 ? Refused : 0;
    }

    private async Task SayAsync(string line, CancellationToken cancel)
    {
        await output.WriteAsync(line.AsMemory(), cancel);
        await output.WriteAsync('\n');
    }

    private async Task<int> ComplainAsync(IEnumerable<string> lines, int code, CancellationToken cancel)
    {
        foreach (var line in lines) await errors.WriteLineAsync(line.AsMemory(), cancel);
        return code;
    }
}

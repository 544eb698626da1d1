using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Host.Verbs;

/// <summary><c>explain</c>: one message in, line by line what each part was taken for, by which rule, and what is left over.</summary>
internal static class Explain
{
    /// <summary>Explains the whole input as one message.</summary>
    public static async Task<int> RunAsync(TextReader input, TextWriter output, IReportReader reader, ReadingContext context, CancellationToken cancel)
    {
        var text = (await input.ReadToEndAsync(cancel)).TrimEnd('\r', '\n');
        foreach (var line in Explanation.Of(text, reader.Read(text, context)))
        {
            await output.WriteAsync(line.AsMemory(), cancel);
            await output.WriteAsync('\n');
        }

        await output.FlushAsync(cancel);
        return 0;
    }

    /// <summary>
    /// When a message whose time nobody gave was said: now, while the campaign runs or in its year; else on the campaign's last
    /// day, so that a day without a year is one of the campaign's.
    /// </summary>
    public static DateTime SaidAt(Campaign campaign, DateTime now) => now.Year == campaign.Year || campaign.Period.Contains(DateOnly.FromDateTime(now))
        ? now
        : campaign.Period.To.ToDateTime(TimeOnly.FromDateTime(now));
}

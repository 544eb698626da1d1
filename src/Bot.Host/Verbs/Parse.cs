using Bot.Domain.Reading;

namespace Bot.Host.Verbs;

/// <summary><c>parse</c>: messages as JSON lines in, readings as JSON lines out. Needs no database.</summary>
internal static class Parse
{
    /// <summary>Reads every message for one campaign.</summary>
    /// <returns>0, or 1 where a line could not be read; the rest is read all the same.</returns>
    public static Task<int> RunAsync(TextReader input, TextWriter output, IReportReader reader, CancellationToken cancel) =>
        JsonLines.EachAsync(
            input,
            output,
            JsonLines.Wire.MessageLine,
            JsonLines.Wire.ReadingLine,
            message => ReadingLine.Of(message.Id, reader.Read(message.Text, message.Context)),
            cancel);
}

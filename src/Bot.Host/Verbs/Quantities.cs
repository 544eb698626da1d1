namespace Bot.Host.Verbs;

/// <summary><c>quantities</c>: sentences as JSON lines in, their quantities as JSON lines out.</summary>
internal static class Quantities
{
    /// <summary>Finds the quantities of every sentence.</summary>
    /// <returns>0, or 1 where a line could not be read; the rest is read all the same.</returns>
    public static Task<int> RunAsync(TextReader input, TextWriter output, CancellationToken cancel) =>
        JsonLines.EachAsync(
            input,
            output,
            JsonLines.Wire.SentenceLine,
            JsonLines.Wire.QuantitiesLine,
            sentence => new QuantitiesLine
            {
                Id = sentence.Id,
                Quantities = [.. Domain.Reading.Quantities.Find(sentence.Text).Select(QuantityLine.Of)],
            },
            cancel);
}

using Bot.Adapters.Documents;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Tests.Documents;

/// <summary>Workbooks of rollups that hold the words behind their figures themselves.</summary>
internal static class Workbooks
{
    public static byte[] Of(IReadOnlyList<Rollup> rollups) => Of(new RollupBook { Rollups = rollups, Records = rollup => Lines(rollup, []) });

    public static byte[] Of(RollupBook book)
    {
        using var stream = new MemoryStream();
        RollupXlsx.WriteAsync(stream, book, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    /// <summary>The sources as they are, each with these photos.</summary>
    public static async IAsyncEnumerable<RecordLine> Lines(Rollup rollup, IReadOnlyList<string> photos)
    {
        foreach (var source in rollup.Sources) yield return new RecordLine(source.Unit, source.Figure, photos);
        await Task.CompletedTask;
    }
}

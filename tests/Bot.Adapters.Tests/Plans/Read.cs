using Bot.Adapters.Plans;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Plans;

/// <summary>What comes of opening a plan.</summary>
internal static class Read
{
    public static async Task<IReadOnlyList<DocumentBlock>> BlocksAsync(byte[] content, string name = "方案.docx") =>
        Assert.IsType<DocumentOutcome.Opened>(await PlanFile.ReadAsync(content, name, TestContext.Current.CancellationToken)).Blocks;

    /// <summary>Lines; a table row as its cells between bars.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(byte[] content, string name = "方案.docx") => [.. (await BlocksAsync(content, name)).SelectMany(block => block switch
    {
        DocumentBlock.Paragraph paragraph => [paragraph.Text],
        DocumentBlock.Table table => table.Rows.Select(row => string.Join('|', row.Select(cell => cell.Text.Replace('\n', '/')))),
        _ => (IEnumerable<string>)[],
    })];

    public static async Task<DocumentOutcome.Refused> RefusalAsync(byte[] content, string name) =>
        Assert.IsType<DocumentOutcome.Refused>(await PlanFile.ReadAsync(content, name, TestContext.Current.CancellationToken));
}

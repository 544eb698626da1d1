using Xunit;

namespace Bot.Domain.Tests.Ledger;

public sealed class SequenceTests
{
    private static readonly Dictionary<string, Sequence> All =
        ReportSequences.All.Concat(CumulativeSequences.All).Concat(CorrectionSequences.All).Concat(RetractionSequences.All).Concat(EditSequences.All)
            .ToDictionary(s => s.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Labels => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Totals_are_right_after_every_message(string label) => All[label].Run();
}

using Xunit;

namespace Bot.Domain.Tests.Dues;

/// <summary>What meets which due under every kind of schedule.</summary>
public sealed class ScheduleMatchingTests
{
    private static readonly Dictionary<string, DueCase> All = ScheduleCases.All.ToDictionary(c => c.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Labels => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Dues_stand_as_they_should(string label) => All[label].Run(ScheduleCases.Open);
}
